// The XML of a workbook's part -> its elements, as strictly as this program writes them: no comments, instructions or own entities.

export interface XmlNode {
  /** With its prefix. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** All characters directly inside. */
  readonly text: string;
}

/** What a spreadsheet might read otherwise than we do; the message says what, in Korean. */
export class XmlFault extends Error {}

/** Without one it is the same (XML 1.0, 2.8 and 4.3.3). */
const DECLARATION =
  /^<\?xml version=["']1\.0["'](?: encoding=["'](?:UTF|utf)-8["'])?(?: standalone=["'](?:yes|no)["'])? ?\?>\r?\n?/;
const TAG = /<(\/?)([A-Za-z][\w:.-]*)((?:\s[A-Za-z][\w:.-]*="[^"<]*")*)\s?(\/?)>/y;
const ATTRIBUTE = /\s([A-Za-z][\w:.-]*)="([^"<]*)"/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Elements within one another: tables in cells of tables come to a hundred. What is read goes down into them. */
const DEEPEST = 500;
const NONE: ReadonlyMap<string, string> = new Map();

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlNode[];
  text: string;
}

/** The outermost element. Throws an XmlFault. */
export function parseXml(xml: string): XmlNode {
  const root: Open = { name: '', attributes: NONE, children: [], text: '' };
  const open: Open[] = [root];
  let at = DECLARATION.exec(xml)?.[0].length ?? 0;
  while (at < xml.length) {
    const inside = open.at(-1) ?? root;
    const next = xml.indexOf('<', at);
    const end = next < 0 ? xml.length : next;
    if (end > at) {
      inside.text += unescaped(xml.slice(at, end));
      at = end;
      continue;
    }
    TAG.lastIndex = at;
    const [whole, slash, name = '', written = '', closed] = TAG.exec(xml) ?? [];
    if (whole === undefined) throw new XmlFault(`읽을 수 없는 표시: ${xml.slice(at, at + 30)}`);
    at += whole.length;
    if (slash === '/') {
      if (open.length < 2 || inside.name !== name) throw new XmlFault(`짝이 맞지 않는 표시: </${name}>`);
      open.pop();
      continue;
    }
    const node: Open = { name, attributes: attributesOf(written), children: [], text: '' };
    inside.children.push(node);
    if (open.length > DEEPEST) throw new XmlFault('요소가 지나치게 깊이 겹쳐 있습니다');
    if (closed !== '/') open.push(node);
  }
  const [first, ...others] = root.children;
  if (first === undefined || others.length > 0 || open.length > 1 || root.text.trim() !== '')
    throw new XmlFault('맨 바깥 요소가 하나가 아닙니다');
  return first;
}

function attributesOf(written: string): ReadonlyMap<string, string> {
  if (written === '') return NONE;
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of written.matchAll(ATTRIBUTE)) {
    if (attributes.has(name)) throw new XmlFault(`두 번 적은 속성: ${name}`);
    attributes.set(name, unescaped(value));
  }
  return attributes;
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:([a-z]{1,4});|#(\d{1,6});)?/g, (_, name?: string, number?: string) => {
    const character = number === undefined ? ENTITIES[name ?? ''] : String.fromCodePoint(Number(number));
    if (character === undefined) throw new XmlFault('쓸 수 없는 개체가 있습니다');
    return character;
  });
}
