// The record of an edition that has gone out, and that edition as the data has it today -> what is another now, one finding a cause.
import { formatLocation, type SourceLocation } from '../../diagnostic.ts';
import type { Document } from '../../document/document.ts';
import type { Address } from '../../figure/address.ts';
import type { FigureBook } from '../../figure/figure.ts';
import type { Plan } from '../../plan/plan.ts';
import { publicationFile, publishedSource } from '../../plan/publication.ts';
import { figureLabels } from '../figure-labels.ts';
import type { Found } from '../finding.ts';
import { printedTexts } from '../texts.ts';
import { causeWords } from './cause-words.ts';
import { type Cause, type ChangedFigure, figureCauses, groupOf, keyOf } from './figure-causes.ts';
import { type PrintedNow, printedNow } from './printed-now.ts';
import type { ReadRecord } from './publication-text.ts';
import { digits, excerpt, kindOf, letters, plain, publicationLabel, shown } from './published-words.ts';
import { withIdsOf } from './renamed-ids.ts';
import { type ChangedText, causeOf, type Renamed, textCauses } from './text-causes.ts';
import { isChartOf, LOOKS, UNREAD } from './unread-parts.ts';

/** An edition made again from the data of today. */
interface Remade {
  readonly plan: Plan;
  readonly book: FigureBook;
  /** The publication. */
  readonly document: Document;
  /** The program's version, where it is known. */
  readonly program: string | undefined;
  /** The plan's folder as places name it. */
  readonly displayRoot: string;
  /** The digests of what it was made from, as in the record. */
  readonly files: ReadonlyMap<string, string>;
}

export const REMEDY =
  '공시한 대로 되돌립니다. 바로잡을 것은 정정 판으로 더합니다(editions/의 kind: 정정, iljari import의 --kind 정정).';

/** `earlier`: what was typed otherwise for the editions before, by their records; this one's are put to them. */
export function publishedChanges(record: ReadRecord, now: Remade, earlier: Set<Address>): readonly Found[] {
  return new Changes(record, now).all(earlier);
}

class Changes {
  readonly #record: ReadRecord;
  readonly #now: Remade;
  readonly #printed: PrintedNow;
  readonly #label: (address: Address) => string;
  readonly #heads = new Map<string, { readonly found: Found; figures: number; texts: number }>();
  /** What a newer program prints otherwise. */
  readonly #otherwise: string[] = [];

  constructor(record: ReadRecord, now: Remade) {
    this.#now = now;
    this.#printed = printedNow(now.plan, now.book, now.document);
    this.#record = withIdsOf(record, this.#printed.names);
    this.#label = figureLabels(now.plan, now.document, printedTexts(now.document));
  }

  all(earlier: Set<Address>): readonly Found[] {
    const record = this.#record;
    const printed = this.#printed;
    const isTouched = this.#touched();
    const isDecided = (address: Address) => {
      const place = printed.places.get(address);
      return place !== undefined && this.#fileOf(place) === 'dispositions.yaml';
    };
    const figures = figureCauses(record.figures, printed.figures, { isTouched, isDecided, earlier });
    for (const { address, cause } of figures.changed)
      if (cause.kind === 'figure' && cause.address === address) earlier.add(address);
    const changed = new Map(figures.changed.map((one) => [one.address, one]));
    const renamed = [...new Set([...record.names.keys(), ...printed.names.keys()])]
      .map((key): Renamed => ({ key, before: record.names.get(key), after: printed.names.get(key)?.text }))
      .filter(({ key, before, after }) => before !== after && !key.startsWith(UNREAD));
    const groups = [...new Set(figures.gone.map(groupOf))];
    for (const group of groups) this.#tell({ kind: 'group', group }, changed, renamed);
    for (const figure of figures.changed) {
      if (this.#isProgram(figure, changed)) continue;
      this.#tell(figure.cause, changed, renamed, figure);
    }
    // A name of an institution that nothing prints is no part of the publication.
    for (const name of renamed)
      if (!name.key.startsWith('names/')) this.#tell(causeOf(name), changed, renamed);
    for (const text of textCauses(record.texts, printed.texts, figures, renamed)) {
      if (text.cause === undefined) this.#text(text);
      else this.#tell(text.cause, changed, renamed, text);
    }
    this.#unread(figures.changed.length > 0);
    const heads = [...this.#heads].map(([cause, head]) => withCounts(cause, head));
    return [...heads, ...(heads.length === 0 ? this.#look() : []), ...this.#program()];
  }

  #tell(
    cause: Cause,
    changed: ReadonlyMap<Address, ChangedFigure>,
    renamed: readonly Renamed[],
    effect?: ChangedFigure | ChangedText,
  ): void {
    const key = keyOf(cause);
    let head = this.#heads.get(key);
    const isNew = head === undefined;
    if (head === undefined) {
      const { line, place, words } = causeWords(
        cause,
        effect,
        { changed, renamed },
        { record: this.#record, printed: this.#printed, labelOf: this.#label },
      );
      head = { found: this.#found(line, place, words), figures: 0, texts: 0 };
      this.#heads.set(key, head);
    }
    if (effect === undefined) return;
    if ('hunk' in effect) {
      if (!isNew || effect.earlier === undefined) head.texts++;
    } else if (
      cause.kind === 'group' ||
      !isNew ||
      (cause.kind === 'figure' && cause.address !== effect.address)
    )
      head.figures++;
  }

  /** A text that was changed by itself: all that one line of a template prints is one; so are neighbours that came or went. */
  #text({ before, after, hunk, behind }: ChangedText): void {
    const then = before === undefined ? undefined : this.#record.texts[before];
    const now = after === undefined ? undefined : this.#printed.texts[after];
    const [old, fresh] = [plain(then?.text), plain(now?.text)];
    const file = now === undefined ? then?.file : this.#fileOf(now.place);
    if (file !== undefined && this.#isUntouched(file)) {
      this.#otherwise.push(`공시 ${excerpt(old, fresh)}, 지금 ${excerpt(fresh, old)}`);
      return;
    }
    const kind = then === undefined ? 'new' : now === undefined ? 'gone' : 'text';
    const where = kind === 'text' && now !== undefined && !('cell' in now.place) ? now.place : undefined;
    const key = where === undefined ? `${kind} ${hunk}` : `text ${where.file}:${where.line}:${where.column}`;
    const head = this.#heads.get(key);
    if (head !== undefined) {
      head.texts++;
      return;
    }
    const what = {
      new: '공시하지 않은 글이 더해졌습니다',
      gone: '공시한 글이 없어졌습니다',
      text: '공시한 글이 바뀌었습니다',
    };
    const near = this.#printed.texts[behind?.after ?? -1];
    const found = this.#found(`texts ${before ?? behind?.before}`, now?.place ?? near?.place, {
      subject: `${this.#record.edition} ${kind} ${before ?? behind?.before ?? 0}`,
      message: `${what[kind]}(${publicationLabel(this.#record)}): 공시 ${excerpt(old, fresh)}, 지금 ${excerpt(fresh, old)}.`,
      stated: shown(fresh),
      computed: shown(old),
    });
    this.#heads.set(key, { found, figures: 0, texts: 0 });
  }

  /** What goes out with the pages and is not read on them. Of an older program's record there is none. */
  #unread(hasFigures: boolean): void {
    const { names } = this.#record;
    const keys = new Set([...names.keys(), ...this.#printed.names.keys()]);
    for (const key of [...keys].filter(
      (one) => one.startsWith(UNREAD) && !LOOKS.some((look) => look === one),
    )) {
      const now = this.#printed.names.get(key);
      const [before = '', after = ''] = [names.get(key), now?.text];
      if (before === after || !names.has(LOOKS[0])) continue;
      // It quotes figures, which are told by themselves.
      if (hasFigures && key === 'file/summary' && letters(before) === letters(after)) continue;
      if (now !== undefined && isChartOf(key) && this.#isUntouched(this.#fileOf(now.place))) continue;
      const found = this.#found(`names ${key}`, now?.place, this.#changed(key, before, after));
      this.#heads.set(key, { found, figures: 0, texts: 0 });
    }
  }

  /** That it looks otherwise and says the same, as far as a program of the same version made it. */
  *#look(): Iterable<Found> {
    for (const key of LOOKS) {
      const now = this.#printed.names.get(key);
      const [before, after] = [this.#record.names.get(key), now?.text ?? ''];
      if (before === undefined || before === after) continue;
      if (key === 'file/colours')
        yield this.#found(`names ${key}`, now?.place, {
          ...this.#changed(key, before, after),
          severity: 'information',
        });
      else if (this.#now.program === undefined || this.#now.program === this.#record.program)
        yield {
          subject: `${this.#record.edition} ${key}`,
          severity: 'information',
          message: `공시한 글과 수치는 그대로이나 모양이 공시한 것과 다르게 찍힙니다(${publicationLabel(this.#record)}): 굵은 글씨, 크기, 여백, 너비, 맞춤, 쪽 나눔 가운데 달라진 것이 있습니다.`,
          place: this.#recordAt(`names ${key}`),
          remedy: REMEDY,
        };
      return;
    }
  }

  #changed(key: string, before: string, after: string) {
    return {
      subject: `${this.#record.edition} ${key}`,
      message: `공시한 ${kindOf(key)} 바뀌었습니다(${publicationLabel(this.#record)}): 공시 ${excerpt(before, after)}, 지금 ${excerpt(after, before)}.`,
      stated: shown(after),
      computed: shown(before),
    };
  }

  /** Where it is typed now, and the line of the record; the record alone of what is typed no more. */
  #found(line: string, place: SourceLocation | undefined, words: Omit<Found, 'place'>): Found {
    const recorded = this.#recordAt(line);
    if (place === undefined) return { ...words, place: recorded, remedy: REMEDY };
    const note = `공시 기록: ${shown(words.computed)}`;
    return { ...words, place, related: [{ place: recorded, note }], remedy: REMEDY };
  }

  #recordAt(line: string): SourceLocation {
    const file = `${this.#now.displayRoot}/${publicationFile(this.#record.edition)}`;
    return { file, line: this.#record.lines.get(line) ?? 1, column: 1 };
  }

  #fileOf({ file }: SourceLocation): string {
    return publishedSource(this.#now.displayRoot, file);
  }

  /** Whether each figure was typed by itself where something was touched: not where it has its place from what it belongs to. */
  #touched(): (address: Address) => boolean {
    const { places } = this.#printed;
    const counts = new Map<string, number>();
    for (const place of places.values()) {
      const key = formatLocation(place);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return (address) => {
      const place = places.get(address);
      if (place === undefined || counts.get(formatLocation(place)) !== 1) return false;
      const file = this.#fileOf(place);
      return (
        this.#record.files.get(file) !== this.#now.files.get(file) ||
        this.#record.program !== this.#now.program
      );
    };
  }

  /** Whether what another version of the program prints of the file is due to the program. */
  #isUntouched(file: string): boolean {
    const { program } = this.#now;
    if (program === undefined || program === this.#record.program) return false;
    return file === 'templates' || this.#record.files.get(file) === this.#now.files.get(file);
  }

  /** Whether another version of the program shows the same value otherwise; what follows from such a one is no other either. */
  #isProgram(
    { address, before, after, cause }: ChangedFigure,
    changed: ReadonlyMap<Address, ChangedFigure>,
  ): boolean {
    const root =
      cause.kind === 'figure'
        ? (changed.get(cause.address) ?? { address, before, after })
        : { address, before, after };
    const place = this.#printed.places.get(root.address);
    const { program } = this.#now;
    if (cause.kind === 'group' || place === undefined || program === undefined) return false;
    if (program === this.#record.program) return false;
    const isSame = digits(root.before) === digits(root.after) || this.#isUntouched(this.#fileOf(place));
    if (isSame) this.#otherwise.push(`${this.#label(address)} 공시 ${shown(before)}, 지금 ${shown(after)}`);
    return isSame;
  }

  *#program(): Iterable<Found> {
    const [first] = this.#otherwise;
    if (first === undefined) return;
    const { edition, program } = this.#record;
    yield {
      subject: `${edition} program`,
      severity: 'information',
      message: `프로그램의 판이 다릅니다(${publicationLabel(this.#record)}: ${program}, 지금 ${this.#now.program}). 자료는 그대로인데 달리 찍히는 것 ${this.#otherwise.length}곳: ${first}.`,
      place: this.#recordAt(''),
      cause: 'published program',
    };
  }
}

function withCounts(
  cause: string,
  { found, figures, texts }: { readonly found: Found; readonly figures: number; readonly texts: number },
): Found {
  const more = [...(figures > 0 ? [`수치 ${figures}개`] : []), ...(texts > 0 ? [`글 ${texts}곳`] : [])].join(
    ', ',
  );
  const message = more === '' ? found.message : `${found.message} 함께 달라진 것: ${more}.`;
  return { ...found, message, cause: `published ${cause}` };
}
