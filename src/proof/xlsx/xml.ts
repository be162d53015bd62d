// The XML of a workbook's part -> its tags and texts, one after the other.

export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string; readonly closed: boolean }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** Tags; comments, declarations and instructions are passed over. */
const TAG =
  /<(?:!--[\s\S]*?(?:-->|$)|[?!][^>]*(?:>|$)|(\/?)([^\s/<>"']+)((?:[\s/](?:[^"'<>]|"[^"]*"|'[^']*')*)?)>)/gu;
const ENTITY = /&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/gu;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Names without their prefixes. */
export function* xmlEvents(xml: string): Generator<XmlEvent> {
  let end = 0;
  for (const match of xml.matchAll(TAG)) {
    if (match.index > end) yield { kind: 'text', text: unescaped(xml.slice(end, match.index)) };
    end = match.index + match[0].length;
    const [, slash, name, attributes = ''] = match;
    if (name === undefined) continue;
    const local = name.slice(name.indexOf(':') + 1);
    if (slash === '/') yield { kind: 'close', name: local };
    else yield { kind: 'open', name: local, attributes, closed: attributes.endsWith('/') };
  }
}

/** An attribute's value; the name with its prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(attributes);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : unescaped(value);
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(ENTITY, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name ?? ''] ?? whole;
  });
}
