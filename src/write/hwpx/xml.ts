// Names, attributes and contents -> XML, without a blank that would be read as text.

type Attributes = Readonly<Record<string, string | number>>;

/** `content` is XML already. */
export function tag(name: string, attributes: Attributes = {}, ...content: readonly string[]): string {
  let written = '';
  for (const key in attributes) {
    const value = attributes[key] ?? '';
    written += ` ${key}="${typeof value === 'number' ? value : escaped(value)}"`;
  }
  const inner = content.join('');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNUSABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;
const PLAIN = /^[\w .,:;()/%~#?!'+*=가-힣-]*$/;

/** Throws at what XML cannot hold: with one such character no program opens the file. */
export function escaped(text: string): string {
  if (PLAIN.test(text)) return text;
  if (UNUSABLE.test(text)) throw new Error(`no character of XML: ${JSON.stringify(text)}`);
  return text.replaceAll(/[&<>"]/g, (one) => ENTITIES[one] ?? one);
}

const YEAR_2011 = 'http://www.hancom.co.kr/hwpml/2011';
const YEAR_2016 = 'http://www.hancom.co.kr/hwpml/2016';

export const UNIT_CHAR = `${YEAR_2016}/HwpUnitChar`;

/** Of every part's outermost element. */
const NAMESPACES: Attributes = {
  'xmlns:ha': `${YEAR_2011}/app`,
  'xmlns:hp': `${YEAR_2011}/paragraph`,
  'xmlns:hp10': `${YEAR_2016}/paragraph`,
  'xmlns:hs': `${YEAR_2011}/section`,
  'xmlns:hc': `${YEAR_2011}/core`,
  'xmlns:hh': `${YEAR_2011}/head`,
  'xmlns:hhs': `${YEAR_2011}/history`,
  'xmlns:hm': `${YEAR_2011}/master-page`,
  'xmlns:hpf': 'http://www.hancom.co.kr/schema/2011/hpf',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:opf': 'http://www.idpf.org/2007/opf/',
  'xmlns:ooxmlchart': `${YEAR_2016}/ooxmlchart`,
  'xmlns:hwpunitchar': UNIT_CHAR,
  'xmlns:epub': 'http://www.idpf.org/2007/ops',
  'xmlns:config': 'urn:oasis:names:tc:opendocument:xmlns:config:1.0',
};

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes" ?>';

/** A whole part. */
export function part(name: string, attributes: Attributes, ...content: readonly string[]): string {
  return DECLARATION + tag(name, { ...NAMESPACES, ...attributes }, ...content);
}

/** One that is none of 한글's own: with a namespace of its own alone. */
export function bare(name: string, attributes: Attributes, ...content: readonly string[]): string {
  return DECLARATION + tag(name, attributes, ...content);
}
