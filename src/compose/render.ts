// A template -> text with tokens in the places of figures, lines marked with where they were written.
import Handlebars from 'handlebars';
import type { SourceLocation } from '../diagnostic.ts';
import { nearestOf as nearest } from '../figure/nearest.ts';
import type { Fault, Session } from './session.ts';
import { HELPERS, isHelperName, runHelper } from './template-helpers.ts';
import type { TemplateFile } from './templates.ts';

/** Where a text begins in its file. */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

type Node = hbs.AST.Node;
/** The hidden argument by which a helper call learns which statement of its template it is. */
const AT = 'at';

/** A fault of a template, with its place within the text. */
type TextFault = Omit<Fault, 'place'> & { readonly line: number; readonly column: number };

/** A parsed template. Texts repeat (labels of years do by the dozen), so each is compiled once. */
interface Compiled {
  readonly faults: readonly TextFault[];
  /** Where each statement stands in the text, by its number. */
  readonly places: readonly { readonly line: number; readonly column: number }[];
  readonly run: HandlebarsTemplateDelegate | undefined;
}

/** Compiles and runs templates in one composition. Handlebars holds nothing between compositions. */
export class TemplateRenderer {
  readonly #session: Session;
  readonly #handlebars = Handlebars.create();
  readonly #partials: ReadonlyMap<string, TemplateFile>;
  readonly #compiled = new Map<string, Compiled>();
  /** The text that is running, innermost last; a partial runs inside the text that calls it. */
  readonly #running: { readonly compiled: Compiled; readonly origin: Origin }[] = [];

  constructor(session: Session, partials: ReadonlyMap<string, TemplateFile>) {
    this.#session = session;
    this.#partials = partials;
    for (const name of Object.keys(HELPERS)) {
      if (!isHelperName(name)) continue;
      this.#handlebars.registerHelper(name, (...values: readonly unknown[]) => {
        const options = values.at(-1) as Handlebars.HelperOptions;
        const { [AT]: at, ...named } = options.hash as Readonly<Record<string, unknown>>;
        const place = this.#placeOf(Number(at));
        return runHelper(name, { session: this.#session, args: values.slice(0, -1), named, place });
      });
    }
    // Compiled when first called: a broken partial that nothing uses harms nobody.
    for (const [name, { file, text }] of partials) {
      this.#handlebars.registerPartial(name, (context, options) =>
        this.#run(text, { file, line: 1, column: 1 }, true, (template) => template(context, options)),
      );
    }
  }

  /** The text with tokens; empty when the template is at fault. `lines` marks each line with its place. */
  render(text: string, origin: Origin, lines: boolean): string {
    if (!lines && !text.includes('{{')) return text;
    return this.#run(text, origin, lines, (template) => template({}));
  }

  #run(
    text: string,
    origin: Origin,
    lines: boolean,
    call: (template: HandlebarsTemplateDelegate) => string,
  ): string {
    const compiled = this.#compile(text, origin, lines);
    for (const { line, column, ...fault } of compiled.faults) {
      this.#session.fault({ ...fault, place: placeIn(origin, line, column) });
    }
    if (compiled.run === undefined) return '';
    this.#running.push({ compiled, origin });
    try {
      return call(compiled.run);
    } finally {
      this.#running.pop();
    }
  }

  #placeOf(statement: number): SourceLocation {
    const running = this.#running.at(-1);
    const at = running?.compiled.places[statement];
    if (running === undefined || at === undefined) throw new Error('a helper was called without a place');
    return placeIn(running.origin, at.line, at.column);
  }

  #compile(text: string, origin: Origin, lines: boolean): Compiled {
    // Lines are marked with places of their own file, so such a text belongs to one origin.
    const key = lines ? `${origin.file}\n${text}` : text;
    const known = this.#compiled.get(key);
    if (known !== undefined) return known;
    const compiled = this.#compileNew(text, origin, lines);
    this.#compiled.set(key, compiled);
    return compiled;
  }

  #compileNew(text: string, origin: Origin, lines: boolean): Compiled {
    const parsed = this.#parse(text);
    if ('rule' in parsed) return { faults: [parsed], places: [], run: undefined };
    const original = statementsOf(parsed);
    const places = original.map(({ loc }) => loc.start);
    const faults = original.flatMap((statement) => this.#faultOf(statement));
    if (faults.length > 0) return { faults, places, run: undefined };
    // Marks at the beginnings of lines shift columns; the places are those of the text as written.
    const ast = lines ? this.#parse(this.#marked(text, original, origin)) : parsed;
    if ('rule' in ast) throw new Error(`marks broke the template ${origin.file}`);
    statementsOf(ast).forEach(number);
    const run = this.#handlebars.compile(ast, {
      noEscape: true,
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true])),
    });
    return { faults, places, run };
  }

  #parse(text: string): hbs.AST.Program | TextFault {
    try {
      return this.#handlebars.parseWithoutProcessing(text);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return {
        rule: 'template-syntax',
        message: '틀의 {{…}} 문법이 맞지 않습니다.',
        expected: '여닫는 괄호와 따옴표가 짝이 맞는 {{도우미 "인자"}}',
        line: Number(/line (\d+)/u.exec(message)?.[1] ?? 1),
        column: 0,
      };
    }
  }

  /** Puts a place token before each line that does not begin inside a statement. */
  #marked(text: string, statements: readonly Statement[], origin: Origin): string {
    const inside = new Set<number>();
    for (const { loc } of statements) {
      for (let line = loc.start.line + 1; line <= loc.end.line; line++) inside.add(line);
    }
    return text
      .split('\n')
      .map((line, index) => {
        if (inside.has(index + 1) || line.trim() === '') return line;
        return this.#session.tokens.put({ kind: 'place', place: placeIn(origin, index + 1, 0) }) + line;
      })
      .join('\n');
  }

  /** What is wrong with what a statement calls. */
  #faultOf(statement: Statement): TextFault[] {
    const name = nameOf(statement);
    const { line, column } = statement.loc.start;
    if (statement.type === 'PartialStatement') {
      if (name !== undefined && this.#partials.has(name)) return [];
      const expected = [...this.#partials.keys()].join(', ') || 'narrative 폴더의 글 이름';
      return [
        {
          rule: 'unknown-partial',
          message: `끼워 넣을 글 ‘${name ?? ''}’을(를) 찾을 수 없습니다.`,
          expected,
          line,
          column,
        },
      ];
    }
    if (name !== undefined && isHelperName(name) && statement.type !== 'BlockStatement') return [];
    const near = nearest(name ?? '', Object.keys(HELPERS));
    const expected = near === undefined ? Object.keys(HELPERS).join(', ') : `${near} 같은 도우미`;
    return [
      { rule: 'unknown-helper', message: `도우미 ‘${name ?? ''}’은(는) 없습니다.`, expected, line, column },
    ];
  }
}

/** Gives the call of a helper the number of its statement. */
function number(statement: Statement, index: number): void {
  if (statement.type === 'PartialStatement') return;
  const { loc } = statement;
  const value: hbs.AST.NumberLiteral = { type: 'NumberLiteral', value: index, original: index, loc };
  statement.hash ??= { type: 'Hash', pairs: [], loc };
  statement.hash.pairs.push({ type: 'HashPair', key: AT, value, loc });
}

/** A place in a text (line from 1, column from 0, as Handlebars counts) as a place in its file. */
function placeIn(origin: Origin, line: number, column: number): SourceLocation {
  return {
    file: origin.file,
    line: origin.line + line - 1,
    column: line === 1 ? origin.column + column : column + 1,
  };
}

type Statement =
  | hbs.AST.MustacheStatement
  | hbs.AST.BlockStatement
  | hbs.AST.PartialStatement
  | hbs.AST.SubExpression;

/** The statements of a template and the expressions inside them, in order. */
function statementsOf(ast: hbs.AST.Program): Statement[] {
  const found: Statement[] = [];
  const walk = (node: Node): void => {
    switch (node.type) {
      case 'Program':
        for (const inner of (node as hbs.AST.Program).body) walk(inner);
        break;
      case 'MustacheStatement':
      case 'SubExpression':
      case 'PartialStatement':
      case 'BlockStatement':
      case 'PartialBlockStatement':
      case 'DecoratorBlock':
      case 'Decorator': {
        const statement = node as Statement;
        found.push(statement);
        for (const argument of statement.params) walk(argument);
        for (const pair of statement.hash?.pairs ?? []) walk(pair.value);
        break;
      }
      default:
        break;
    }
  };
  walk(ast);
  return found;
}

function nameOf(statement: Statement): string | undefined {
  const path =
    statement.type === 'PartialStatement' ? (statement as hbs.AST.PartialStatement).name : statement.path;
  return path.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : undefined;
}
