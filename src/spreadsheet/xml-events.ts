// The bytes of an XML part -> its elements, one call each, without namespace prefixes.
import { SaxesParser } from 'saxes';

interface XmlReader {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Reads the part from first to last element. Throws a SyntaxError where it is not XML in UTF-8, or declares a document type. */
export function readXml(bytes: Uint8Array, reader: XmlReader): void {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SyntaxError('not UTF-8');
  }
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw new SyntaxError(error.message);
  });
  // No spreadsheet has one; entities declared in it are how small files grow large.
  parser.on('doctype', () => {
    throw new SyntaxError('a document type');
  });
  const { open, text: characters, close } = reader;
  parser.on('opentag', ({ name, attributes }) => open?.(localName(name), attributes));
  parser.on('closetag', ({ name }) => close?.(localName(name)));
  if (characters !== undefined) {
    parser.on('text', characters);
    parser.on('cdata', characters);
  }
  parser.write(text).close();
}

/** `x:row` is a row: some programs prefix all elements. */
function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
