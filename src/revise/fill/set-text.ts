// A text that was typed for a place of a YAML file -> the file with it there, all else as it is spelt.
import { isMap, isScalar, isSeq, type Scalar, YAMLSeq } from 'yaml';
import { escaped } from '../../plan/literal.ts';
import { yamlScalar } from '../import/yaml-scalar.ts';
import { openYaml, plain, quoted, yamlText } from '../yaml-edit.ts';
import type { Texts } from './plan-texts.ts';
import type { NodePath } from './set-value.ts';

/** What stands in a file: words, a number or a word of the format, several words, or nothing. */
export type TextValue =
  | { readonly kind: 'text' | 'plain'; readonly text: string }
  | { readonly kind: 'list'; readonly texts: readonly string[] }
  | { readonly kind: 'none' };

const NONE: TextValue = { kind: 'none' };

/** Words, or nothing where there are none. */
export function wordsOf(text: string): TextValue {
  return text === '' ? NONE : { kind: 'text', text };
}

/** Writes it into the file, which may be new; keys on the way are made. */
export function setText(texts: Texts, file: string, path: NodePath, value: TextValue): void {
  const text = texts.get(file) ?? '';
  const { document } = openYaml(text);
  const node = document.getIn(path, true);
  if (value.kind === 'none') {
    document.deleteIn(path);
    texts.set(file, yamlText(document));
    return;
  }
  if (value.kind !== 'list' && isScalar(node) && isOnOneLine(node, text)) {
    const [from, to] = (node as Scalar.Parsed).range;
    texts.set(file, text.slice(0, from) + spelt(value) + text.slice(to));
    return;
  }
  document.setIn(path, nodeOf(value));
  texts.set(file, yamlText(document));
}

/** The item of a list of mappings with the id; undefined where there is none. */
export function itemPath(text: string, path: NodePath, id: string): NodePath | undefined {
  const list = openYaml(text).document.getIn(path);
  if (!isSeq(list)) return undefined;
  const index = list.items.findIndex((item) => isMap(item) && item.get('id') === id);
  return index < 0 ? undefined : [...path, index];
}

function isOnOneLine({ type, range }: Scalar, text: string): boolean {
  const isFlow = type === 'PLAIN' || type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE';
  return isFlow && range != null && !text.slice(range[0], range[1]).includes('\n');
}

function spelt(value: TextValue & { readonly kind: 'text' | 'plain' }): string {
  return value.kind === 'plain' ? value.text : yamlScalar(escaped(value.text));
}

function nodeOf(value: Exclude<TextValue, { readonly kind: 'none' }>): unknown {
  switch (value.kind) {
    case 'plain':
      return plain(value.text);
    case 'text':
      return quoted(escaped(value.text));
    case 'list': {
      const list = new YAMLSeq();
      list.flow = true;
      list.items = value.texts.map((text) => quoted(escaped(text)));
      return list;
    }
  }
}
