// A template's syntax tree -> its calls in order; each path becomes a call too, so that a value is looked up where its place is known.
import type { Call, TemplateCalls, TextPlace, ValuePath } from './compiled-text.ts';
import { standsAlone } from './template-helpers.ts';

/** Blocks, as users of Handlebars know them. */
const BLOCK_NAMES = ['each', 'if', 'unless', 'with'] as const;
export type BlockName = (typeof BLOCK_NAMES)[number];

export function isBlockName(name: string): name is BlockName {
  return BLOCK_NAMES.some((one) => one === name);
}

/** What calls name that no author can type: a value to be printed, one to be used, the years from one to another, and the call's number. */
export const SHOW = '\uE000show';
export const LOOK = '\uE000look';
export const YEARS = '\uE000years';
export const AT = '\uE000at';

/** Every name that this program gives to what a template calls, beside the helpers. */
export const NAMES = [SHOW, LOOK, YEARS, ...BLOCK_NAMES];

export const NO_CALLS: TemplateCalls = { calls: [], includes: new Map(), lines: new Set() };

/** Numbers the calls of the tree, which is changed: the same text gives the same numbers. */
export function callsOf(program: hbs.AST.Program): TemplateCalls {
  const calls: Call[] = [];
  const includes = new Map<string, TextPlace>();
  const lines = new Set([1]);

  const numbered = (
    call: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression,
    of: Omit<Call, 'place'>,
  ) => {
    const { loc } = call;
    const value: hbs.AST.NumberLiteral = {
      type: 'NumberLiteral',
      value: calls.length,
      original: calls.length,
      loc,
    };
    calls.push({ place: loc.start, ...of });
    call.hash ??= { type: 'Hash', pairs: [], loc };
    call.hash.pairs.push({ type: 'HashPair', key: AT, value, loc });
  };

  const asValue = (expression: hbs.AST.Expression): hbs.AST.Expression => {
    if (expression.type === 'SubExpression') {
      const years = expression as hbs.AST.SubExpression;
      years.path = pathTo(YEARS, years);
      numbered(years, {});
      return years;
    }
    if (expression.type !== 'PathExpression') return expression;
    const look: Pick<hbs.AST.SubExpression, 'type' | 'path' | 'params' | 'loc'> = {
      type: 'SubExpression',
      path: pathTo(LOOK, expression),
      params: [],
      loc: expression.loc,
    };
    const call = look as hbs.AST.SubExpression;
    numbered(call, { path: valuePath(expression as hbs.AST.PathExpression) });
    return call;
  };

  const number = (statement: hbs.AST.Statement): void => {
    switch (statement.type) {
      case 'MustacheStatement': {
        const call = statement as hbs.AST.MustacheStatement;
        const path = call.path as hbs.AST.PathExpression;
        const hash = call.hash as hbs.AST.Hash | undefined;
        if (call.params.length === 0 && hash === undefined && !standsAlone(path.original)) {
          numbered(call, { path: valuePath(path) });
          call.path = pathTo(SHOW, call);
          return;
        }
        call.params = call.params.map(asValue);
        for (const pair of hash?.pairs ?? []) pair.value = asValue(pair.value);
        numbered(call, {});
        return;
      }
      case 'BlockStatement': {
        const block = statement as hbs.AST.BlockStatement;
        const { start, end } = block.loc;
        const names = [...((block.program as hbs.AST.Program | undefined)?.blockParams ?? [])];
        block.params = block.params.map(asValue);
        numbered(block, { names, lines: end.line - start.line + 1 });
        for (const inner of [block.program, block.inverse] as (hbs.AST.Program | undefined)[]) {
          if (inner === undefined) continue;
          inner.blockParams = [];
          inner.body.forEach(number);
        }
        return;
      }
      case 'PartialStatement':
      case 'PartialBlockStatement': {
        const { name, loc } = statement as hbs.AST.PartialStatement;
        includes.set((name as hbs.AST.PathExpression).original, loc.start);
        return;
      }
      case 'ContentStatement': {
        const feeds = (statement as hbs.AST.ContentStatement).value.split('\n').length - 1;
        for (let feed = 1; feed <= feeds; feed++) lines.add(statement.loc.start.line + feed);
        return;
      }
      default:
        return;
    }
  };
  program.body.forEach(number);
  return { calls, includes, lines };
}

function valuePath({ data, depth, parts, original }: hbs.AST.PathExpression): ValuePath {
  return { data, depth, scoped: /^(?:\.|this\b)/u.test(original), parts: [...parts], written: original };
}

function pathTo(name: string, { loc }: hbs.AST.Node): hbs.AST.PathExpression {
  return { type: 'PathExpression', data: false, depth: 0, parts: [name], original: name, loc };
}
