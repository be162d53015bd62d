// The bytes of a workbook -> its sheets, what is set in it, and what is in it that this program never writes. Shares nothing with the writer.
import { createHash } from 'node:crypto';
import { PictureFault } from '../../picture/picture.ts';
import { readPicture } from '../../picture/read-picture.ts';
import { readZip, type ZipLimits, type ZipRefusal } from '../../zip/read-zip.ts';
import type { Grammar } from './grammar.ts';
import { COMMENTS, NOTE_BOXES } from './note-rules.ts';
import { APP, CONTENT_TYPES, CORE, RELATIONSHIPS } from './package-rules.ts';
import { DRAWING, readPictures } from './picture-rules.ts';
import { child, isUsualFont, readStyles, readTexts } from './read-looks.ts';
import { readNotes } from './read-notes.ts';
import { type ReadSheet, readSheet, type Shared } from './read-sheet.ts';
import { Settings } from './settings.ts';
import { HIDDEN_SHEET, SHEET } from './sheet-rules.ts';
import { STRINGS, STYLES, WORKBOOK } from './workbook-rules.ts';
import { parseXml, XmlFault, type XmlNode } from './xml.ts';

/** What this program never writes. */
interface ForeignPart {
  readonly part: string;
  readonly what: string;
  /** `총괄!B3`, where it is in a cell. */
  readonly cell: string | undefined;
}

export interface ReadBook {
  /** By name, in their order. */
  readonly sheets: ReadonlyMap<string, ReadSheet>;
  readonly settings: Settings;
  readonly foreign: readonly ForeignPart[];
}

/** What makes a file unreadable; caught by the proof, which then tells of the file. */
export class WorkbookFault extends Error {}

/** Far above what a plan's tables come to. */
const LIMITS: ZipLimits = { entries: 2_000, entryBytes: 64 << 20, totalBytes: 256 << 20, ratio: 1_100 };

export const REFUSALS = {
  'not-a-zip': '통합문서(zip)가 아니거나 끝이 잘렸습니다',
  'several-disks': '여러 조각으로 나뉜 파일입니다',
  zip64: '이 프로그램이 쓰지 않는 꼴의 압축입니다(zip64)',
  'too-many-entries': '든 것이 지나치게 많습니다',
  'total-too-large': '풀면 지나치게 큽니다',
  'entry-too-large': '풀면 지나치게 큰 것이 들어 있습니다',
  'ratio-too-high': '지나치게 압축된 것이 들어 있습니다',
  encrypted: '암호가 걸려 있습니다',
  'unknown-method': '알 수 없는 방법으로 압축되어 있습니다',
  'name-twice': '같은 이름이 두 번 들어 있습니다',
  damaged: '압축이 깨졌습니다',
} as const satisfies Record<ZipRefusal['reason'], string>;

/** What is foreign in an archive that is more than its files. */
export const SPARE = '파일에 딸리지 않은 것(덧붙은 글, 폴더, 빈틈)';

/** The library's, always the same. */
const THEME = 'xl/theme/theme1.xml';
const THEME_SHA256 = 'f857ef82e4c0e273a16e5efcf5cb12ff7a9943851cbdbd992cd2722616b271ed';

const GRAMMARS: readonly (readonly [RegExp, Grammar])[] = [
  [/^\[Content_Types\]\.xml$/, CONTENT_TYPES],
  [/^(?:xl\/(?:worksheets\/|drawings\/)?)?_rels\/[\w.]*\.rels$/, RELATIONSHIPS],
  [/^xl\/workbook\.xml$/, WORKBOOK],
  [/^xl\/styles\.xml$/, STYLES],
  [/^xl\/sharedStrings\.xml$/, STRINGS],
  [/^xl\/comments\d+\.xml$/, COMMENTS],
  [/^xl\/drawings\/vmlDrawing\d+\.vml$/, NOTE_BOXES],
  [/^xl\/drawings\/drawing\d+\.xml$/, DRAWING],
  [/^docProps\/app\.xml$/, APP],
  [/^docProps\/core\.xml$/, CORE],
];

/** `hidden`: the name of the sheet that is not shown. Throws a WorkbookFault when the file cannot be read. */
export function readWorkbook(bytes: Uint8Array, hidden: string): ReadBook {
  const zip = readZip(bytes, LIMITS);
  if (!zip.ok) throw new WorkbookFault(REFUSALS[zip.refusal.reason]);
  const book = new Book(zip.entries, hidden);
  if (!zip.isBare) book.foreign.push({ part: 'zip', what: SPARE, cell: undefined });
  return book;
}

class Book implements ReadBook {
  readonly sheets = new Map<string, ReadSheet>();
  readonly settings = new Settings();
  readonly foreign: ForeignPart[] = [];
  readonly #entries: ReadonlyMap<string, Uint8Array>;
  readonly #hidden: string;
  readonly #roots = new Map<string, XmlNode>();
  #drawings = 0;

  constructor(entries: ReadonlyMap<string, Uint8Array>, hidden: string) {
    this.#entries = entries;
    this.#hidden = hidden;
    for (const [name, bytes] of entries) {
      this.settings.set(`파일 속 ${name}`, name.startsWith('xl/media/') ? digestOf(bytes) : '있음');
      if (name === THEME && createHash('sha256').update(bytes).digest('hex') !== THEME_SHA256)
        this.#tell(name, '다른 테마');
      const grammar = GRAMMARS.find(([form]) => form.test(name))?.[1];
      if (grammar !== undefined) this.#judge(name, grammar);
    }
    this.#readTypes();
    this.#readProperties();
    this.#readSheets();
  }

  /** The outermost element of a part. */
  #root(name: string): XmlNode {
    const known = this.#roots.get(name);
    if (known !== undefined) return known;
    const bytes = this.#entries.get(name);
    if (bytes === undefined) throw new WorkbookFault(`들어 있어야 할 ${name}이 없습니다`);
    try {
      const root = parseXml(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
      this.#roots.set(name, root);
      return root;
    } catch (fault) {
      if (fault instanceof XmlFault || fault instanceof TypeError)
        throw new WorkbookFault(`${name}: ${fault.message}`);
      throw fault;
    }
  }

  #judge(part: string, grammar: Grammar, sheet?: string): void {
    for (const { what, cell } of grammar.foreignIn(this.#root(part)))
      this.#tell(part, what, cell === undefined || sheet === undefined ? undefined : `${sheet}!${cell}`);
  }

  #tell(part: string, what: string, cell?: string): void {
    this.foreign.push({ part, what, cell });
  }

  #readTypes(): void {
    for (const { attributes } of this.#root('[Content_Types].xml').children) {
      const name = attributes.get('PartName') ?? `*.${attributes.get('Extension')}`;
      this.settings.set(`종류 ${name}`, attributes.get('ContentType') ?? '');
    }
    for (const name of this.#entries.keys())
      if (name.endsWith('.rels'))
        for (const { attributes } of this.#root(name).children)
          this.settings.set(
            `관계 ${name} ${attributes.get('Id')}`,
            `${attributes.get('Type')} ${attributes.get('Target')}`,
          );
  }

  #readProperties(): void {
    for (const { name, text } of this.#root('docProps/core.xml').children)
      this.settings.set(`문서 정보 ${name}`, text);
    const app = this.#root('docProps/app.xml');
    const titles = child(child(app, 'TitlesOfParts'), 'vt:vector');
    this.settings.set('시트 이름', titles?.children.map(({ text }) => text).join('|') ?? '');
    const [, count] = child(child(app, 'HeadingPairs'), 'vt:vector')?.children ?? [];
    this.settings.set('시트 수', child(count, 'vt:i4')?.text ?? '');
  }

  #readSheets(): void {
    const texts = this.#entries.has('xl/sharedStrings.xml')
      ? readTexts(this.#root('xl/sharedStrings.xml'))
      : [];
    if (!isUsualFont(this.#root('xl/styles.xml'))) this.#tell('xl/styles.xml', '열 너비를 재는 글자가 다름');
    const shared: Shared = { texts, styles: readStyles(this.#root('xl/styles.xml')), used: new Set() };
    const workbook = this.#root('xl/workbook.xml');
    const sheets = child(workbook, 'sheets')?.children ?? [];
    sheets.forEach(({ attributes }, index) => {
      const at = (key: string) => attributes.get(key) ?? '';
      const name = at('name');
      this.settings.set(`${index + 1}번째 시트`, [name, at('sheetId'), at('state'), at('r:id')].join('|'));
      const part = `xl/worksheets/sheet${index + 1}.xml`;
      this.#judge(part, name === this.#hidden ? HIDDEN_SHEET : SHEET, name);
      const root = this.#root(part);
      const sheet = readSheet(name, root, shared);
      for (const cell of sheet.misplaced) this.#tell(part, `두 번 있거나 제자리가 아닌 칸 ${cell}`);
      const comments = `xl/comments${index + 1}.xml`;
      const drawing = `xl/drawings/vmlDrawing${index + 1}.vml`;
      if (this.#entries.has(comments))
        readNotes(
          this.#root(comments),
          this.#entries.has(drawing) ? this.#root(drawing) : undefined,
          sheet.settings,
        );
      const boxes = child(root, 'legacyDrawing')?.attributes.get('r:id');
      if (boxes !== undefined) sheet.settings.set('메모 상자의 관계', boxes);
      const pictures = child(root, 'drawing')?.attributes.get('r:id');
      if (pictures !== undefined) {
        sheet.settings.set('이미지의 관계', pictures);
        this.#drawings++;
        readPictures(this.#root(`xl/drawings/drawing${this.#drawings}.xml`), sheet.settings);
      }
      if (this.sheets.has(name)) this.#tell('xl/workbook.xml', `두 번 있는 시트 ${name}`);
      this.sheets.set(name, sheet);
    });
    for (const { attributes, text } of child(workbook, 'definedNames')?.children ?? []) {
      const scope = ['name', 'localSheetId', 'hidden'].flatMap((key) => attributes.get(key) ?? []);
      this.settings.set(`이름 ${scope.join(' ')}`, text);
    }
    shared.texts.forEach(({ text }, index) => {
      if (!shared.used.has(index))
        this.#tell('xl/sharedStrings.xml', `아무 칸에도 없는 글 ${text.slice(0, 60)}`);
    });
  }
}

/** Of the picture in a file, however it is packed. */
function digestOf(bytes: Uint8Array): string {
  try {
    return readPicture(bytes).digest;
  } catch (fault) {
    if (fault instanceof PictureFault) return fault.message;
    throw fault;
  }
}
