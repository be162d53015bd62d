// A template's syntax tree -> the same without the blanks that `~` takes away, in blocks and around them.

/** Blanks and line feeds, and the marks that tell where a line was written. */
const BEHIND = /^(?:\s|\uE000L\d+\uE001)+/u;

interface Flags {
  readonly open: boolean;
  readonly close: boolean;
}

/** Changes the tree. Outside blocks `~` has never taken anything away, and does not. */
export function stripBlanks({ body }: hbs.AST.Program, inBlock = false): void {
  body.forEach((statement, index) => {
    const before = body[index - 1];
    const behind = body[index + 1];
    if (statement.type === 'BlockStatement') {
      const block = statement as hbs.AST.BlockStatement;
      const inner = block.program as hbs.AST.Program | undefined;
      const other = block.inverse as hbs.AST.Program | undefined;
      const { openStrip, inverseStrip, closeStrip } = block as {
        readonly openStrip: Flags;
        readonly inverseStrip: Flags | undefined;
        readonly closeStrip: Flags | undefined;
      };
      if (openStrip.open) stripEnd(before);
      if (openStrip.close) stripStart((inner ?? other)?.body[0]);
      if (inverseStrip?.open === true) stripEnd(inner?.body.at(-1));
      if (inverseStrip?.close === true) stripStart(other?.body[0]);
      if (closeStrip?.open === true) stripEnd((other ?? inner)?.body.at(-1));
      if (closeStrip?.close === true) stripStart(behind);
      if (inner !== undefined) stripBlanks(inner, true);
      if (other !== undefined) stripBlanks(other, true);
      return;
    }
    const { strip } = statement as { readonly strip?: Flags };
    if (!inBlock || strip === undefined) return;
    if (strip.open) stripEnd(before);
    if (strip.close) stripStart(behind);
  });
}

function stripStart(statement: hbs.AST.Statement | undefined): void {
  if (statement?.type !== 'ContentStatement') return;
  const content = statement as hbs.AST.ContentStatement;
  content.value = content.value.replace(BEHIND, '');
}

function stripEnd(statement: hbs.AST.Statement | undefined): void {
  if (statement?.type !== 'ContentStatement') return;
  const content = statement as hbs.AST.ContentStatement;
  let end = content.value.trimEnd();
  for (
    let mark = end.lastIndexOf('\uE000');
    mark !== -1 && /^\uE000L\d+\uE001$/u.test(end.slice(mark));
    mark = end.lastIndexOf('\uE000')
  )
    end = end.slice(0, mark).trimEnd();
  content.value = end;
}
