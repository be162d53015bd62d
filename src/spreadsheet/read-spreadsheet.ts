// The bytes of a file that should be a workbook -> its sheets, or why it cannot be read and what to do.
import { readZip, type ZipRefusal } from '../zip/read-zip.ts';
import { readComments } from './comments-part.ts';
import type { NumberFormat } from './number-format.ts';
import { notAWorkbook, type Unreadable } from './other-files.ts';
import { readNumberFormats, readSharedStrings } from './shared-parts.ts';
import { readSheetPart } from './sheet-part.ts';
import type { PlainSheet } from './spreadsheet.ts';
import { readXml } from './xml-events.ts';

/**
 * Far above any workbook of a plan (the largest of ours is 1 MB of XML), far below what would fill the memory of an office's
 * machine.
 */
const LIMITS = { entries: 2_000, entryBytes: 50_000_000, totalBytes: 100_000_000, ratio: 500 } as const;

type SpreadsheetResult =
  | { readonly ok: true; readonly sheets: readonly PlainSheet[] }
  | { readonly ok: false; readonly unreadable: Unreadable };

/** Reads every sheet, hidden ones too, in the workbook's order. */
export function readSpreadsheet(bytes: Uint8Array): SpreadsheetResult {
  const other = notAWorkbook(bytes);
  if (other !== undefined) return { ok: false, unreadable: other };
  const zip = readZip(bytes, LIMITS);
  if (!zip.ok) return { ok: false, unreadable: refused(zip.refusal) };
  try {
    return sheetsOf(zip.entries);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, unreadable: DAMAGED };
  }
}

const DAMAGED: Unreadable = {
  rule: 'damaged-workbook',
  message: '통합문서가 손상되어 읽을 수 없습니다.',
  expected: '엑셀에서 열어 다시 저장한 xlsx 파일',
};

function sheetsOf(entries: ReadonlyMap<string, Uint8Array>): SpreadsheetResult {
  const book = [...relationships(entries, '').values()].find(({ type }) => type.endsWith('/officeDocument'));
  const part = book && entries.get(book.target);
  if (book === undefined || part === undefined || !/workbook/i.test(book.target)) {
    const unreadable: Unreadable = {
      rule: 'not-a-workbook',
      message: '엑셀 통합문서(xlsx)가 아닌 압축 파일입니다.',
      expected: '엑셀이나 한셀에서 ‘Excel 통합 문서(*.xlsx)’로 저장한 파일',
    };
    return { ok: false, unreadable };
  }
  const links = relationships(entries, book.target);
  const linked = (kind: string) => {
    const found = [...links.values()].find(({ type }) => type.endsWith(`/${kind}`));
    return found && entries.get(found.target);
  };
  const strings = linked('sharedStrings');
  const styles = linked('styles');
  const shared = {
    strings: strings === undefined ? [] : readSharedStrings(strings),
    formats: styles === undefined ? ([] as readonly NumberFormat[]) : readNumberFormats(styles),
  };
  const sheets: PlainSheet[] = [];
  let from1904 = false;
  readXml(part, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (tag !== 'sheet') return;
      const link = links.get(relationId(attributes));
      const sheet = link && entries.get(link.target);
      // A sheet that is a chart or a dialogue has no cells.
      if (link === undefined || sheet === undefined || !link.type.endsWith('/worksheet')) return;
      const read = readSheetPart(attributes.name ?? '', sheet, { ...shared, from1904 });
      const comments = commentsOf(entries, link.target);
      sheets.push(comments.length === 0 ? read : { ...read, comments });
    },
  });
  return { ok: true, sheets };
}

/** The notes and threads of a sheet's part. */
function commentsOf(entries: ReadonlyMap<string, Uint8Array>, part: string) {
  const links = [...relationships(entries, part).values()];
  const parts = (kind: string) =>
    links.flatMap(({ type, target }) => (type.endsWith(`/${kind}`) ? (entries.get(target) ?? []) : []));
  return readComments(parts('comments'), parts('threadedComment'));
}

interface Link {
  readonly type: string;
  /** A part's name in the archive. */
  readonly target: string;
}

/** What a part (or with no name the package) refers to, by id. */
function relationships(entries: ReadonlyMap<string, Uint8Array>, part: string): ReadonlyMap<string, Link> {
  const cut = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, cut);
  const links = new Map<string, Link>();
  const bytes = entries.get(`${folder}_rels/${part.slice(cut)}.rels`);
  if (bytes === undefined) return links;
  readXml(bytes, {
    open: (tag, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
      if (tag === 'Relationship' && TargetMode !== 'External')
        links.set(Id, { type: Type, target: resolved(folder, Target) });
    },
  });
  return links;
}

/** `../xl/a.xml` from a folder, `/xl/a.xml` from anywhere. */
function resolved(folder: string, target: string): string {
  const names: string[] = [];
  for (const name of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}

/** `r:id`, whatever the prefix is called. */
function relationId(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

function refused(refusal: ZipRefusal): Unreadable {
  switch (refusal.reason) {
    case 'not-a-zip':
      return {
        rule: 'not-a-workbook',
        message: '엑셀 통합문서(xlsx)가 아닙니다.',
        expected: '엑셀이나 한셀에서 ‘Excel 통합 문서(*.xlsx)’로 저장한 파일',
      };
    case 'encrypted':
      return {
        rule: 'encrypted-workbook',
        message: '암호가 걸린 압축 파일이라 읽을 수 없습니다.',
        expected: '암호를 풀고 저장한 xlsx 파일',
      };
    case 'too-many-entries':
    case 'total-too-large':
    case 'entry-too-large':
    case 'ratio-too-high':
      return {
        rule: 'workbook-too-large',
        message: '압축을 풀면 통합문서라고 보기에 너무 커지는 파일이라 열지 않았습니다.',
        expected: `풀어서 ${LIMITS.totalBytes / 1_000_000}MB 이하인 통합문서`,
      };
    case 'damaged':
    case 'name-twice':
    case 'several-disks':
    case 'unknown-method':
    case 'zip64':
      return DAMAGED;
  }
}
