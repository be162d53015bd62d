// What a part may hold, element by element -> what in it this program never writes.
import type { XmlNode } from './xml.ts';

/** A value to the letter, or what it has to look like. */
type Values = string | RegExp;

/** What an element has: its attributes, a `?` behind the names of those that may be missing, and its children in their order, or its text, or both. */
type Rule = readonly [
  attributes: Readonly<Record<string, Values>>,
  content?: string | RegExp,
  besides?: RegExp,
];

/** Rules by the element's name, or by its parent's name, a slash and its own, where that differs. The first is the outermost element's. */
type Rules = Readonly<Record<string, Rule>>;

interface Foreign {
  readonly what: string;
  /** Of a sheet, where the fault lies in one: B3. */
  readonly cell?: string;
}

/** A text with blanks at an end of it. */
const EDGE = /^[ \t\r\n]|[ \t\r\n]$/;

/** The most that is told of one part. */
const MOST = 20;

export class Grammar {
  readonly #root: string;
  readonly #rules: Rules;
  /** Children as `a b b c `, by what the rule says of them. */
  readonly #sequences = new Map<string, RegExp>();

  constructor(rules: Rules) {
    this.#root = Object.keys(rules)[0] ?? '';
    this.#rules = rules;
    for (const [, content] of Object.values(rules)) {
      if (typeof content !== 'string') continue;
      const form = content.replaceAll(/([\w:]+)([?*+]?) ?/g, '(?:$1 )$2');
      this.#sequences.set(content, new RegExp(`^${form}$`));
    }
  }

  foreignIn(root: XmlNode): readonly Foreign[] {
    if (root.name !== this.#root) return [{ what: `<${root.name}> 요소` }];
    const foreign: Foreign[] = [];
    const open: { readonly node: XmlNode; readonly parent: string; readonly cell: string | undefined }[] = [
      { node: root, parent: '', cell: undefined },
    ];
    for (let one = open.pop(); one !== undefined && foreign.length < MOST; one = open.pop()) {
      const { node, parent } = one;
      const cell = node.name === 'c' ? node.attributes.get('r') : one.cell;
      const where = cell !== undefined && /^[A-Z]{1,3}[1-9]\d{0,6}$/.test(cell) ? { cell } : {};
      const rule = this.#rules[`${parent}/${node.name}`] ?? this.#rules[node.name];
      if (rule === undefined) {
        foreign.push({ what: `<${node.name}> 요소`, ...where });
        continue;
      }
      const tell = (what: string) => foreign.push({ what: `<${node.name}> ${what}`, ...where });
      attributeFaults(node, rule[0], tell);
      this.#contentFaults(node, rule, tell);
      // A spreadsheet drops such blanks where it is not told to keep them (XML 1.0, 2.10).
      if (node.name === 't' && EDGE.test(node.text) && !node.attributes.has('xml:space'))
        tell('요소에 없는 속성 xml:space');
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index];
        if (child !== undefined) open.push({ node: child, parent: node.name, cell });
      }
    }
    return foreign;
  }

  #contentFaults({ children, text }: XmlNode, [, content, besides]: Rule, tell: Tell): void {
    if (content instanceof RegExp) {
      if (children.length > 0 || !content.test(text)) tell(`요소의 글 ${shortened(text)}`);
      return;
    }
    if (besides === undefined ? text !== '' : !besides.test(text)) tell(`요소의 글 ${shortened(text)}`);
    let names = '';
    for (const { name } of children) names += `${name} `;
    const isRight = content === undefined ? names === '' : this.#sequences.get(content)?.test(names);
    if (isRight !== true) tell(`요소 안의 순서나 개수: ${shortened(names.trim() || '없음')}`);
  }
}

type Tell = (what: string) => void;

function attributeFaults({ attributes }: XmlNode, allowed: Rule[0], tell: Tell): void {
  let known = 0;
  for (const key in allowed) {
    const values = allowed[key];
    const optional = key.endsWith('?');
    const name = optional ? key.slice(0, -1) : key;
    const value = attributes.get(name);
    if (value === undefined) {
      if (!optional) tell(`요소에 없는 속성 ${name}`);
      continue;
    }
    known++;
    if (typeof values === 'string' ? value !== values : values?.test(value) !== true)
      tell(`요소의 속성 ${name}="${shortened(value)}"`);
  }
  if (known < attributes.size)
    for (const [name, value] of attributes)
      if (!(name in allowed || `${name}?` in allowed)) tell(`요소의 속성 ${name}="${shortened(value)}"`);
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
