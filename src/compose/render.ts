// A template -> text with tokens in the places of figures, lines marked with where they were written.
import Handlebars from 'handlebars';
import type { SourceLocation } from '../diagnostic.ts';
import { nearestOf as nearest } from '../figure/nearest.ts';
import { HELPERS, isHelperName, runHelper } from './helpers.ts';
import type { Session } from './session.ts';
import type { TemplateFile } from './templates.ts';

/** Where a text begins in its file. */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

type Node = hbs.AST.Node;
/** The hidden argument by which a helper call learns its place. */
const AT = 'at';

/** Compiles and runs templates in one composition. Handlebars holds nothing between compositions. */
export class TemplateRenderer {
  readonly #session: Session;
  readonly #handlebars = Handlebars.create();
  readonly #places: SourceLocation[] = [];
  readonly #partials: ReadonlyMap<string, TemplateFile>;

  constructor(session: Session, partials: ReadonlyMap<string, TemplateFile>) {
    this.#session = session;
    this.#partials = partials;
    for (const name of Object.keys(HELPERS)) {
      if (!isHelperName(name)) continue;
      this.#handlebars.registerHelper(name, (...values: readonly unknown[]) => {
        const options = values.at(-1) as Handlebars.HelperOptions;
        const { [AT]: at, ...named } = options.hash as Readonly<Record<string, unknown>>;
        const place = this.#places[Number(at)];
        if (place === undefined) throw new Error(`helper ${name} was called without a place`);
        return runHelper(name, { session: this.#session, args: values.slice(0, -1), named, place });
      });
    }
    // Compiled when first called: a broken partial that nothing uses harms nobody.
    for (const [name, { file, text }] of partials) {
      let compiled: HandlebarsTemplateDelegate | undefined;
      this.#handlebars.registerPartial(name, (context, options) => {
        compiled ??= this.#compile(text, { file, line: 1, column: 1 }, true) ?? (() => '');
        return compiled(context, options);
      });
    }
  }

  /** The text with tokens; empty when the template is at fault. `lines` marks each line with its place. */
  render(text: string, origin: Origin, lines: boolean): string {
    if (!lines && !text.includes('{{')) return text;
    const template = this.#compile(text, origin, lines);
    return template === undefined ? '' : template({});
  }

  #compile(text: string, origin: Origin, lines: boolean): HandlebarsTemplateDelegate | undefined {
    const parsed = this.#parse(text, origin);
    if (parsed === undefined) return undefined;
    const ast = lines ? this.#parse(this.#marked(text, parsed, origin), origin) : parsed;
    if (ast === undefined) return undefined;
    const count = this.#session.diagnostics.length;
    // Marks at the beginnings of lines shift columns; the first parse has the true ones, statement by statement.
    const true_ = statementsOf(parsed);
    statementsOf(ast).forEach((statement, index) => this.#prepare(statement, true_[index] ?? statement, origin));
    if (this.#session.diagnostics.length > count) return undefined;
    return this.#handlebars.compile(ast, {
      noEscape: true,
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: Object.fromEntries(Object.keys(HELPERS).map((name) => [name, true])),
    });
  }

  #parse(text: string, origin: Origin): hbs.AST.Program | undefined {
    try {
      return this.#handlebars.parseWithoutProcessing(text);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const line = Number(/line (\d+)/u.exec(message)?.[1] ?? 1);
      this.#session.fault({
        rule: 'template-syntax',
        message: '틀의 {{…}} 문법이 맞지 않습니다.',
        expected: '여닫는 괄호와 따옴표가 짝이 맞는 {{도우미 "인자"}}',
        place: { file: origin.file, line: origin.line + line - 1, column: line === 1 ? origin.column : 1 },
      });
      return undefined;
    }
  }

  /** Puts a place token before each line that does not begin inside a statement. */
  #marked(text: string, ast: hbs.AST.Program, origin: Origin): string {
    const inside = new Set<number>();
    for (const { loc } of statementsOf(ast)) {
      for (let line = loc.start.line + 1; line <= loc.end.line; line++) inside.add(line);
    }
    return text
      .split('\n')
      .map((line, index) => {
        if (inside.has(index + 1) || line.trim() === '') return line;
        const place = { file: origin.file, line: origin.line + index, column: 1 };
        return this.#session.tokens.put({ kind: 'place', place }) + line;
      })
      .join('\n');
  }

  /** Checks what a statement calls, and gives the call its place. */
  #prepare(statement: Statement, original: Statement, origin: Origin): void {
    const { line, column } = original.loc.start;
    const place: SourceLocation = {
      file: origin.file,
      line: origin.line + line - 1,
      column: line === 1 ? origin.column + column : column + 1,
    };
    const name = nameOf(statement);
    if (statement.type === 'PartialStatement') {
      if (name !== undefined && this.#partials.has(name)) return;
      this.#session.fault({
        rule: 'unknown-partial',
        message: `끼워 넣을 글 ‘${name ?? ''}’을(를) 찾을 수 없습니다.`,
        expected: [...this.#partials.keys()].join(', ') || 'narrative 폴더의 글 이름',
        place,
      });
      return;
    }
    if (name === undefined || !isHelperName(name) || statement.type === 'BlockStatement') {
      const near = nearest(name ?? '', Object.keys(HELPERS));
      this.#session.fault({
        rule: 'unknown-helper',
        message: `도우미 ‘${name ?? ''}’은(는) 없습니다.`,
        expected: near === undefined ? Object.keys(HELPERS).join(', ') : `${near} 같은 도우미`,
        place,
      });
      return;
    }
    this.#places.push(place);
    const { loc } = statement;
    const value: hbs.AST.NumberLiteral = {
      type: 'NumberLiteral',
      value: this.#places.length - 1,
      original: this.#places.length - 1,
      loc,
    };
    statement.hash ??= { type: 'Hash', pairs: [], loc };
    statement.hash.pairs.push({ type: 'HashPair', key: AT, value, loc });
  }
}

type Statement = hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.PartialStatement | hbs.AST.SubExpression;

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
  const path = statement.type === 'PartialStatement' ? (statement as hbs.AST.PartialStatement).name : statement.path;
  return path.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : undefined;
}
