// A template's text -> its statements, everything that is wrong with their form, and the text that can be run nevertheless.
import Handlebars from 'handlebars';
import { korean } from '../diagnostic/particle.ts';
import { nearestOf } from '../figure/nearest.ts';
import type { Fault } from './session.ts';
import { HELPERS, isHelperName } from './template-helpers.ts';
import { FAULTY } from './tokens.ts';

/** As Handlebars counts: lines from 1, columns from 0. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** A fault of a template, with its place within the text. */
export type TextFault = Omit<Fault, 'place'> & TextPlace;

/** A tag that stands by itself; blocks are not used. */
export type Statement =
  | hbs.AST.MustacheStatement
  | hbs.AST.PartialStatement
  | hbs.AST.PartialBlockStatement
  | hbs.AST.CommentStatement;

interface TemplateForm {
  /** As long as the text given, line by line, FAULTY characters in the places of what cannot be run. */
  readonly text: string;
  /** The tags of that text, in order; undefined when it cannot be parsed. */
  readonly statements: readonly Statement[] | undefined;
  readonly faults: readonly TextFault[];
}

const LITERALS = ['StringLiteral', 'NumberLiteral', 'BooleanLiteral'];

/**
 * Looks at every tag: only helpers with literal arguments, partials by name and comments are allowed, and
 * `{{#> name}}{{/name}}` for a partial that may be absent. A tag at fault is reported and passed over, so that one run tells all.
 */
export function formOf(source: string, partials: Iterable<string>): TemplateForm {
  const { text, program, faults: broken } = parseWhatParses(source);
  if (program === undefined) return { text, statements: undefined, faults: broken };
  const known = new Set(partials);
  const faults = [...broken];
  const statements: Statement[] = [];
  const spans: Span[] = [];
  const offsets = lineOffsets(text);
  const offsetOf = ({ line, column }: TextPlace) => (offsets[line - 1] ?? 0) + column;
  for (const statement of program.body) {
    if (statement.type === 'ContentStatement') continue;
    const fault = isStatement(statement)
      ? faultOf(statement, known)
      : statement.type === 'BlockStatement'
        ? unknownBlock(statement, nameOf((statement as hbs.AST.BlockStatement).path))
        : faultAt(
            statement,
            'template-syntax',
            '쓸 수 없는 틀 구문입니다.',
            '{{도우미 …}}, {{> 이름}}, {{! 설명}}',
          );
    if (fault === undefined) {
      if (isStatement(statement)) statements.push(statement);
      continue;
    }
    faults.push(fault);
    const { start, end } = statement.loc;
    spans.push([offsetOf(start), offsetOf(end)]);
  }
  return { text: withoutSpans(text, spans), statements, faults };
}

function isStatement(statement: hbs.AST.Statement): statement is Statement {
  return ['MustacheStatement', 'PartialStatement', 'PartialBlockStatement', 'CommentStatement'].includes(
    statement.type,
  );
}

function faultOf(statement: Statement, partials: ReadonlySet<string>): TextFault | undefined {
  switch (statement.type) {
    case 'CommentStatement':
      return undefined;
    case 'MustacheStatement':
      return faultOfCall(statement);
    case 'PartialStatement':
    case 'PartialBlockStatement':
      return faultOfPartial(statement, partials);
  }
}

function faultOfCall(call: hbs.AST.MustacheStatement): TextFault | undefined {
  const name = nameOf(call.path);
  if (name === undefined || !isHelperName(name)) return unknownHelper(call, name);
  const hash = call.hash as hbs.AST.Hash | undefined;
  const values = [...call.params, ...(hash?.pairs ?? []).map(({ value }) => value)];
  const odd = values.find(({ type }) => !LITERALS.includes(type));
  if (odd === undefined) return undefined;
  return faultAt(
    odd,
    'helper-arguments',
    `${name}의 인자는 따옴표로 묶은 글이나 수여야 합니다.`,
    HELPERS[name].form,
  );
}

/** Blocks of projects are taken out of a sheet before it is run: one that is found here has no place. */
function unknownBlock(node: hbs.AST.Node, name: string | undefined): TextFault {
  if (name !== 'project') return unknownHelper(node, name);
  return faultAt(
    node,
    'project-block',
    '세부사업의 글 묶음은 과제 시트에서만, 여는 줄과 닫는 줄을 따로 씁니다.',
    'tasks/과제.hbs에 저마다 한 줄로 쓴 {{#project "세부사업-id"}}와 {{/project}}',
  );
}

function unknownHelper(node: hbs.AST.Node, name = ''): TextFault {
  const near = nearestOf(name, Object.keys(HELPERS));
  const expected = near === undefined ? Object.keys(HELPERS).join(', ') : `${near} 같은 도우미`;
  return faultAt(node, 'unknown-helper', korean`도우미 ‘${name}’은(는) 없습니다.`, expected);
}

function faultOfPartial(
  statement: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement,
  partials: ReadonlySet<string>,
): TextFault | undefined {
  const optional = statement.type === 'PartialBlockStatement';
  const name = nameOf(statement.name);
  const bare = statement.params.length === 0 && (statement.hash as hbs.AST.Hash | undefined) === undefined;
  if (name === undefined || !bare || (optional && statement.program.body.length > 0))
    return faultAt(
      statement,
      'template-syntax',
      '끼워 넣을 글은 이름만 적습니다.',
      '{{> 이름}} 또는 없어도 되는 글이면 {{#> 이름}}{{/이름}}',
    );
  if (optional || partials.has(name)) return undefined;
  const expected = nearestOf(name, partials) ?? ([...partials].join(', ') || 'narrative 폴더의 글 이름');
  return faultAt(
    statement,
    'unknown-partial',
    korean`끼워 넣을 글 ‘${name}’을(를) 찾을 수 없습니다.`,
    expected,
  );
}

/** The name that a path spells. */
export function nameOf(path: hbs.AST.Expression): string | undefined {
  return path.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : undefined;
}

function faultAt(node: hbs.AST.Node, rule: string, message: string, expected: string): TextFault {
  const { line, column } = node.loc.start;
  return { rule, message, expected, line, column };
}

interface Parsed {
  readonly text: string;
  readonly program: hbs.AST.Program | undefined;
  readonly faults: readonly TextFault[];
}

/** Parses the text, and where that fails, the text without the tags that do not parse by themselves. */
function parseWhatParses(text: string): Parsed {
  const deep = tooDeep(text);
  if (deep !== undefined) return { text, program: undefined, faults: [deep] };
  const whole = parse(text);
  if (typeof whole !== 'string') return { text, program: whole, faults: [] };
  const faults: TextFault[] = [];
  const spans: Span[] = [];
  const offsets = lineOffsets(text);
  let line = 1;
  // The parser stops at its first fault and tells no more than the line; tag by tag, all come out with their places.
  for (const { tag, index } of tagsOf(text)) {
    if (text[index - 1] === '\\' || BLOCK_TAG.test(tag) || typeof parse(tag) !== 'string') continue;
    while ((offsets[line] ?? text.length + 1) <= index) line += 1;
    faults.push({
      rule: 'template-syntax',
      message: '틀의 {{…}} 문법이 맞지 않습니다.',
      expected: '여닫는 괄호와 따옴표가 짝이 맞는 {{도우미 "인자"}}',
      line,
      column: index - (offsets[line - 1] ?? 0),
    });
    spans.push([index, index + tag.length]);
  }
  const rest = withoutSpans(text, spans);
  const program = parse(rest);
  if (typeof program !== 'string') return { text: rest, program, faults };
  if (faults.length > 0) return { text: rest, program: undefined, faults };
  const fault: TextFault = {
    rule: 'template-syntax',
    message: '틀의 {{…}} 문법이 맞지 않습니다.',
    expected: '여는 이름과 닫는 이름이 짝을 이룬 틀',
    line: Number(/line (\d+)/u.exec(program)?.[1] ?? 1),
    column: 0,
  };
  return { text: rest, program: undefined, faults: [fault] };
}

/** A tag with its quotes closed; or what began as one, to its braces or as far as its line goes. */
const TAG = /^(?:\{{2,3}(?:"[^"\n]*"|'[^'\n]*'|(?!\{\{|\}\}|["'])[\s\S])*\}{2,3}|\{\{[^\n{}]*\}{0,3})/u;
/** In characters: what is longer was never closed. */
const LONGEST_TAG = 2000;

/** The comments and tags, in order, where each begins. */
function* tagsOf(text: string): Iterable<{ readonly tag: string; readonly index: number }> {
  const lastClosed = Math.max(text.lastIndexOf('--}}'), text.lastIndexOf('--~}}'));
  for (let index = text.indexOf('{{'); index !== -1; ) {
    const start = text.slice(index, index + LONGEST_TAG);
    const isComment = index < lastClosed && /^\{\{~?!--/u.test(start);
    const closed = isComment ? /--~?\}\}/u.exec(text.slice(index + '{{!--'.length)) : null;
    const length =
      closed === null ? (TAG.exec(start)?.[0].length ?? 2) : '{{!--'.length + closed.index + closed[0].length;
    yield { tag: text.slice(index, index + length), index };
    index = text.indexOf('{{', index + length);
  }
}

/** Blocks are not nested at all; and the parser takes the square of how deep they are. */
const MOST_DEEP = 20;

/** The fault of blocks that are opened one in the other and on and on. */
function tooDeep(text: string): TextFault | undefined {
  let depth = 0;
  for (const { 0: tag, index } of text.matchAll(/\{\{~?[#^/]/gu)) {
    depth = tag.endsWith('/') ? Math.max(0, depth - 1) : depth + 1;
    if (depth <= MOST_DEEP) continue;
    const before = text.slice(0, index).split('\n');
    return {
      rule: 'template-syntax',
      message: '틀의 묶음이 지나치게 깊습니다.',
      expected: '여는 이름과 닫는 이름이 짝을 이룬 틀',
      line: before.length,
      column: before.at(-1)?.length ?? 0,
    };
  }
  return undefined;
}

/** Opens, parts or closes a block, so that it cannot be parsed by itself. */
const BLOCK_TAG = /^\{\{~?\s*(?:[#/^]|else\b)/u;

/** The syntax tree, or the parser's message. */
function parse(text: string): hbs.AST.Program | string {
  try {
    return Handlebars.parseWithoutProcessing(text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

type Span = readonly [start: number, end: number];

/** Where each line begins. */
function lineOffsets(text: string): readonly number[] {
  const offsets = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) offsets.push(at + 1);
  return offsets;
}

/** The text with the spans, which are in order, made FAULTY; lines stay lines. */
function withoutSpans(text: string, spans: readonly Span[]): string {
  let end = 0;
  const parts = spans.flatMap(([from, to]) => {
    const before = text.slice(end, from);
    end = to;
    return [before, text.slice(from, to).replace(/[^\n]/gu, FAULTY)];
  });
  return parts.join('') + text.slice(end);
}
