// A template -> text with tokens in the places of figures, lines marked with where they were written.
import Handlebars from 'handlebars';
import { korean } from '../diagnostic/particle.ts';
import type { SourceLocation } from '../diagnostic.ts';
import type { Memo } from '../memo.ts';
import { markupOf } from '../plan/literal.ts';
import type { SourceText } from '../plan/source-text.ts';
import { compileText, KNOWN } from './compile-text.ts';
import type { CompiledText } from './compiled-text.ts';
import { parseInlines } from './parse-inlines.ts';
import type { Session } from './session.ts';
import type { Standpoint } from './standpoint.ts';
import { BlockRunner } from './template-blocks.ts';
import { AT } from './template-calls.ts';
import { withGroupCalls } from './template-groups.ts';
import type { TemplateFile } from './templates.ts';
import { withoutDelimiters } from './tokens.ts';

/** Where a text begins in its file. */
interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** A text of the data, with one place for all of it: YAML's quotes, folds and escapes hide where its characters stand. */
  readonly whole?: boolean;
}

/**
 * The most that partials may include in one composition, partials and characters: a hundred times what a plan has. A few lines
 * that include each other ten times over would otherwise fill the memory.
 */
const MOST_INCLUDED = 2000;
const MOST_CHARACTERS = 4_000_000;
/** The most texts that run inside one another: each is a call within a call. */
const MOST_DEEP = 50;
/** The most lines of all texts together, partials as often as they are included: ten times what a plan of 300 pages has. */
const MOST_LINES = 30_000;

/** A text with its code bound to the helpers of a composition. */
interface Runnable extends CompiledText {
  readonly run: HandlebarsTemplateDelegate | undefined;
}

/** Compiles and runs templates in one composition. Handlebars holds nothing between compositions. */
export class TemplateRenderer {
  readonly #session: Session;
  readonly #handlebars = Handlebars.create();
  readonly #partialNames: ReadonlySet<string>;
  readonly #names: string;
  /** Texts repeat (labels of years do by the dozen), so each is compiled once. */
  readonly #compiled = new Map<string, Runnable>();
  /** What was compiled in other compositions. */
  readonly #kept: Memo<CompiledText> | undefined;
  readonly #used = new Set<string>();
  readonly #runner: BlockRunner;
  #included = 0;
  #characters = 0;
  #lines = 0;
  /** The text that is running, innermost last; a partial runs inside the text that calls it. */
  readonly #running: {
    readonly compiled: Runnable;
    readonly origin: Origin;
    readonly base: Standpoint | undefined;
  }[] = [];

  constructor(session: Session, partials: ReadonlyMap<string, TemplateFile>) {
    this.#session = session;
    this.#partialNames = new Set(partials.keys());
    this.#names = [...partials.keys()].join();
    this.#kept = session.templates.compiled;
    this.#runner = new BlockRunner(session, {
      inlinesOf: (source) => parseInlines(session, this.textOf(source), source.place),
      isTooMany: (lines, place) => this.#isTooMany(lines, place),
    });
    for (const name of KNOWN)
      this.#handlebars.registerHelper(name, (...values: readonly unknown[]) => {
        const { hash, fn, inverse } = values.at(-1) as Handlebars.HelperOptions;
        const { [AT]: at, ...named } = hash as Readonly<Record<string, unknown>>;
        const running = this.#running.at(-1);
        const of = running?.compiled.calls.calls[Number(at)];
        if (running === undefined || of === undefined) throw new Error('a helper was called without a place');
        const { origin, base } = running;
        const place = placeIn(origin, of.place.line, of.place.column);
        const call = { session, args: values.slice(0, -1), named, place, ...(base && { base }) };
        return this.#runner.run(name, call, of, { inside: () => fn({}), otherwise: () => inverse({}) });
      });
    // Compiled when first called: what nothing uses is not even looked at.
    for (const [name, { file, text }] of partials) {
      this.#handlebars.registerPartial(name, (context, options) => {
        if (this.#isCircle(name, file) || this.#isTooDeep(name) || this.#isTooMuch(name, text))
          return session.tokens.put({ kind: 'nothing' });
        this.#used.add(name);
        const origin = { file, line: 1, column: 1 };
        return this.#run(withoutDelimiters(text), origin, true, (template) => template(context, options));
      });
    }
  }

  /** The names of the partials that were included. */
  get used(): ReadonlySet<string> {
    return this.#used;
  }

  /**
   * The text with tokens; empty when the template is at fault. `lines` marks each line with its place; `base` is where the text of a
   * sheet stands.
   */
  render(text: string, origin: Origin, lines: boolean, base?: Standpoint): string {
    const clean = withoutDelimiters(text);
    if (!lines && !clean.includes('{{')) return clean;
    return this.#runner.from(base, () =>
      this.#run(clean, { whole: !lines, ...origin }, lines, (template) => template({}), base),
    );
  }

  /** A text of the plan's data, with tokens. */
  textOf(source: SourceText): string {
    const { place } = source;
    if ('cell' in place) throw new Error('a text of the plan stands in a text file');
    return this.render(markupOf(source), place, false);
  }

  /** Whether so many lines more are too many; the fault is told once, where they come from. */
  #isTooMany(lines: number, place: SourceLocation): boolean {
    const before = this.#lines <= MOST_LINES;
    this.#lines += lines;
    if (this.#lines <= MOST_LINES) return false;
    if (before)
      this.#session.fault({
        rule: 'too-much-text',
        message: '되풀이하는 글이 지나치게 깁니다 (여기서 한도를 넘음).',
        expected: `모두 ${MOST_LINES}줄까지`,
        place,
      });
    return true;
  }

  #run(
    text: string,
    origin: Origin,
    lines: boolean,
    call: (template: HandlebarsTemplateDelegate) => string,
    base = this.#running.at(-1)?.base,
  ): string {
    if (lines && this.#isTooLong(text, origin)) return '';
    const compiled = this.#compile(lines ? withGroupCalls(text) : text, lines);
    for (const { line, column, ...fault } of compiled.faults) {
      this.#session.fault({ ...fault, place: placeIn(origin, line, column) });
    }
    if (compiled.run === undefined) return '';
    this.#running.push({ compiled, origin, base });
    try {
      const run = call(compiled.run);
      return lines ? this.#session.tokens.placed(run, (line) => placeIn(origin, line, 0)) : run;
    } finally {
      this.#running.pop();
    }
  }

  /** Whether the partial includes itself; the fault is told where it does. */
  #isCircle(name: string, file: string): boolean {
    if (this.#running.every(({ origin }) => origin.file !== file)) return false;
    this.#refuse(
      name,
      'circular-partial',
      korean`글 ‘${name}’이(가) 자기 자신을 다시 끼워 넣습니다.`,
      '서로 끼워 넣지 않는 글',
    );
    return true;
  }

  #isTooDeep(name: string): boolean {
    if (this.#running.length < MOST_DEEP) return false;
    this.#refuse(
      name,
      'too-much-text',
      `글 안에 끼워 넣은 글이 지나치게 깊습니다 (‘${name}’에서 한도를 넘음).`,
      `${MOST_DEEP}단계까지`,
    );
    return true;
  }

  /** Tells the fault where the partial is included. */
  #refuse(name: string, rule: string, message: string, expected: string): void {
    const from = this.#running.at(-1);
    const at = from?.compiled.calls.includes.get(name);
    if (from === undefined || at === undefined) throw new Error(`partial ${name} was included by nobody`);
    this.#session.fault({ rule, message, expected, place: placeIn(from.origin, at.line, at.column) });
  }

  /** Whether with this text the partials have included too much; the fault is told once. */
  #isTooMuch(name: string, text: string): boolean {
    const before = this.#included <= MOST_INCLUDED && this.#characters <= MOST_CHARACTERS;
    this.#included += 1;
    this.#characters += text.length;
    if (this.#included <= MOST_INCLUDED && this.#characters <= MOST_CHARACTERS) return false;
    const from = this.#running.at(-1);
    const at = from?.compiled.calls.includes.get(name);
    if (before && from !== undefined && at !== undefined)
      this.#session.fault({
        rule: 'too-much-text',
        message: `글이 지나치게 많이 끼워 넣어집니다 (‘${name}’에서 한도를 넘음).`,
        expected: `모두 ${MOST_INCLUDED}번, ${MOST_CHARACTERS / 1_000_000}백만 자까지`,
        place: placeIn(from.origin, at.line, at.column),
      });
    return true;
  }

  /** Whether with this text there are too many lines; the fault is told once, at the line that is one too many. */
  #isTooLong(text: string, origin: Origin): boolean {
    const left = MOST_LINES - this.#lines;
    const lines = text.split('\n');
    this.#lines += lines.length;
    if (this.#lines <= MOST_LINES) return false;
    if (left >= 0)
      this.#session.fault({
        rule: 'too-much-text',
        message: '글이 지나치게 깁니다 (이 줄에서 한도를 넘음).',
        expected: `끼워 넣은 글까지 모두 ${MOST_LINES}줄까지`,
        place: placeIn(origin, left + 1, 0),
      });
    return true;
  }

  #compile(text: string, lines: boolean): Runnable {
    // What includes nothing is the same whatever there is to include.
    const key = `${lines}\n${text.includes('>') ? this.#names : ''}\n${text}`;
    const known = this.#compiled.get(key);
    if (known !== undefined) return known;
    const compile = () => compileText(text, this.#partialNames, lines);
    const compiled = this.#kept?.of(key, compile) ?? compile();
    const { code } = compiled;
    const runnable = { ...compiled, run: code && this.#handlebars.template(code) };
    this.#compiled.set(key, runnable);
    return runnable;
  }
}

/** A place in a text (line from 1, column from 0, as Handlebars counts) as a place in its file. */
function placeIn(origin: Origin, line: number, column: number): SourceLocation {
  const { file } = origin;
  if (origin.whole === true) return { file, line: origin.line, column: origin.column };
  return {
    file,
    line: origin.line + line - 1,
    column: line === 1 ? origin.column + column : column + 1,
  };
}
