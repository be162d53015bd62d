// A row of a budget table -> the code, name and other texts that count for it, its own or those above.
import type { Grid } from './grid.ts';
import type { Segment } from './tables.ts';

interface RowNames {
  readonly code: string;
  readonly name: string;
  /** Whether both stand in a row above. */
  readonly carried: boolean;
  /** By column: all that is no amount and no stage, as shown. */
  readonly texts: ReadonlyMap<number, string>;
  readonly detail: string;
  readonly stageText: string;
}

/** Reads rows from the top; remembers which name stands above. */
export class RowReader {
  #last = { code: '', name: '', stageText: '' };

  constructor(
    readonly grid: Grid,
    /** Names of sums and notes are names of no other row. */
    readonly isName: (text: string) => boolean,
  ) {}

  read({ head, layout }: Segment, row: number): RowNames {
    const { grid } = this;
    const columnOf = (what: 'code' | 'name' | 'stage' | 'source') => head.texts.get(what);
    const shown = (column: number | undefined) => (column === undefined ? '' : grid.shown(row, column));
    const amounts = new Set(
      head.columns.flatMap(({ column, meaning }) => (meaning.kind === 'amount' ? [column] : [])),
    );
    const [codeColumn, nameColumn, stageColumn] = [columnOf('code'), columnOf('name'), columnOf('stage')];
    let [code, name, stageText] = [shown(codeColumn), shown(nameColumn), shown(stageColumn)];
    // Merged to the side: a title or a sum, no code.
    if (
      codeColumn !== undefined &&
      nameColumn !== undefined &&
      code !== '' &&
      grid.mergedAt(row, codeColumn) !== undefined
    )
      if (grid.mergedAt(row, codeColumn) === grid.mergedAt(row, nameColumn)) code = '';
    const own = (column: number | undefined) => column !== undefined && grid.own(row, column) !== '';
    const above = !own(codeColumn) && !own(nameColumn);
    const last = this.#last;
    const details = [...layout.details, columnOf('source') ?? 0].map(shown).filter((text) => text !== '');
    let carried = above && (code !== '' || name !== '');
    if (code === '' && name === '' && details.length > 0 && (last.code !== '' || last.name !== '')) {
      [code, name] = [last.code, last.name];
      carried = true;
    } else if (code === '' && name !== '' && name === last.name) code = last.code;
    else if (name === '' && code !== '' && code === last.code) name = last.name;
    if (carried && stageText === '') stageText = last.stageText;
    if ((code !== '' || name !== '') && this.isName(code) && this.isName(name))
      this.#last = { code, name, stageText };
    const texts = new Map<number, string>();
    for (const { column } of head.columns)
      if (!amounts.has(column) && column !== stageColumn && column !== codeColumn && column !== nameColumn)
        texts.set(column, grid.shown(row, column));
    return { code, name, carried, texts, detail: details.join(' '), stageText };
  }
}
