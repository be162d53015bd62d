// A source file, parsed -> every small change of it that a slip of the hand could make.
import { type Node, type SourceFile, SyntaxKind } from 'typescript/unstable/ast';
import {
  isBinaryExpression,
  isCallExpression,
  isConditionalExpression,
  isExpressionStatement,
} from 'typescript/unstable/ast/is';

export interface Mutation {
  /** Offsets of what is replaced. */
  readonly from: number;
  readonly to: number;
  readonly before: string;
  readonly after: string;
  readonly line: number;
  /** The line itself, without the blanks around it. */
  readonly text: string;
}

const OPPOSITES: Readonly<Record<string, string>> = {
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '===': '!==',
  '!==': '===',
  '&&': '||',
  '||': '&&',
  '??': '&&',
};

/** What the compiler takes away, and what messages say, reaches no file. */
const LEFT: ReadonlySet<SyntaxKind> = new Set([
  SyntaxKind.InterfaceDeclaration,
  SyntaxKind.TypeAliasDeclaration,
  SyntaxKind.ImportDeclaration,
  SyntaxKind.TypeReference,
  SyntaxKind.LiteralType,
  SyntaxKind.ThrowStatement,
]);

/** Operators turned round, numbers one more, true and false exchanged, the branches of a choice too, calls left out. In the file's order. */
export function mutationsOf(source: SourceFile): readonly Mutation[] {
  const found: Mutation[] = [];
  const lines = source.text.split('\n');
  const put = (node: Node, after: string): void => {
    const from = node.getStart(source);
    const line = source.text.slice(0, from).split('\n').length;
    const text = lines[line - 1]?.trim() ?? '';
    found.push({ from, to: node.end, before: source.text.slice(from, node.end), after, line, text });
  };
  const visit = (node: Node): void => {
    if (LEFT.has(node.kind)) return;
    if (isBinaryExpression(node)) {
      const after = OPPOSITES[node.operatorToken.getText(source)];
      if (after !== undefined) put(node.operatorToken, after);
    } else if (node.kind === SyntaxKind.NumericLiteral) put(node, `(${node.getText(source)} + 1)`);
    else if (node.kind === SyntaxKind.TrueKeyword) put(node, 'false');
    else if (node.kind === SyntaxKind.FalseKeyword) put(node, 'true');
    else if (isConditionalExpression(node)) {
      const [condition, yes, no] = [node.condition, node.whenTrue, node.whenFalse].map((part) =>
        part.getText(source),
      );
      put(node, `(${condition}) ? (${no}) : (${yes})`);
    } else if (isExpressionStatement(node) && isCallExpression(node.expression)) {
      if (node.expression.expression.kind !== SyntaxKind.SuperKeyword) put(node, ';');
    }
    node.forEachChild((child) => visit(child));
  };
  visit(source);
  return found;
}

export function mutated(text: string, { from, to, after }: Mutation): string {
  return text.slice(0, from) + after + text.slice(to);
}
