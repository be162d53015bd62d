// The source files -> every regular expression of them, and forms of it without assertions.
import path from 'node:path';
import { type Node, SyntaxKind } from 'typescript/unstable/ast';
import { isNewExpression } from 'typescript/unstable/ast/is';
import { API } from 'typescript/unstable/sync';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A place in the source. */
export interface Place {
  /** Below the project's folder, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** A regex literal, or the text of a `new RegExp(…)` that is made when the program runs. */
export interface FoundRegex extends Place {
  readonly text: string;
  readonly made: boolean;
}

/** Every regex literal and every `new RegExp` or `RegExp(…)` below src, in the order of the files. */
export function regexesOfSource(): readonly FoundRegex[] {
  const api = new API({ cwd: ROOT });
  try {
    const project = api.updateSnapshot({ openProject: path.join(ROOT, 'tsconfig.json') }).getProjects()[0];
    if (project === undefined) throw new Error('no project');
    const names = project.rootFiles.filter((name) => name.startsWith(`${ROOT}/src/`));
    return [...names].sort().flatMap((name) => {
      const source = project.program.getSourceFile(name);
      if (source === undefined) throw new Error(name);
      const found: FoundRegex[] = [];
      const add = (node: Node, made: boolean): void => {
        const start = node.getStart(source);
        found.push({
          file: path.relative(ROOT, name),
          line: source.text.slice(0, start).split('\n').length,
          text: source.text.slice(start, node.end).replaceAll(/\s*\n\s*/g, ' '),
          made,
        });
      };
      const visit = (node: Node): void => {
        if (node.kind === SyntaxKind.RegularExpressionLiteral) add(node, false);
        if (isNewExpression(node) && node.expression.getText(source) === 'RegExp') add(node, true);
        node.forEachChild((child) => visit(child));
      };
      visit(source);
      return found;
    });
  } finally {
    api.close();
  }
}

/** Whether a regex literal repeats nothing without end: then its time is bounded by its own length. */
export function isBounded(literal: string): boolean {
  return !/[*+]|\{\d+,\}/.test(literal.replaceAll(/\\[^pPu]|\[(?:[^\]\\]|\\.)*\]/g, 'x'));
}

/** An escape, a class, the opening of a group or any other character. */
const PART =
  /\\k<\w+>|\\[pPu]\{\w+(?:=\w+)?\}|\\.|\[(?:[^\]\\]|\\.)*\]|\(\?<?[=!]|\((?:\?(?::|<\w+>))?|[\s\S]/g;
const ASSERTION = /^\(\?<?[=!]$/;

/** Sources without assertions and back references, of which none may take longer than the text's length. */
export function plainForms(source: string): readonly string[] {
  return alternativesOf(source.match(PART) ?? []).flatMap((parts) => {
    const [first = '', second = '', third = '', ...rest] = parts;
    // Read once, where the text begins.
    if (first === '^' && /^\(\?[=!]$/.test(second)) {
      const close = closingOf(parts, 1);
      return [
        ...plainForms(`^(?:${parts.slice(2, close).join('')})`),
        ...plainForms(`^${parts.slice(close + 1).join('')}`),
      ];
    }
    // Not behind one of these characters: behind another, or where the text begins.
    if (first === '(?<!' && third === ')')
      return [`^(?:[\\s\\S]*?${otherThan(second)})?${withoutAssertions(rest)}`];
    return [withoutAssertions(parts)];
  });
}

/** One after the other is tried at each place: together they take as long as the slowest. */
function alternativesOf(parts: readonly string[]): readonly (readonly string[])[] {
  const found: string[][] = [[]];
  let depth = 0;
  for (const part of parts) {
    if (part.startsWith('(')) depth += 1;
    if (part === ')') depth -= 1;
    if (part === '|' && depth === 0) found.push([]);
    else found.at(-1)?.push(part);
  }
  return found;
}

/** Where the group that opens there is closed. */
function closingOf(parts: readonly string[], opening: number): number {
  let depth = 0;
  return parts.findIndex((part, index) => {
    if (index < opening) return false;
    if (part.startsWith('(')) depth += 1;
    if (part === ')') depth -= 1;
    return depth === 0;
  });
}

/** The class of the other characters. */
function otherThan(part: string): string {
  if (part.startsWith('[^')) return `[${part.slice(2)}`;
  return part.startsWith('[') ? `[^${part.slice(1)}` : `[^${part}]`;
}

/** An assertion is a branch that is read and taken back; where there was one, what follows may be missing. */
function withoutAssertions(parts: readonly string[]): string {
  const isAsserted = (part: string) => ASSERTION.test(part) || /^\\[1-9]$|^\\k/.test(part);
  if (!parts.some(isAsserted)) return parts.join('');
  const closing: string[] = [];
  const plain = parts.map((part) => {
    if (part === ')') return closing.pop() ?? '';
    if (part.startsWith('(')) closing.push(ASSERTION.test(part) ? '|)' : ')');
    if (ASSERTION.test(part)) return '(?:';
    return isAsserted(part) ? '' : part;
  });
  return `(?:${plain.join('')})\\uFFFF`;
}
