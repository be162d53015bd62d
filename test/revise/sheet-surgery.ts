// A workbook -> the same with rows, columns or sheets deleted, as spreadsheet programs and scripts do it.
import { packed, partNameOf, partsOf } from './import-plan.ts';

/** `programs` keep the references of other sheets right; `scripts` (openpyxl and its kin) leave them as they were. */
export type Surgeon = 'program' | 'script';

const HIDDEN = '_iljari';

/** References to the sheet with each place moved; undefined: deleted. */
function withReferences(
  parts: Map<string, string>,
  sheet: string,
  move: (column: string, row: number) => string | undefined,
): void {
  const name = partNameOf(parts, HIDDEN);
  const quoted = sheet.replaceAll(/[()]/g, '\\$&');
  const reference = new RegExp(`(?:'|&apos;)${quoted}(?:'|&apos;)!\\$([A-Z]+)\\$(\\d+)`, 'g');
  parts.set(
    name,
    (parts.get(name) ?? '').replaceAll(reference, (_, column: string, row: string) => {
      const to = move(column, Number(row));
      return to === undefined ? '#REF!' : `'${sheet}'!${to}`;
    }),
  );
}

function withCellsMoved(
  parts: Map<string, string>,
  sheet: string,
  move: (column: string, row: number) => string | undefined,
): void {
  const name = partNameOf(parts, sheet);
  const rows = new Map<number, string[]>();
  const part = parts.get(name) ?? '';
  for (const [cell, column = '', row = ''] of part.matchAll(
    /<c r="([A-Z]+)(\d+)"[^>]*?(?:\/>|>.*?<\/c>)/gs,
  )) {
    const to = move(column, Number(row));
    if (to === undefined) continue;
    const place = to.replaceAll('$', '');
    const at = Number(place.replace(/^[A-Z]+/, ''));
    rows.set(at, [...(rows.get(at) ?? []), cell.replace(/ r="[A-Z]+\d+"/, ` r="${place}"`)]);
  }
  const data = [...rows].map(([row, cells]) => `<row r="${row}">${cells.join('')}</row>`).join('');
  parts.set(
    name,
    part
      .replace(/<sheetData>.*<\/sheetData>/s, () => `<sheetData>${data}</sheetData>`)
      .replaceAll(/<mergeCells.*<\/mergeCells>/gs, ''),
  );
}

export function withoutRows(
  bytes: Uint8Array,
  sheet: string,
  rows: readonly number[],
  surgeon: Surgeon = 'program',
): Uint8Array {
  const parts = partsOf(bytes);
  const move = (column: string, row: number) =>
    rows.includes(row) ? undefined : `$${column}$${row - rows.filter((one) => one < row).length}`;
  withCellsMoved(parts, sheet, move);
  if (surgeon === 'program') withReferences(parts, sheet, move);
  return packed(parts);
}

export function withoutColumn(
  bytes: Uint8Array,
  sheet: string,
  column: string,
  surgeon: Surgeon = 'program',
): Uint8Array {
  const parts = partsOf(bytes);
  const move = (one: string, row: number) =>
    one === column ? undefined : `$${one > column ? String.fromCharCode(one.charCodeAt(0) - 1) : one}$${row}`;
  withCellsMoved(parts, sheet, move);
  if (surgeon === 'program') withReferences(parts, sheet, move);
  return packed(parts);
}

export function withoutSheet(bytes: Uint8Array, sheet: string): Uint8Array {
  const parts = partsOf(bytes);
  withReferences(parts, sheet, () => undefined);
  const book = parts.get('xl/workbook.xml') ?? '';
  parts.delete(partNameOf(parts, sheet));
  const tag = [...book.matchAll(/<sheet [^>]*\/>/g)].find(([one]) => one.includes(`name="${sheet}"`));
  parts.set('xl/workbook.xml', book.replace(tag?.[0] ?? '', ''));
  return packed(parts);
}

/** With cells put in where none need have been; the XML of each is its content, by `sheet!cell`. */
export function withNewCells(bytes: Uint8Array, cells: Readonly<Record<string, string>>): Uint8Array {
  const parts = partsOf(bytes);
  for (const [place, content] of Object.entries(cells)) {
    const [sheet = '', cell = ''] = place.split('!');
    const name = partNameOf(parts, sheet);
    const row = Number(cell.replace(/^[A-Z]+/, ''));
    const part = (parts.get(name) ?? '').replace(new RegExp(`<c r="${cell}"[^>]*?(?:/>|>.*?</c>)`, 's'), '');
    const fresh = content.replace('<c', `<c r="${cell}"`);
    const open = new RegExp(`(<row r="${row}"[^>]*?)(/>|>(.*?)</row>)`, 's');
    const found = open.exec(part);
    parts.set(
      name,
      found === null
        ? part.replace('</sheetData>', () => `<row r="${row}">${fresh}</row></sheetData>`)
        : part.replace(found[0], () => `${found[1]}>${found[3] ?? ''}${fresh}</row>`),
    );
  }
  return packed(parts);
}

/** The sheet a second time under another name, its cells edited by `edit`. */
export function withCopy(
  bytes: Uint8Array,
  sheet: string,
  name: string,
  edit: (part: string) => string,
): Uint8Array {
  const parts = partsOf(bytes);
  const part = parts.get(partNameOf(parts, sheet)) ?? '';
  return packed(withSheet(parts, name, edit(part)));
}

/** With one more sheet. */
export function withSheet(
  before: ReadonlyMap<string, string>,
  name: string,
  part: string,
): Map<string, string> {
  const parts = new Map(before).set('xl/worksheets/other.xml', part);
  const book = parts.get('xl/workbook.xml') ?? '';
  const links = parts.get('xl/_rels/workbook.xml.rels') ?? '';
  const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
  parts.set(
    'xl/workbook.xml',
    book.replace('</sheets>', `<sheet name="${name}" sheetId="999" r:id="rIdOther"/></sheets>`),
  );
  return parts.set(
    'xl/_rels/workbook.xml.rels',
    links.replace(
      '</Relationships>',
      `<Relationship Id="rIdOther" Type="${kind}" Target="worksheets/other.xml"/></Relationships>`,
    ),
  );
}

/** With a note at a cell, of the old kind or as the first of a thread. */
export function withNote(
  bytes: Uint8Array,
  sheet: string,
  cell: string,
  text: string,
  kind: 'note' | 'thread',
): Uint8Array {
  const parts = partsOf(bytes);
  const name = partNameOf(parts, sheet);
  const rels = name.replace('worksheets/', 'worksheets/_rels/').concat('.rels');
  const old =
    kind === 'note' ? text : '[스레드 댓글] 사용 중인 Excel 버전에서 이 스레드 댓글을 읽을 수 있습니다.';
  parts.set(
    'xl/commentsX.xml',
    `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>예산팀</author></authors><commentList><comment ref="${cell}" authorId="0"><text><r><t>${old}</t></r></text></comment></commentList></comments>`,
  );
  if (kind === 'thread')
    parts.set(
      'xl/threadedComments/threadX.xml',
      `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="${cell}" personId="{0}" id="{1}"><text>${text}</text></threadedComment></ThreadedComments>`,
    );
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  const own = [
    link(
      'rIdNote',
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments',
      '../commentsX.xml',
    ),
    ...(kind === 'thread'
      ? [
          link(
            'rIdThread',
            'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
            '../threadedComments/threadX.xml',
          ),
        ]
      : []),
  ].join('');
  const before =
    parts.get(rels) ??
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  parts.set(rels, before.replace('</Relationships>', `${own}</Relationships>`));
  return packed(parts);
}
