// XML text -> whether it is well-formed, as far as an XMP packet goes: one root, tags nested, references known.

const TOKEN = /<\?[^?]*\?>|<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gu;

export function wellFormed(xml: string): boolean {
  const open: string[] = [];
  let roots = 0;
  let end = 0;
  for (const match of xml.matchAll(TOKEN)) {
    if (match.index !== end) return false;
    end = match.index + match[0].length;
    const [, closing, name, attributes = '', empty, text = ''] = match;
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(`${attributes}${text}`)) return false;
    if (name === undefined) {
      if (text.trim() !== '' && open.length === 0) return false;
    } else if (closing === '/') {
      if (open.pop() !== name) return false;
    } else {
      if (open.length === 0) roots++;
      if (empty !== '/') open.push(name);
    }
  }
  return end === xml.length && open.length === 0 && roots === 1;
}
