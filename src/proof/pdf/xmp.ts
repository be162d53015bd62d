// An XMP packet (ISO 16684-1) -> the values of its properties, and attributes that say anything.

const TOKEN = /<[^>]*(?:>|$)|[^<]+/gu;
const ATTRIBUTE = /(?<![\w:-])([\w:-]+)\s*=\s*("[^"]*"|'[^']*')/gu;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Attributes that say how the packet is written. */
const FORM = /^(?:xmlns(?::\w+)?|rdf:about=|rdf:parseType|xml:lang)/u;

/** By the name of the property; what is said twice stands twice. Text outside of properties has none. */
export function xmpValues(packet: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  const open: string[] = [];
  const add = (name: string, value: string): void => {
    const known = values.get(name);
    if (known === undefined) values.set(name, [value]);
    else known.push(value);
  };
  for (const [token] of packet.matchAll(TOKEN)) {
    if (token.startsWith('<?') || token.startsWith('<!')) {
      if (!token.startsWith('<?xpacket ')) add('', token);
    } else if (token.startsWith('</')) open.pop();
    else if (token.startsWith('<')) {
      const name = /^<([^\s/>]+)/u.exec(token)?.[1] ?? '';
      for (const [, key = '', value = ''] of token.matchAll(ATTRIBUTE)) {
        const said = value.slice(1, -1);
        if (!FORM.test(key === 'rdf:about' ? `${key}=${said}` : key)) add(key, unescaped(said));
      }
      if (!token.endsWith('/>')) open.push(name);
    } else if (token.trim() !== '' && open.length > 0)
      add(open.findLast((name) => !name.startsWith('rdf:')) ?? '', unescaped(token));
  }
  return values;
}

function unescaped(text: string): string {
  return text.replaceAll(/&(\w+);/gu, (whole, name: string) => ENTITIES[name] ?? whole);
}
