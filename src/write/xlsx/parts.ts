// A workbook of exceljs -> the parts of its file, as text: by the library's own steps, with what it gets wrong mended between.
import type { Workbook, Worksheet } from 'exceljs';
import type { SheetSizes } from '../../sheet/note-box.ts';
import { withNoteBoxes } from './note-boxes.ts';

/** What exceljs 4.4.0 makes of a workbook before it writes, as far as it is mended; the package ships no types for it. */
interface Model {
  readonly worksheets: readonly {
    readonly hyperlinks: readonly { rId?: string | undefined }[];
    rels: readonly { readonly Type: string }[];
  }[];
}

interface Collector {
  append(text: string | Uint8Array, where: { readonly name: string }): void;
}

type Step = (zip: Collector, model: Model) => void | Promise<void>;

/** The steps of its `write`, in its order: sheets collect the strings and styles that later parts list. */
const STEPS = [
  'addContentTypes',
  'addOfficeRels',
  'addWorkbookRels',
  'addWorksheets',
  'addSharedStrings',
  'addDrawings',
  'addThemes',
  'addStyles',
  'addMedia',
  'addApp',
  'addCore',
  'addWorkbook',
] as const;

type Writer = { prepareModel(model: Model, options: object): void } & Record<(typeof STEPS)[number], Step>;

const SHARED_STRINGS = 'xl/sharedStrings.xml';
const WORKBOOK = 'xl/workbook.xml';

const HYPERLINK = '/hyperlink';

/** `alts`: of each sheet, of each of its pictures. Its own archive is left out: packing with Node's deflate takes a tenth of the time, and dates need not be mended afterwards. */
export async function partsOf(
  file: Workbook,
  alts: readonly (readonly string[])[],
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const parts = new Map<string, string>();
  const media = new Map<string, Uint8Array>();
  const collector: Collector = {
    append: (content, { name }) =>
      typeof content === 'string' ? parts.set(name, content) : media.set(name, content),
  };
  const writer = file.xlsx as unknown as Writer;
  const model = file.model as unknown as Model;
  writer.prepareModel(model, {});
  for (const sheet of model.worksheets) {
    // Links lead to sheets of this file; it would also list them as files elsewhere, and Excel would look for those.
    for (const link of sheet.hyperlinks) link.rId = undefined;
    sheet.rels = sheet.rels.filter(({ Type }) => !Type.endsWith(HYPERLINK));
  }
  for (const step of STEPS) await writer[step](collector, model);
  const strings = parts.get(SHARED_STRINGS);
  // A text that looks like an escaped character would be read as that character (ECMA-376 part 1, 22.9.2.19).
  if (strings !== undefined)
    parts.set(SHARED_STRINGS, strings.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
  const names = file.worksheets.flatMap(filterName);
  const book = parts.get(WORKBOOK);
  if (book !== undefined && names.length > 0)
    parts.set(
      WORKBOOK,
      book.replace('</definedNames>', () => `${names.join('')}</definedNames>`),
    );
  for (const sheet of file.worksheets) {
    const name = `xl/drawings/vmlDrawing${sheet.id}.vml`;
    const [drawing, comments] = [name, `xl/comments${sheet.id}.xml`].map((part) => parts.get(part));
    if (drawing !== undefined && comments !== undefined)
      parts.set(name, withNoteBoxes(drawing, comments, sizesOf(sheet)));
  }
  alts
    .filter((words) => words.length > 0)
    .forEach((words, index) => {
      const name = `xl/drawings/drawing${index + 1}.xml`;
      parts.set(name, withAlts(parts.get(name) ?? '', words));
    });
  return new Map<string, string | Uint8Array>([...parts, ...media]);
}

const END = '</xdr:cNvPr>';

/** The pictures of a drawing with what is said of each to who cannot see it; the library says nothing, and more of anchors than there is (20.5.2.24). */
function withAlts(drawing: string, alts: readonly string[]): string {
  const [before = '', ...pictures] = drawing.replaceAll(' editAs="oneCell"', '').split('<xdr:cNvPr ');
  return [
    before,
    ...pictures.map((picture, index) => {
      // With an id that other programs would tell it by, which nobody needs.
      const own = picture.slice(0, picture.indexOf('>'));
      const rest = picture.slice(picture.indexOf(END) + END.length);
      const words = escaped(alts[index] ?? '').replaceAll('"', '&quot;');
      return `<xdr:cNvPr ${own} descr="${words}"/>${rest}`;
    }),
  ].join('');
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The name by which programs know the range of a sheet's filter; LibreOffice takes none without it. */
function filterName({ autoFilter, name }: Worksheet, index: number): readonly string[] {
  if (typeof autoFilter !== 'string') return [];
  const range = autoFilter.replaceAll(/(?<![A-Z])([A-Z]+)(\d+)/g, '$$$1$$$2');
  return [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${escaped(name)}'!${range}</definedName>`,
  ];
}

function sizesOf(sheet: Worksheet): SheetSizes {
  const columns = new Map<number, number>();
  for (let column = 1; column <= sheet.columnCount; column++) {
    const { width, hidden } = sheet.getColumn(column);
    if (width !== undefined) columns.set(column, hidden ? 0 : width);
  }
  const rows = new Map<number, number>();
  for (let row = 1; row <= sheet.rowCount; row++) {
    const height = sheet.findRow(row)?.height;
    if (height !== undefined) rows.set(row, height);
  }
  return { columns, rows };
}
