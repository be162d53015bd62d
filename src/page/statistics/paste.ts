// A pasted block, its heads and labels among it -> what is typed into which cells, and what was understood in words.
import type { TypeCells, TypedCell } from '../../serve/api-statistics.ts';
import type { Block } from './clipboard.ts';
import type { Layout, NumberCell } from './layout.ts';

interface Pasted extends Pick<TypeCells, 'cells' | 'unit'> {
  /** In sentences. */
  readonly words: string;
}

/** Not given out by whoever made the statistics. */
const SECRET = /^(?:[xX]|\*+|…|\.{2,})$/;
const NUMBER = /^[△▲(+\-−–]?\s*[\d０-９]/;
const NONE = /^[-−–]$/;
const UNIT_LINE = /단위\s*[:：]\s*([^)\]]+)/;

/** Begins at the cell that is selected, but for rows whose names are those of the table. */
export function readPaste(block: Block, layout: Layout, from: NumberCell): Pasted {
  const width = Math.max(...block.map((row) => row.length));
  const { heads, data } = split(block);
  const labels = labelCount(data, width);
  const units = Array.from({ length: width }, (_, column) => unitOf(heads, column));
  const line = heads
    .flat()
    .map((text) => UNIT_LINE.exec(text)?.[1]?.trim())
    .find((text) => text !== undefined);
  const shared = line !== undefined && !/[,·、]/.test(line) ? line : undefined;
  const named = labels > 0 ? rowsByName(data, labels, layout) : undefined;
  const cells: TypedCell[] = [];
  const counts = { secret: 0, computed: 0, outside: 0 };
  data.forEach((row, index) => {
    const top = named === undefined ? from.row + index : (named[index] ?? -1);
    row.slice(labels).forEach((text, right) => {
      const target = layout.at(top, from.column + right);
      const unit = units[labels + right];
      if (target === undefined) counts.outside += text === '' ? 0 : 1;
      else if (target.figure.state === 'computed') counts.computed++;
      else if (SECRET.test(text)) counts.secret++;
      else cells.push({ cell: target.figure.cell, text, ...(unit !== undefined && { unit }) });
    });
  });
  const read = [...new Set([...units.slice(labels), shared].filter((unit) => unit !== undefined))];
  const words = [
    `${data.length}줄 × ${width - labels}칸을 붙였습니다.`,
    ...(read.length > 0 ? [`단위는 머리글대로 읽었습니다(${read.join(', ')}).`] : []),
    ...(named === undefined ? [] : ['줄은 이름으로 맞췄습니다.']),
    ...(counts.secret > 0 ? [`비공개 ${counts.secret}칸은 그대로 두었습니다.`] : []),
    ...(counts.computed > 0 ? [`셈하는 ${counts.computed}칸은 건너뛰었습니다.`] : []),
    ...(counts.outside > 0 ? [`표 밖의 ${counts.outside}칸은 넣지 않았습니다.`] : []),
  ].join(' ');
  return { cells, words, ...(shared !== undefined && { unit: shared }) };
}

function isNumber(text: string): boolean {
  return NUMBER.test(text) || NONE.test(text) || SECRET.test(text);
}

/** Heads are the rows above the first that has a number behind its first text; years alone are heads too where a row of other texts follows. */
function split(block: Block): { readonly heads: Block; readonly data: Block } {
  const isHead = (row: readonly string[]): boolean => {
    const texts = row.filter((text) => text !== '');
    return (
      texts.length > 0 &&
      texts.every((text) => !isNumber(text) || /^\d{4}\s*년?$/.test(text)) &&
      texts.some((text) => !isNumber(text))
    );
  };
  const at = block.findIndex((row) => !isHead(row));
  return at < 1 ? { heads: [], data: block } : { heads: block.slice(0, at), data: block.slice(at) };
}

/** How many columns from the left have names and no number in any row. */
function labelCount(data: Block, width: number): number {
  const isLabel = (column: number): boolean => {
    const texts = data.map((row) => row[column] ?? '');
    return (
      texts.some((text) => text !== '') &&
      texts.every(
        (text) => text === '' || !isNumber(text) || /^\d{4}년/.test(text) || /^\d+\.\s*\D/.test(text),
      )
    );
  };
  let count = 0;
  while (count < width - 1 && isLabel(count)) count++;
  return count;
}

/** The last brackets of the heads of a column: `사업체수(개)`. */
function unitOf(heads: Block, column: number): string | undefined {
  const found = heads.map((row) => /\(([^()]+)\)\s*$/.exec(row[column] ?? '')?.[1]?.trim());
  return found.findLast((text) => text !== undefined && !UNIT_LINE.test(text));
}

/** By row of the block the table's; undefined unless every name is that of one row. */
function rowsByName(data: Block, labels: number, layout: Layout): readonly number[] | undefined {
  const rows = new Map<string, number>();
  const twice = new Set<string>();
  layout.places.forEach((line, row) => {
    const name = plain(line.filter((cell) => cell?.isHead === true).at(-1)?.text ?? '');
    if (rows.has(name)) twice.add(name);
    if (line.some((cell) => cell?.figure !== undefined)) rows.set(name, row);
  });
  const found = data.map((row) => {
    const name = plain(row.slice(0, labels).findLast((text) => text !== '') ?? '');
    return twice.has(name) ? undefined : rows.get(name);
  });
  return found.every((row) => row !== undefined) ? found : undefined;
}

function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, '')
    .replace(/^\d+\./, '')
    .replace(/년$/, '');
}
