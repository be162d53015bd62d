// The bytes of an XML part -> its elements as a tree.
import { readXml } from '../../spreadsheet/xml-events.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

/** No document that people made nests deeper. */
const DEEPEST = 200;

/** Throws a SyntaxError where it is not XML in UTF-8, or goes too deep. */
export function xmlTree(bytes: Uint8Array): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [top];
  readXml(bytes, {
    open: (name, attributes) => {
      if (open.length > DEEPEST) throw new SyntaxError('too deep');
      const element = { name, attributes, children: [] };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    text: (text) => {
      open.at(-1)?.children.push(text);
    },
    close: () => {
      open.pop();
    },
  });
  return top;
}

export function elementsOf({ children }: XmlElement): readonly XmlElement[] {
  return children.filter((child) => typeof child !== 'string');
}

/** All of that name below it, in order; what lies in one of them is not looked at. */
export function allNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => (child.name === name ? [child] : allNamed(child, name)));
}

export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
