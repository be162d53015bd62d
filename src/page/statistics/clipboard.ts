// What other programs put on the clipboard (tab-separated text, tables of HTML) <-> rows of texts.

export type Block = readonly (readonly string[])[];

/** The first table of the HTML where there is one, else the text split at tabs; merged cells have their text at their first place. */
export function blockOf(html: string, text: string): Block {
  const table = /<table\b/i.test(html) ? tableIn(html) : [];
  return table.length > 0 ? table : rowsOf(text);
}

/** Rows end with lines; a quoted text may hold lines itself, as Excel writes them. */
function rowsOf(text: string): Block {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const plain = text.replaceAll('\r\n', '\n').replace(/\n$/, '');
  for (let at = 0; at < plain.length; at++) {
    const sign = plain[at] ?? '';
    if (sign === '"' && (isQuoted || cell === '')) {
      if (isQuoted && plain[at + 1] === '"') {
        cell += '"';
        at++;
      } else isQuoted = !isQuoted;
    } else if (!isQuoted && (sign === '\t' || sign === '\n')) {
      rows.at(-1)?.push(cell.trim());
      cell = '';
      if (sign === '\n') rows.push([]);
    } else cell += sign;
  }
  rows.at(-1)?.push(cell.trim());
  return rows;
}

/** Read as characters: the page's policy lets no HTML be parsed. */
function tableIn(html: string): Block {
  const from = html.search(/<table\b/i);
  const end = html.toLowerCase().indexOf('</table', from);
  const inner = html.slice(from, end < 0 ? undefined : end);
  const rows = inner.split(/<tr\b/i).slice(1);
  const placed: (string | undefined)[][] = rows.map(() => []);
  rows.forEach((row, top) => {
    for (const piece of row.split(/<t[dh]\b/i).slice(1)) {
      const close = piece.indexOf('>');
      const head = piece.slice(0, close);
      const line = placed[top] ?? [];
      let left = 0;
      while (line[left] !== undefined) left++;
      const [down, right] = [spanOf(head, 'rowspan'), spanOf(head, 'colspan')];
      for (let y = top; y < top + down; y++)
        for (let x = left; x < left + right; x++) {
          const target = placed[y];
          if (target !== undefined) target[x] = y === top && x === left ? textIn(piece.slice(close + 1)) : '';
        }
    }
  });
  return placed.map((line) => Array.from(line, (text) => text ?? ''));
}

/** More than a sheet of people has columns. */
const MOST_SPAN = 200;

function spanOf(head: string, name: string): number {
  const at = head.toLowerCase().indexOf(`${name}=`);
  const number = at < 0 ? 1 : Number.parseInt(head.slice(at + name.length + 1).replace(/^["']/, ''), 10);
  return Number.isNaN(number) ? 1 : Math.min(Math.max(number, 1), MOST_SPAN);
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  minus: '−',
};

function textIn(html: string): string {
  return html
    .replaceAll(/<[^<>]*>?/g, ' ')
    .replaceAll(/&(#?\w{1,8});/g, (whole: string, name: string) => {
      const code = name.startsWith('#x')
        ? Number.parseInt(name.slice(2), 16)
        : Number.parseInt(name.slice(1), 10);
      if (name.startsWith('#')) return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
      return ENTITIES[name] ?? whole;
    })
    .replaceAll(/\s+/g, ' ')
    .trim();
}

export function tabbed(block: Block): string {
  return block.map((row) => row.join('\t')).join('\n');
}

export function asHtml(block: Block): string {
  const cell = (text: string): string =>
    `<td>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</td>`;
  return `<table>${block.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;
}
