// The texts of a plan by their paths -> one of them edited.
import type { YAMLMap } from 'yaml';
import { openYaml, yamlText } from '../yaml-edit.ts';

export type Texts = Map<string, string>;

/** Edits a file if it is there; where nothing changes, its text stays as it is spelt. */
export function editText(texts: Texts, name: string, change: (root: YAMLMap) => void): void {
  const text = texts.get(name);
  if (text === undefined) return;
  const { document, root } = openYaml(text);
  const before = yamlText(document);
  change(root);
  const after = yamlText(document);
  if (after !== before) texts.set(name, after);
}
