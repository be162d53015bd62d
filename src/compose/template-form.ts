// A template's text -> its calls, everything that is wrong with their form, and the text that can be run nevertheless.
import { korean } from '../diagnostic/particle.ts';
import { nearestOf } from '../figure/nearest.ts';
import type { TemplateCalls, TextFault, TextPlace } from './compiled-text.ts';
import { callsOf, isBlockName } from './template-calls.ts';
import { HELPERS, isHelperName } from './template-helpers.ts';
import { lineOffsets, parse, parseWhatParses, withoutSpans } from './template-text.ts';
import { GROUPS } from './tokens.ts';

interface TemplateForm {
  /** As long as the text given, line by line, FAULTY characters in the places of what cannot be run. */
  readonly text: string;
  /** What that text calls; undefined when it cannot be parsed. */
  readonly calls: TemplateCalls | undefined;
  readonly faults: readonly TextFault[];
}

/** The helpers that people call by their names. */
const CALLED = Object.keys(HELPERS).filter((name) => !/^(?:begin|end)-/u.test(name));

const LITERALS = ['StringLiteral', 'NumberLiteral', 'BooleanLiteral'];
const VALUES = [...LITERALS, 'PathExpression'];

/**
 * Looks at every tag: helpers with literals and values, values by themselves, blocks over values, partials by name and comments
 * are allowed, and `{{#> name}}{{/name}}` for a partial that may be absent. A tag at fault is reported and passed over, so that one
 * run tells all.
 */
export function formOf(source: string, partials: Iterable<string>): TemplateForm {
  const { text, program, faults: broken } = parseWhatParses(source);
  if (program === undefined) return { text, calls: undefined, faults: broken };
  const known = new Set(partials);
  const faults = [...broken];
  const offsets = lineOffsets(text);
  const offsetOf = ({ line, column }: TextPlace) => (offsets[line - 1] ?? 0) + column;
  const spans: (readonly [number, number])[] = [];
  /** `whole`: the block that a part of it (else if …) cannot be taken out of. */
  const look = ({ body }: hbs.AST.Program, whole?: hbs.AST.Node): void => {
    for (const statement of body) {
      const fault = faultOf(statement, known);
      if (fault !== undefined) {
        faults.push(fault);
        const { start, end } = (whole ?? statement).loc;
        spans.push([offsetOf(start), offsetOf(end)]);
      } else if (isBlock(statement)) {
        const { program: inner, inverse } = statement as Partial<typeof statement>;
        const isChained = (inverse as { readonly chained?: boolean } | undefined)?.chained === true;
        if (inner !== undefined) look(inner);
        if (inverse !== undefined) look(inverse, isChained ? (whole ?? statement) : undefined);
      }
    }
  };
  look(program);
  spans.sort(([a], [b]) => a - b);
  const runnable = withoutSpans(text, spans);
  const rest = spans.length === 0 ? program : parse(runnable);
  return { text: runnable, calls: typeof rest === 'string' ? undefined : callsOf(rest), faults };
}

function isBlock(statement: hbs.AST.Statement): statement is hbs.AST.BlockStatement {
  return statement.type === 'BlockStatement';
}

function faultOf(statement: hbs.AST.Statement, partials: ReadonlySet<string>): TextFault | undefined {
  switch (statement.type) {
    case 'ContentStatement':
    case 'CommentStatement':
      return undefined;
    case 'MustacheStatement':
      return faultOfCall(statement as hbs.AST.MustacheStatement);
    case 'BlockStatement':
      return faultOfBlock(statement as hbs.AST.BlockStatement);
    case 'PartialStatement':
    case 'PartialBlockStatement':
      return faultOfPartial(statement as hbs.AST.PartialBlockStatement, partials);
    default:
      return faultAt(
        statement,
        'template-syntax',
        '쓸 수 없는 틀 구문입니다.',
        '{{도우미 …}}, {{값}}, {{#each …}}, {{#if …}}, {{> 이름}}, {{! 설명}}',
      );
  }
}

function faultOfCall(call: hbs.AST.MustacheStatement): TextFault | undefined {
  const name = nameOf(call.path);
  const hash = call.hash as hbs.AST.Hash | undefined;
  const values = [...call.params, ...(hash?.pairs ?? []).map(({ value }) => value)];
  if (values.length === 0 && name !== undefined) return undefined;
  if (name === undefined || !isHelperName(name)) return unknownHelper(call, name);
  const odd = values.find(({ type }) => !VALUES.includes(type));
  if (odd === undefined) return undefined;
  return faultAt(
    odd,
    'helper-arguments',
    `${name}의 인자는 따옴표로 묶은 글이나 수, 값의 이름이어야 합니다.`,
    HELPERS[name].form,
  );
}

function faultOfBlock(block: hbs.AST.BlockStatement): TextFault | undefined {
  const name = nameOf(block.path);
  if (name === undefined || !isBlockName(name)) return unknownBlock(block, name);
  const [value, ...more] = block.params;
  const isYears = name === 'each' && value !== undefined && isYearsCall(value);
  const isOne = value?.type === 'PathExpression' || isYears;
  const names = [block.program, block.inverse].flatMap(
    (program: hbs.AST.Program | undefined) => (program?.blockParams as string[] | undefined) ?? [],
  );
  const most = { each: 2, with: 1, if: 0, unless: 0 }[name];
  const hash = block.hash as hbs.AST.Hash | undefined;
  if (isOne && more.length === 0 && hash === undefined && names.length <= most) return undefined;
  return faultAt(
    block,
    'helper-arguments',
    `{{#${name}}}에는 값의 이름 하나를 적습니다.`,
    {
      each: '{{#each tasks}} … {{/each}} 또는 {{#each tasks as |task|}}, {{#each (years -3 0)}}',
      with: '{{#with strategy}} … {{/with}}',
      if: '{{#if funding.private}} … {{else}} … {{/if}}',
      unless: '{{#unless @last}} … {{/unless}}',
    }[name],
  );
}

/** `(years -3 0)`: from the fourth year before to the plan's own. */
function isYearsCall(value: hbs.AST.Expression): boolean {
  if (value.type !== 'SubExpression') return false;
  const { path, params, hash } = value as Omit<hbs.AST.SubExpression, 'hash'> & { hash?: hbs.AST.Hash };
  const whole = params.every(
    (one) => one.type === 'NumberLiteral' && Number.isInteger((one as hbs.AST.NumberLiteral).value),
  );
  return nameOf(path) === 'years' && params.length === 2 && whole && hash === undefined;
}

/** Blocks of projects are taken out of a sheet before it is run: one that is found here has no place. */
function unknownBlock(node: hbs.AST.Node, name: string | undefined): TextFault {
  if (GROUPS.some((group) => group === name))
    return faultAt(
      node,
      'group-form',
      korean`묶음 ‘${name}’은(는) 여는 줄과 닫는 줄을 따로 적습니다.`,
      `저마다 한 줄로 쓴 {{#${name}}}과 {{/${name}}}`,
    );
  if (name !== 'project') return unknownHelper(node, name);
  return faultAt(
    node,
    'project-block',
    '세부사업의 글 묶음은 과제 시트에서만, 여는 줄과 닫는 줄을 따로 씁니다.',
    'tasks/과제.hbs에 저마다 한 줄로 쓴 {{#project "세부사업-id"}}와 {{/project}}',
  );
}

function unknownHelper(node: hbs.AST.Node, name = ''): TextFault {
  const near = nearestOf(name, CALLED);
  const expected = near === undefined ? CALLED.join(', ') : `${near} 같은 도우미`;
  return faultAt(node, 'unknown-helper', korean`도우미 ‘${name}’은(는) 없습니다.`, expected);
}

function faultOfPartial(
  statement: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement,
  partials: ReadonlySet<string>,
): TextFault | undefined {
  const optional = statement.type === 'PartialBlockStatement';
  const name = nameOf(statement.name);
  const bare = statement.params.length === 0 && (statement.hash as hbs.AST.Hash | undefined) === undefined;
  const isEmpty = !optional || (statement as hbs.AST.PartialBlockStatement).program.body.length === 0;
  if (name === undefined || !bare || !isEmpty)
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
