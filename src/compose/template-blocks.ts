// Values in a template -> what is printed of them, what helpers are given, and how often a block is run.
import type { SourceLocation } from '../diagnostic.ts';
import type { Inline } from '../document/inline.ts';
import { isBlank } from '../figure/characters.ts';
import type { SourceText } from '../plan/source-text.ts';
import type { Call } from './compiled-text.ts';
import { type HelperCall, inline, nothing, refuse, text } from './helper-call.ts';
import type { Session } from './session.ts';
import type { Standpoint } from './standpoint.ts';
import { type BlockName, isBlockName, LOOK, SHOW, YEARS } from './template-calls.ts';
import { isHelperName, runHelper } from './template-helpers.ts';
import { type Found, type Frame, valueAt } from './template-scope.ts';
import type { TemplateValue } from './template-thing.ts';
import { TemplateValues } from './template-values.ts';

/** What stands in a block, and what behind its {{else}}. */
interface Branches {
  readonly inside: () => string;
  readonly otherwise: () => string;
}

/** What running a block needs of the texts around it. */
interface Texts {
  readonly inlinesOf: (source: SourceText) => readonly Inline[];
  /** Whether with so many lines more there are too many, which is told at the place. */
  readonly isTooMany: (lines: number, place: SourceLocation) => boolean;
}

/** Most years that a template may ask for at once. */
const MOST_YEARS = 100;

/** Runs what the texts of one composition call. */
export class BlockRunner {
  readonly #session: Session;
  readonly #texts: Texts;
  #values: TemplateValues | undefined;
  #base: Standpoint | undefined;
  /** The blocks around what runs, innermost last. */
  #frames: readonly Frame[] = [];

  constructor(session: Session, texts: Texts) {
    this.#session = session;
    this.#texts = texts;
  }

  /** Runs a text that stands at the plan, or at the task whose sheet it is of: it sees no block of the text that asks for it. */
  from(base: Standpoint | undefined, run: () => string): string {
    const before = this.#base;
    this.#base = base;
    try {
      return this.#at([], run);
    } finally {
      this.#base = before;
    }
  }

  run(name: string, call: HelperCall, of: Call, branches: Branches): unknown {
    if (name === LOOK) return this.#look(of);
    if (name === YEARS) return this.#years(call);
    if (name === SHOW) {
      const found = this.#look(of);
      if ('rule' in found) return refuse(call, found);
      return showValue(call, found.value, of.path?.written ?? '', this.#texts);
    }
    if (isBlockName(name)) return this.#block(name, call, of, branches);
    if (!isHelperName(name)) throw new Error(`unknown call ${name}`);
    const args = call.args.map((one) => argumentOf(call, one));
    const named = Object.entries(call.named).map(([key, one]) => [key, argumentOf(call, one)] as const);
    if ([...args, ...named.map(([, one]) => one)].includes(undefined)) return nothing(call);
    return runHelper(name, { ...call, args, named: Object.fromEntries(named) });
  }

  #at(frames: readonly Frame[], run: () => string): string {
    const before = this.#frames;
    this.#frames = frames;
    try {
      return run();
    } finally {
      this.#frames = before;
    }
  }

  #look({ path }: Call): Found {
    if (path === undefined) throw new Error('a value was called without its path');
    this.#values ??= new TemplateValues(this.#session.plan, this.#session.book);
    const { root } = this.#values;
    const task = this.#base && this.#values.task(this.#base.task);
    const outer = [root, ...(task === undefined ? [] : [task])];
    return valueAt(path, [...outer.map((value) => ({ value, names: NO_NAMES })), ...this.#frames], root);
  }

  #years({ args, session }: HelperCall): Found {
    const [from, to] = args.map(Number);
    if (from === undefined || to === undefined || from > to || to - from >= MOST_YEARS)
      return {
        kind: 'unknown',
        rule: 'helper-arguments',
        message: 'years에는 계획 연도에서 센 처음과 끝을 차례로 적습니다.',
        expected: `(years -3 0)처럼 ${MOST_YEARS}해까지`,
      };
    const items = Array.from({ length: to - from + 1 }, (_, index): TemplateValue => {
      return { kind: 'year', year: session.plan.year + from + index };
    });
    return { value: { kind: 'list', items } };
  }

  #block(name: BlockName, call: HelperCall, of: Call, { inside, otherwise }: Branches): string {
    const [found] = call.args as [Found];
    const isQuestion = name === 'if' || name === 'unless';
    if ('rule' in found) {
      if (!isQuestion || found.kind === 'unknown') return refuse(call, found);
      return name === 'if' ? otherwise() : inside();
    }
    const { value } = found;
    if (isQuestion) {
      const is = isThere(call, value);
      if (is === undefined) return nothing(call);
      return is === (name === 'if') ? inside() : otherwise();
    }
    const names = of.names ?? [];
    const inner = (one: TemplateValue, turn: Frame['turn']): Frame => {
      const given: readonly TemplateValue[] = [one, { kind: 'position', number: turn?.index ?? 0 }];
      const pairs = names.flatMap((word, index) =>
        given.slice(index, index + 1).map((each) => [word, each] as const),
      );
      return { value: one, names: new Map(pairs), ...(turn && { turn }) };
    };
    if (name === 'with') return this.#at([...this.#frames, inner(value, undefined)], inside);
    if (value.kind !== 'list')
      return refuse(call, {
        rule: 'value-form',
        message: '{{#each}}에 적은 것은 목록이 아닙니다.',
        expected:
          '{{#each strategies}}, {{#each tasks}}, {{#each projects}}, {{#each tables.[표-id].rows}}, {{#each (years -3 0)}}',
      });
    const { items } = value;
    if (items.length === 0) return otherwise();
    let printed = '';
    for (const [index, one] of items.entries()) {
      if (this.#texts.isTooMany(of.lines ?? 1, call.place)) break;
      printed += this.#at([...this.#frames, inner(one, { index, count: items.length })], inside);
    }
    return printed;
  }
}

const NO_NAMES: ReadonlyMap<string, TemplateValue> = new Map();

/** The tokens of a value that stands by itself; a fault where it is none that can be printed. */
function showValue(call: HelperCall, value: TemplateValue, written: string, { inlinesOf }: Texts): string {
  switch (value.kind) {
    case 'figure':
      return runHelper('fig', { ...call, args: [value.address] });
    case 'year':
      return runHelper('year', { ...call, args: [value.year - call.session.plan.year] });
    case 'position':
      return text(call, String(value.number), { kind: 'free', what: '차례' });
    case 'word':
      return text(call, value.word, { kind: 'plain' });
    case 'text': {
      const { meaning } = value;
      const inlines = inlinesOf(value.text);
      return inlines
        .map(
          (one): Inline =>
            one.kind === 'text' && one.meaning.kind === 'plain' && meaning ? { ...one, meaning } : one,
        )
        .map((one) => inline(call, (bold) => ('bold' in one ? { ...one, bold: one.bold || bold } : one)))
        .join('');
    }
    case 'truth':
    case 'list':
    case 'thing':
      return refuse(call, {
        rule: 'value-form',
        message: `찍을 수 있는 값 하나가 아닙니다: {{${written}}}`,
        expected: EXPECTED[value.kind](written, value),
      });
  }
}

const EXPECTED: Readonly<
  Record<'truth' | 'list' | 'thing', (written: string, value: TemplateValue) => string>
> = {
  truth: (written) => `{{#if ${written}}} … {{/if}}`,
  list: (written) => `{{#each ${written}}} … {{/each}}`,
  thing: (written, value) =>
    value.kind === 'thing'
      ? value.fields.map((field) => `${written === 'this' ? '' : `${written}.`}${field}`).join(', ')
      : '',
};

/** What a helper is given: what was written, or what the value stands for; undefined, and told, where it cannot take it. */
function argumentOf(call: HelperCall, written: unknown): unknown {
  if (typeof written !== 'object' || written === null) return written;
  const found = written as Found;
  if ('rule' in found) {
    refuse(call, found);
    return undefined;
  }
  const { value } = found;
  switch (value.kind) {
    case 'figure':
      return value.address;
    case 'year':
      return value.year - call.session.plan.year;
    case 'position':
      return value.number;
    case 'word':
      return value.word;
    case 'text':
      return value.text.text;
    case 'truth':
    case 'list':
    case 'thing':
      refuse(call, {
        rule: 'helper-arguments',
        message: '도우미에는 값 하나를 적습니다.',
        expected: '수치나 글, 연도의 이름',
      });
      return undefined;
  }
}

/** Whether there is something: 0 and a figure that is still missing are, `-` and a blank text are not. */
function isThere(call: HelperCall, value: TemplateValue): boolean | undefined {
  switch (value.kind) {
    case 'figure':
      return call.session.book.get(value.address)?.effective.kind !== 'nil';
    case 'text':
      return !isBlank(value.text.text);
    case 'word':
      return !isBlank(value.word);
    case 'list':
      return value.items.length > 0;
    case 'truth':
      return value.isTrue;
    case 'year':
    case 'thing':
      return true;
    case 'position':
      // As users of Handlebars know it, the first would count as nothing: 0 is a value here.
      refuse(call, {
        rule: 'value-form',
        message: '몇 번째인지는 있고 없음을 물을 수 없습니다.',
        expected: '{{#if @first}}, {{#if @last}}, {{#unless @last}}',
      });
      return undefined;
  }
}
