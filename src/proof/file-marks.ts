// The bytes of a file that may be one of ours -> what it says of itself: which document, which plan and edition, which kind of copy.
import { REVIEW_LABEL } from '../document/print-words.ts';
import { ORIGIN_SHEET } from '../document/workbook.ts';
import { HwpxFault, readPackage } from './hwpx/read-package.ts';
import { readBody } from './hwpx/read-text.ts';
import { PdfFile } from './pdf/pdf-file.ts';
import { PdfFault } from './pdf/pdf-value.ts';
import { readPages } from './pdf/read-pdf.ts';
import { propertiesOf } from './prove-properties.ts';
import { readWorkbook, WorkbookFault } from './xlsx/read-workbook.ts';

interface PdfMarks {
  /** Of the document, with the edition's in brackets. */
  readonly title: string;
  /** Whether a text stands by itself on a page, and on how many of them. */
  readonly pagesWith: (text: string) => number;
  readonly pages: number;
}

/** What files say of themselves, each read once however often it is asked. */
export class FileMarks {
  readonly #pdfs = new Map<Uint8Array, PdfMarks | undefined>();
  readonly #hwpx = new Map<Uint8Array, HwpxMarks | undefined>();
  readonly #workbooks = new Map<Uint8Array, WorkbookMarks | undefined>();

  /** Undefined for what is no PDF that can be read. */
  pdf(bytes: Uint8Array): PdfMarks | undefined {
    if (!this.#pdfs.has(bytes)) this.#pdfs.set(bytes, pdfMarks(bytes));
    return this.#pdfs.get(bytes);
  }

  /** Undefined for what is no file for 한글 that can be read. */
  hwpx(bytes: Uint8Array): HwpxMarks | undefined {
    if (!this.#hwpx.has(bytes)) this.#hwpx.set(bytes, hwpxMarks(bytes));
    return this.#hwpx.get(bytes);
  }

  /** Undefined for what is no workbook that can be read; nothing is known of one without the hidden sheet. */
  workbook(bytes: Uint8Array): WorkbookMarks | undefined {
    if (!this.#workbooks.has(bytes)) this.#workbooks.set(bytes, workbookMarks(bytes));
    return this.#workbooks.get(bytes);
  }
}

function pdfMarks(bytes: Uint8Array): PdfMarks | undefined {
  try {
    const file = new PdfFile(bytes);
    const pages = readPages(file).map(({ pieces }) => new Set(pieces.map(({ text }) => text.trim())));
    return {
      title: propertiesOf(file).Title ?? '',
      pages: pages.length,
      pagesWith: (text) => pages.filter((texts) => texts.has(text)).length,
    };
  } catch (fault) {
    if (!(fault instanceof PdfFault)) throw fault;
    return undefined;
  }
}

interface HwpxMarks {
  /** Whether a head says that it is a review copy. */
  readonly isReview: boolean;
  readonly has: (text: string) => boolean;
}

function hwpxMarks(bytes: Uint8Array): HwpxMarks | undefined {
  try {
    const { heads, paragraphs } = readBody(readPackage(bytes).sections);
    return {
      isReview: heads.some(({ text }) => text.startsWith(`[${REVIEW_LABEL}]`)),
      has: (wanted) => paragraphs.some(({ text }) => text === wanted),
    };
  } catch (fault) {
    if (!(fault instanceof HwpxFault)) throw fault;
    return undefined;
  }
}

interface WorkbookMarks {
  readonly plan: string | undefined;
  readonly edition: number | undefined;
  /** What each figure's cell held when the workbook was written, by address; inputs first. */
  readonly values: ReadonlyMap<string, string>;
}

function workbookMarks(bytes: Uint8Array): WorkbookMarks | undefined {
  try {
    const cells = readWorkbook(bytes, ORIGIN_SHEET).sheets.get(ORIGIN_SHEET)?.cells ?? new Map();
    const at = (column: string, row: number): string => cells.get(`${column}${row}`)?.value ?? '';
    const [inputs, derived] = [new Map<string, string>(), new Map<string, string>()];
    let plan: string | undefined;
    let edition: number | undefined;
    for (let row = 1; at('A', row) !== ''; row++) {
      const kind = at('A', row);
      if (kind === 'plan') plan = at('B', row);
      else if (kind === 'edition') edition = Number(at('B', row));
      else if (kind === 'input') inputs.set(at('B', row), at('D', row));
      else if (kind === 'derived') derived.set(at('B', row), at('D', row));
    }
    return { plan, edition, values: new Map([...inputs, ...derived]) };
  } catch (fault) {
    if (!(fault instanceof WorkbookFault)) throw fault;
    return undefined;
  }
}
