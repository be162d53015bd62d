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
  append(text: string, where: { readonly name: string }): void;
}

type Step = (zip: Collector, model: Model) => void | Promise<void>;

/** The steps of its `write`, in its order: sheets collect the strings and styles that later parts list. */
const STEPS = [
  'addContentTypes',
  'addOfficeRels',
  'addWorkbookRels',
  'addWorksheets',
  'addSharedStrings',
  'addThemes',
  'addStyles',
  'addApp',
  'addCore',
  'addWorkbook',
] as const;

type Writer = { prepareModel(model: Model, options: object): void } & Record<(typeof STEPS)[number], Step>;

const SHARED_STRINGS = 'xl/sharedStrings.xml';
const WORKBOOK = 'xl/workbook.xml';

const HYPERLINK = '/hyperlink';

/** Its own archive is left out: packing with Node's deflate takes a tenth of the time, and dates need not be mended afterwards. */
export async function partsOf(file: Workbook): Promise<ReadonlyMap<string, string>> {
  const parts = new Map<string, string>();
  const collector: Collector = { append: (text, { name }) => parts.set(name, text) };
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
  return parts;
}

/** The name by which programs know the range of a sheet's filter; LibreOffice takes none without it. */
function filterName({ autoFilter, name }: Worksheet, index: number): readonly string[] {
  if (typeof autoFilter !== 'string') return [];
  const range = autoFilter.replaceAll(/(?<![A-Z])([A-Z]+)(\d+)/g, '$$$1$$$2');
  const escaped = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${escaped}'!${range}</definedName>`,
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
