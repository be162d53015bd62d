// A template's text -> its syntax tree, or that of what can be run of it, and the faults of what cannot be parsed.
import Handlebars from 'handlebars';
import type { TextFault } from './compiled-text.ts';
import { FAULTY } from './tokens.ts';

type Span = readonly [start: number, end: number];

interface Parsed {
  readonly text: string;
  readonly program: hbs.AST.Program | undefined;
  readonly faults: readonly TextFault[];
}

/** Parses the text, and where that fails, the text without the tags that do not parse by themselves. */
export function parseWhatParses(text: string): Parsed {
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
  const fault = unpairedBlock(rest, offsets) ?? {
    rule: 'template-syntax',
    message: '틀의 {{…}} 문법이 맞지 않습니다.',
    expected: '여는 이름과 닫는 이름이 짝을 이룬 틀',
    line: Number(/line (\d+)/u.exec(program)?.[1] ?? 1),
    column: 0,
  };
  return { text: rest, program: undefined, faults: [fault] };
}

/** The first block that nothing closes, or what closes none. */
function unpairedBlock(text: string, offsets: readonly number[]): TextFault | undefined {
  const open: { readonly name: string; readonly index: number }[] = [];
  const faultAt = (name: string, index: number, message: string): TextFault => {
    const line = offsets.findLastIndex((from) => from <= index);
    return {
      rule: 'template-syntax',
      message,
      expected: `{{#${name} …}} … {{/${name}}}`,
      line: line + 1,
      column: index - (offsets[line] ?? 0),
    };
  };
  for (const { tag, index } of tagsOf(text)) {
    const [, sign, name = ''] = /^\{\{~?([#/])>?\s*([\w-]+)/u.exec(tag) ?? [];
    if (sign === '#') open.push({ name, index });
    else if (sign === '/' && open.pop()?.name !== name)
      return faultAt(name, index, `{{/${name}}}와 짝이 되는 {{#${name}}}가 없습니다.`);
  }
  const first = open[0];
  return (
    first && faultAt(first.name, first.index, `{{#${first.name}}}를 닫는 {{/${first.name}}}가 없습니다.`)
  );
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

/** Of blocks in blocks, and of brackets in a tag: the parser takes the square of how deep they are. */
const MOST_DEEP = 20;

/** The fault of blocks or brackets that are opened one in the other and on and on. */
function tooDeep(text: string): TextFault | undefined {
  let [blocks, brackets] = [0, 0];
  let isTag = false;
  for (const { 0: mark, index } of text.matchAll(/\{\{~?[#^/]?|\}\}|[()]/gu)) {
    if (mark === '(') brackets += isTag ? 1 : 0;
    else if (mark === ')') brackets = Math.max(0, brackets - 1);
    else {
      isTag = mark !== '}}';
      brackets = 0;
      if (mark.endsWith('/')) blocks = Math.max(0, blocks - 1);
      else if (/[#^]$/u.test(mark)) blocks += 1;
    }
    if (blocks <= MOST_DEEP && brackets <= MOST_DEEP) continue;
    const before = text.slice(0, index).split('\n');
    return {
      rule: 'template-syntax',
      message: '틀의 묶음이나 괄호가 지나치게 깊습니다.',
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
export function parse(text: string): hbs.AST.Program | string {
  try {
    return Handlebars.parseWithoutProcessing(text);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Where each line begins. */
export function lineOffsets(text: string): readonly number[] {
  const offsets = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) offsets.push(at + 1);
  return offsets;
}

/** The text with the spans, which are in the order of their beginnings, made FAULTY; lines stay lines. */
export function withoutSpans(text: string, spans: readonly Span[]): string {
  let end = 0;
  const parts = spans.flatMap(([begin, to]) => {
    const from = Math.max(begin, end);
    if (to <= from) return [];
    const before = text.slice(end, from);
    end = to;
    return [before, text.slice(from, to).replace(/[^\n]/gu, FAULTY)];
  });
  return parts.join('') + text.slice(end);
}
