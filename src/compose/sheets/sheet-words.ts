// A sheet of the programme -> the same with its name, heads, prompts and warnings in the plan's own words for strategies, tasks and projects.
import type { LiveSum } from '../../document/live-sum.ts';
import { isSheetName, type Sheet, type SheetCell, type TextPiece, textIn } from '../../document/workbook.ts';
import { cutAt, type Labels, withLevels } from '../../plan/labels.ts';
import { IMAGES } from './images-sheet.ts';
import { REST } from './input-rows.ts';
import { GONE } from './lineage-sheet.ts';

/** Every sheet that is named for a level, and what else a workbook's sheets are called. */
const NAMED = ['실천과제별', '세부사업별(입력)', '실천과제별목표', '세부사업별목표', '실천과제별예산'];
const OTHERS = [
  '표지',
  '총괄',
  '공통목표',
  '분야별목표',
  '고용부 분류별',
  '변경대비표',
  '연도별예산(입력)',
  IMAGES,
  '사업이력',
  '그밖의수치(입력)',
  '기본정보',
  '추진일정',
  '홍보',
  '본문',
  '새표1',
  '새표2',
];
/** Those of plan.xlsx that have the level's name alone: in a text it is the level. */
const LEVELS = ['추진전략', '실천과제'];

/** What stands in rows in the place of a name. */
const OURS: ReadonlySet<string> = new Set([REST, GONE]);

export function inWordsOf(sheet: Sheet, labels: Labels | undefined): Sheet {
  if (labels?.levels === undefined) return sheet;
  const words = new SheetWords(labels);
  return {
    ...sheet,
    name: words.name(sheet.name),
    caption: words.pieces(sheet.caption),
    ...(sheet.unitLine && { unitLine: words.pieces(sheet.unitLine) }),
    rows: sheet.rows.map((row) => row.map((cell) => words.cell(cell))),
    notes: sheet.notes.map((note) => words.pieces(note)),
  };
}

class SheetWords {
  /** Whether the sheets may be called in the plan's words: those that Excel takes, each another. */
  readonly #named: boolean;

  constructor(readonly labels: Labels) {
    const names = [...[...NAMED, ...LEVELS].map((name) => withLevels(name, labels)), ...OTHERS].map((name) =>
      name.toLowerCase(),
    );
    this.#named = names.every(isSheetName) && new Set(names).size === names.length;
  }

  name(usual: string): string {
    return this.#named ? withLevels(usual, this.labels) : usual;
  }

  pieces(list: readonly TextPiece[]): readonly TextPiece[] {
    return list.map((piece) => ({ ...piece, text: this.#said(piece.text) }));
  }

  cell(cell: SheetCell): SheetCell {
    const { content, input, prompt, role } = cell;
    const isOurs = role === 'column-header' || OURS.has(textIn(content));
    return {
      ...cell,
      ...(content.kind === 'text' &&
        isOurs && { content: { ...content, pieces: this.pieces(content.pieces) } }),
      ...((content.kind === 'figure' || content.kind === 'live') &&
        content.sum !== undefined && { content: { ...content, sum: this.#sum(content.sum) } }),
      ...(typeof input === 'object' &&
        'sheet' in input && {
          input: { ...input, sheet: this.name(input.sheet), refusal: this.#said(input.refusal) },
        }),
      ...(prompt !== undefined && { prompt: this.#said(prompt) }),
    };
  }

  /** A text of ours, in which a sheet may be named. */
  #said(text: string): string {
    if (this.#named) return withLevels(text, this.labels);
    return cutAt(
      text,
      NAMED.toSorted((one, other) => other.length - one.length),
    )
      .map((piece, index) => (index % 2 === 0 ? withLevels(piece, this.labels) : piece))
      .join('');
  }

  #sum(sum: LiveSum): LiveSum {
    switch (sum.kind) {
      case 'rows':
        return { ...sum, ledger: this.name(sum.ledger) };
      case 'lost':
        return { ...sum, sheet: this.name(sum.sheet), words: this.#said(sum.words) };
      case 'across':
        return sum.besides === undefined ? sum : { ...sum, besides: this.#sum(sum.besides) };
      default:
        return sum;
    }
  }
}
