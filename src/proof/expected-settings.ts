// A workbook's model -> what has to be set in its file beside what the cells hold, by the names that the proof's reader gives.
import { ORIGIN_SHEET, type Sheet, type Workbook } from '../document/workbook.ts';
import type { CellValues } from '../sheet/cell-values.ts';
import { inputRules } from '../sheet/input-rules.ts';
import { noteBox, type SheetSizes } from '../sheet/note-box.ts';
import { pictureBox } from '../sheet/picture-box.ts';
import { frameOf, type SheetFrame } from '../sheet/sheet-frame.ts';
import { cellName, cellsIn, rowsAbove } from './cell-name.ts';
import { pictureText } from './xlsx/picture-rules.ts';
import { boxText } from './xlsx/read-notes.ts';
import { Settings } from './xlsx/settings.ts';

/** English metric units of a pixel of a screen. */
const EMU = 9525;

/** Of one sheet. */
export function sheetSettings(sheet: Sheet, colours: Workbook['colours'], values: CellValues): Settings {
  const settings = new Settings();
  const frame = frameOf(sheet, colours);
  const { columns, rows } = frame.frozen;
  const top = rowsAbove(sheet);
  sheet.columns.forEach((width, index) => {
    // The library drops a width of exactly 9.
    settings.set(`${index + 1}번째 열 너비`, width === 9 ? 9.01 : width);
    if (sheet.hiddenColumns?.includes(index)) settings.set(`${index + 1}번째 열 숨김`, 1);
  });
  for (const { row, height } of frame.lines) {
    settings.set(`행 ${row} 높이`, height);
    if (frame.width > 1) settings.set(`합친 칸 A${row}:${cellName(frame.width - 1, row)}`, '있음');
  }
  frame.heights.forEach((height, index) => {
    settings.set(`행 ${top + index + 1} 높이`, height);
  });
  let hasNotes = false;
  const sizes = sizesOf(sheet, frame);
  sheet.rows.forEach((row, index) => {
    for (const cell of row) {
      const { column, colSpan, rowSpan, content } = cell;
      const at = cellName(column, top + index + 1);
      if (colSpan > 1 || rowSpan > 1)
        settings.set(`합친 칸 ${at}:${cellName(column + colSpan - 1, top + index + rowSpan)}`, '있음');
      if (content.kind === 'link') settings.set(`연결 ${at}`, `'${content.sheet}'!A1`);
      const value = values.get(cell);
      if (value?.kind !== 'number' || value.note === undefined) continue;
      hasNotes = true;
      settings.set(`메모 ${at}`, value.note);
      // The library lets boxes begin a row above, a column to the right.
      const start = [column + 1, 6, Math.max(top + index - 1, 0), 14] as const;
      const { width, height, anchor } = noteBox(escaped(value.note), start, sizes);
      settings.set(`메모 상자 ${at}`, boxText(`width:${width}pt;height:${height}pt`, anchor));
    }
  });
  if (hasNotes) settings.set('메모 상자의 관계', 'rId2');
  if (sheet.pictures !== undefined) settings.set('이미지의 관계', 'rId1');
  sheet.pictures?.forEach((one, index) => {
    const { row, width, height } = pictureBox(sheet, one);
    const [wide, high] = [width * EMU, height * EMU];
    settings.set(`이미지 ${index + 1}`, pictureText(row, wide, high, `rId${index + 1}`, one.alt));
  });
  const pane = `${rows > 0 ? 'bottom' : 'top'}${columns > 0 ? 'Right' : 'Left'}`;
  settings.set('틀 고정', [columns || '', rows || '', cellName(columns, rows + 1), pane, pane].join(' '));
  settings.set('인쇄 방향', sheet.orientation);
  if (frame.filter !== undefined) settings.set('자동 필터', frame.filter);
  for (const [range, rule] of inputRules(sheet)) {
    // `between` goes without saying (18.3.1.32).
    const operator = rule.operator === 'between' ? '' : (rule.operator ?? '');
    const { type, errorStyle = '', error = '', prompt } = rule;
    const isTold = String(prompt !== undefined);
    const parts = [type, operator, errorStyle, error, prompt ?? '', isTold, isTold, ...rule.formulae];
    for (const cell of cellsIn(range)) settings.set(`입력 규칙 ${cell}`, parts.join('|'));
  }
  return settings;
}

function sizesOf(sheet: Sheet, { lines, heights }: SheetFrame): SheetSizes {
  const top = rowsAbove(sheet);
  const widths = sheet.columns.map((width, index) => (sheet.hiddenColumns?.includes(index) ? 0 : width));
  return {
    columns: new Map(widths.map((width, index) => [index + 1, width === 9 ? 9.01 : width])),
    rows: new Map([
      ...lines.map(({ row, height }) => [row, height] as const),
      ...heights.map((height, index) => [top + index + 1, height] as const),
    ]),
  };
}

/** As XML writes it. */
function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': 'amp',
    '<': 'lt',
    '>': 'gt',
    '"': 'quot',
    "'": 'apos',
  };
  return text.replaceAll(/[&<>"']/g, (sign) => `&${entities[sign]};`);
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/';
const TYPE = 'application/vnd.openxmlformats-';
const SHEETML = `${TYPE}officedocument.spreadsheetml.`;

/** Of the whole file. `noted`: the numbers of the sheets that have cell notes, from 1. */
export function bookSettings(workbook: Workbook, noted: readonly number[]): Settings {
  const { sheets, colours, origin, title, issuer, issueDate, keywords = [], summary = '' } = workbook;
  const settings = new Settings();
  const names = [...sheets.map(({ name }) => name), ...(origin === undefined ? [] : [ORIGIN_SHEET])];
  const relate = (part: string, ...relations: readonly string[]) => {
    settings.set(`파일 속 ${part}`, '있음');
    relations.forEach((relation, index) => {
      settings.set(`관계 ${part} rId${index + 1}`, relation);
    });
  };
  const add = (part: string, type: string) => {
    settings.set(`파일 속 ${part}`, '있음');
    settings.set(`종류 /${part}`, type);
  };
  settings.set('파일 속 [Content_Types].xml', '있음');
  settings.set('종류 *.rels', `${TYPE}package.relationships+xml`);
  settings.set('종류 *.xml', 'application/xml');
  settings.set('종류 *.vml', `${TYPE}officedocument.vmlDrawing`);
  add('xl/workbook.xml', `${SHEETML}sheet.main+xml`);
  add('xl/theme/theme1.xml', `${TYPE}officedocument.theme+xml`);
  add('xl/styles.xml', `${SHEETML}styles+xml`);
  add('xl/sharedStrings.xml', `${SHEETML}sharedStrings+xml`);
  add('docProps/core.xml', `${TYPE}package.core-properties+xml`);
  add('docProps/app.xml', `${TYPE}officedocument.extended-properties+xml`);
  relate(
    '_rels/.rels',
    `${OFFICE}officeDocument xl/workbook.xml`,
    `${PACKAGE}core-properties docProps/core.xml`,
    `${OFFICE}extended-properties docProps/app.xml`,
  );
  relate(
    'xl/_rels/workbook.xml.rels',
    `${OFFICE}styles styles.xml`,
    `${OFFICE}theme theme/theme1.xml`,
    `${OFFICE}sharedStrings sharedStrings.xml`,
    ...names.map((_, index) => `${OFFICE}worksheet worksheets/sheet${index + 1}.xml`),
  );
  names.forEach((name, index) => {
    const state = name === ORIGIN_SHEET ? 'veryHidden' : 'visible';
    settings.set(`${index + 1}번째 시트`, [name, index + 1, state, `rId${index + 4}`].join('|'));
    add(`xl/worksheets/sheet${index + 1}.xml`, `${SHEETML}worksheet+xml`);
  });
  for (const number of noted) {
    add(`xl/comments${number}.xml`, `${SHEETML}comments+xml`);
    settings.set(`파일 속 xl/drawings/vmlDrawing${number}.vml`, '있음');
    relate(
      `xl/worksheets/_rels/sheet${number}.xml.rels`,
      `${OFFICE}comments ../comments${number}.xml`,
      `${OFFICE}vmlDrawing ../drawings/vmlDrawing${number}.vml`,
    );
  }
  let files = 0;
  const extensions = new Set<string>();
  sheets
    .map((sheet, index) => ({ pictures: sheet.pictures ?? [], number: index + 1 }))
    .filter(({ pictures }) => pictures.length > 0)
    .forEach(({ pictures, number }, index) => {
      const part = `drawing${index + 1}.xml`;
      add(`xl/drawings/${part}`, `${TYPE}officedocument.drawing+xml`);
      relate(`xl/worksheets/_rels/sheet${number}.xml.rels`, `${OFFICE}drawing ../drawings/${part}`);
      const names = pictures.map(({ picture }) => {
        const extension = picture.coding === 'dct' ? 'jpeg' : 'png';
        const name = `image${++files}.${extension}`;
        settings.set(`파일 속 xl/media/${name}`, picture.digest);
        extensions.add(extension);
        return name;
      });
      relate(`xl/drawings/_rels/${part}.rels`, ...names.map((name) => `${OFFICE}image ../media/${name}`));
    });
  for (const one of extensions) settings.set(`종류 *.${one}`, `image/${one}`);
  sheets.forEach((sheet, index) => {
    const { printed, titles, filter } = frameOf(sheet, colours);
    const range = (area: string) =>
      `'${sheet.name}'!${area.replaceAll(/([A-Z]{1,3})(\d{1,7})/g, '$$$1$$$2')}`;
    settings.set(`이름 _xlnm.Print_Area ${index}`, range(printed));
    if (titles !== undefined)
      settings.set(`이름 _xlnm.Print_Titles ${index}`, `'${sheet.name}'!$${titles[0]}:$${titles[1]}`);
    if (filter !== undefined) settings.set(`이름 _xlnm._FilterDatabase ${index} 1`, range(filter));
    const top = rowsAbove(sheet);
    sheet.rows.forEach((row, at) => {
      for (const { name, column } of row)
        if (name !== undefined) settings.set(`이름 ${name}`, range(cellName(column, top + at + 1)));
    });
  });
  settings.set('시트 이름', names.join('|'));
  settings.set('시트 수', names.length);
  const properties = { creator: issuer, title, subject: '', description: summary };
  for (const [name, text] of Object.entries(properties)) settings.set(`문서 정보 dc:${name}`, text);
  const others = { keywords: keywords.join(', '), category: '', lastModifiedBy: issuer };
  for (const [name, text] of Object.entries(others)) settings.set(`문서 정보 cp:${name}`, text);
  for (const name of ['created', 'modified'])
    settings.set(`문서 정보 dcterms:${name}`, `${issueDate}T00:00:00Z`);
  return settings;
}
