// The lines of one template, as a workbook has them -> that template with them.
import { headingLine } from '../../../plan/heading-line.ts';
import { insertedBy } from '../../../plan/inserted-line.ts';
import { lineFault } from '../../../plan/line-fault.ts';
import { escaped } from '../../../plan/literal.ts';
import { markedLine, retyped, shownSegments } from '../../../plan/marked-line.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { BodyText } from '../../../plan/plan-form.ts';
import { type TemplateUnit, unitId, unitOf, unitsOf } from '../../../plan/template-units.ts';
import { ITEM, plainMarker } from '../../../plan/typed-markers.ts';
import type { ImportFaults } from '../import-faults.ts';
import { tellCharacters } from '../text-marks.ts';
import type { FormEdit } from './form-edit.ts';
import { type FormCell, sameWords } from './form-rows.ts';

/** Opens a line that is one by itself. */
const OPENING = /^(?:#{1,3}\s|□|[※*]\s)/u;

const HEADING = /^(?:#{1,3}\s|□)/u;

/** What becomes of the lines of a unit. */
interface Work {
  readonly unit: TemplateUnit;
  /** In its place; undefined where it stays. */
  instead?: readonly string[];
  readonly behind: string[];
}

type Change = Pick<FormEdit, 'before' | 'after' | 'place'>;

export class BodyReader {
  readonly name: string;
  readonly #units: readonly TemplateUnit[];
  readonly #claimed = new Map<string, TemplateUnit>();
  readonly #works = new Map<TemplateUnit, Work>();
  readonly #changes: Change[] = [];
  /** Units that have come since the workbook was written. */
  #since: TemplateUnit[] = [];

  /** `label`: what people call the text; `fixed`: what stands on the sheet beside what is typed. */
  constructor(
    readonly plan: Plan,
    readonly text: BodyText,
    readonly label: string,
    readonly fixed: ReadonlySet<string>,
    readonly faults: ImportFaults,
  ) {
    this.name = text.name;
    this.#units = unitsOf(text.text.text);
  }

  /** The ids of the rows that the workbook was written with: each is of one unit, in its own line where it still stands there. */
  claim(ids: readonly string[]): void {
    const byId = new Map(this.#units.map((unit) => [unitId(this.name, unit), unit]));
    const free = new Set(this.#units);
    const take = (id: string, unit: TemplateUnit | undefined): void => {
      if (unit === undefined || !free.delete(unit)) return;
      this.#claimed.set(id, unit);
    };
    for (const id of ids) take(id, byId.get(bare(id)));
    for (const id of ids) if (!this.#claimed.has(id)) take(id, unitOf(bare(id), [...free]));
    this.#since = [...free].filter(({ isCall }) => !isCall);
  }

  /** A row that the workbook was written with. */
  known(id: string, cell: FormCell): void {
    const unit = this.#claimed.get(id);
    if (id.endsWith('!')) {
      if (cell.text === '') this.#taken(unit, cell);
      else if (!this.fixed.has(cell.text.replaceAll(/\s+/g, ' '))) this.#tellMark(cell, []);
      return;
    }
    if (sameWords(cell.text, cell.base)) return;
    if (unit === undefined) {
      if (cell.text !== '' && !this.#isThere(cell)) this.#tellChanged(cell);
      return;
    }
    const line = markedLine(plainMarker(unit.source));
    const shown = shownSegments(line, cell.base);
    if (shown === undefined) {
      this.#tellMark(cell, []);
      return;
    }
    if (cell.text === '') {
      if (line.lead.startsWith('#'))
        this.faults.add({
          rule: 'blank-text',
          place: cell.place,
          message: `비울 수 없는 제목입니다: ${cell.base}`,
          expected: '한 글자 이상',
        });
      else this.#put(unit, [], cell);
      return;
    }
    const [first = '', ...more] = chunksOf(cell.text, line.lead.startsWith('#'));
    const keepsLead = line.lead.startsWith('#') ? !OPENING.test(first) : first[0] === cell.base[0];
    const made = retyped(keepsLead ? line : { ...line, lead: '' }, shown, first);
    if ('lost' in made) this.#tellMark(cell, made.lost);
    else if (this.#isSound([made.source, ...more], cell))
      this.#put(unit, [made.source, ...more.map(spelt)], cell);
  }

  /** A line that can only be taken out: what a tag puts there goes with it. What only the file can keep stays, and is told. */
  #taken(unit: TemplateUnit | undefined, cell: FormCell): void {
    const shown = unit && insertedBy(unit.source, this.plan);
    if (unit !== undefined && shown !== undefined) this.#put(unit, [], { ...cell, base: shown });
    else if (unit !== undefined) this.#tellMark(cell, []);
  }

  /** A new line below the row with the id. */
  added(id: string, cell: FormCell): void {
    const unit = this.#claimed.get(id);
    if (this.#isThere(cell)) return;
    if (unit === undefined) {
      this.#tellChanged(cell);
      return;
    }
    const lines = chunksOf(cell.text);
    if (!this.#isSound(lines, cell)) return;
    this.#workOf(unit).behind.push(...lines.map(spelt));
    this.#changes.push({ before: '', after: cell.text, place: cell.place });
  }

  /** The changes, of which the first makes them all. */
  edits(): readonly FormEdit[] {
    return this.#changes.map((change, index) => ({
      ...change,
      what: `본문 › ${this.label}`,
      file: this.name,
      write: (texts) => {
        const text = texts.get(this.name);
        if (index === 0 && text !== undefined) texts.set(this.name, this.#written(text));
      },
    }));
  }

  #put(unit: TemplateUnit, instead: readonly string[], { text, base, place }: FormCell): void {
    this.#workOf(unit).instead = instead;
    this.#changes.push({ before: base, after: text, place });
  }

  #workOf(unit: TemplateUnit): Work {
    const work = this.#works.get(unit) ?? { unit, behind: [] };
    this.#works.set(unit, work);
    return work;
  }

  #written(text: string): string {
    const lines = text.split('\n');
    const works = [...this.#works.values()].sort((a, b) => b.unit.from - a.unit.from);
    for (const { unit, instead, behind } of works) {
      const own = lines.slice(unit.from - 1, unit.to);
      const [indent = ''] = /^\s*/.exec(own[0] ?? '') ?? [];
      const made = instead === undefined ? own : instead.map((line) => indent + line);
      // Of a line that goes, not both blank lines around it stay.
      const isGap = made.length === 0 && [unit.from - 2, unit.to].every((at) => lines[at]?.trim() === '');
      lines.splice(unit.from - 1, own.length + (isGap ? 1 : 0), ...made, ...behind);
    }
    return lines.join('\n');
  }

  /** Whether the words came with this very workbook when it was handed in before. */
  #isThere({ text }: FormCell): boolean {
    return [false, true].some((isHeading) => this.#areThere(chunksOf(text, isHeading).map(plainMarker)));
  }

  #areThere(chunks: readonly string[]): boolean {
    const found = chunks.map((chunk) =>
      this.#since.find(({ source }) => {
        const line = markedLine(plainMarker(source));
        const says = line.segments.some((one) => one.kind === 'words' && /[\p{L}\p{N}]/u.test(one.text));
        return says && shownSegments(line, chunk) !== undefined;
      }),
    );
    if (found.includes(undefined)) return false;
    this.#since = this.#since.filter((unit) => !found.includes(unit));
    return true;
  }

  /** Whether print can read the lines. */
  #isSound(lines: readonly string[], cell: FormCell): boolean {
    if (!tellCharacters(cell, this.faults)) return false;
    const isSheet = this.text.task !== undefined;
    // A line that goes on is read as one that opens, and refused where it would be.
    for (const line of lines.flatMap((one) => one.split('\n'))) {
      const opening = plainMarker(line.trim());
      const isRead =
        (!isSheet && headingLine(opening) !== undefined) || /^□\s*\S/u.test(opening) || ITEM.test(opening);
      const fault = isRead || /^[※*]\s/u.test(opening) ? undefined : lineFault(opening, isSheet, true);
      if (fault !== undefined) this.faults.add({ ...fault, place: cell.place });
      if (fault !== undefined) return false;
    }
    return true;
  }

  #tellMark({ text, base, place }: FormCell, lost: readonly string[]): void {
    const values = lost.map((one) => `‘${one}’`).join(', ');
    this.faults.add({
      rule: 'text-mark',
      place,
      message:
        lost.length === 0
          ? `자료에서 만드는 글이라 엑셀에서 바꾸거나 비울 수 없습니다: ${text || '빈칸'}`
          : `자료에서 오는 수치나 이름이 빠지거나 바뀌었습니다: ${values}`,
      expected:
        lost.length === 0
          ? '자료 파일에서 고치거나, 아래의 새 줄에 적습니다.'
          : `${values}이 그대로 든 글. 수치는 제 시트에서 고치고, 이 줄을 쓰지 않으려면 비우고 새 줄에 적습니다(${base}).`,
    });
  }

  #tellChanged({ text, place }: FormCell): void {
    this.faults.add({
      rule: 'merge-clash',
      place,
      message: `통합문서를 만든 뒤에 자료 파일에서 바뀌거나 빠진 줄에 적은 글입니다: ${text}`,
      expected: '지금 자료로 새로 만든 통합문서에 적은 글',
    });
  }
}

function bare(id: string): string {
  return id.replace(/!$/, '');
}

/** What was typed into one cell, cut before each line that opens as one of its own, and behind headings. */
function chunksOf(text: string, isHeading = false): readonly string[] {
  const chunks: string[] = [];
  for (const line of text.split('\n')) {
    const opening = plainMarker(line);
    const above = chunks.at(-1);
    const isBelowHeading = above !== undefined && (HEADING.test(above) || (isHeading && chunks.length === 1));
    const isOwn = OPENING.test(opening) || ITEM.test(opening) || above === undefined || isBelowHeading;
    if (isOwn) chunks.push(line);
    else chunks[chunks.length - 1] += `\n${line}`;
  }
  return chunks.filter((one) => one.trim() !== '');
}

/** As a file spells what was typed. */
function spelt(typed: string): string {
  const line = escaped(typed).replaceAll('\n', ' \\\n  ');
  return HEADING.test(plainMarker(line)) ? `\n${line}` : line;
}
