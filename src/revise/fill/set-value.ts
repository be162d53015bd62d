// A value that was typed for a figure -> the YAML file with it where the figure's number stands.
import { isMap, isScalar, type Scalar, visit } from 'yaml';
import { openYaml, valueScalar, yamlText } from '../yaml-edit.ts';

/** The keys and positions that lead from the root of a file to a number. */
export type NodePath = readonly (string | number)[];

/** What was said of a number that is no more: how it was published, that it was inferred or about. */
const OF_THE_NUMBER = ['as', 'inferred', 'about'];

/** The way to the scalar that begins there (line and column from 1); undefined where none does. */
export function pathOf(text: string, line: number, column: number): NodePath | undefined {
  const offset = text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, { length }) => sum + length + 1, column - 1);
  let found: NodePath | undefined;
  visit(openYaml(text).document, {
    Scalar(key, node, above) {
      if (key === 'key' || node.range?.[0] !== offset) return;
      found = [...above, node].flatMap((one, depth, all): NodePath => {
        const next = all[depth + 1];
        if (typeof one !== 'object' || !('items' in one)) return [];
        const index = one.items.indexOf(next as never);
        if (!isMap(one)) return [index];
        const name = one.items[index]?.key;
        return [isScalar(name) ? String(name.value) : index];
      });
      return visit.BREAK;
    },
  });
  return found;
}

/** The file with another number there; everything else stays as it is spelt. Throws where no scalar is. */
export function withValue(text: string, path: NodePath, value: string): string {
  const { document } = openYaml(text);
  const node = document.getIn(path, true);
  if (!isScalar(node)) throw new Error(`no number at ${path.join('/')}`);
  const owner = document.getIn(path.slice(0, -1), true);
  const stale = isMap(owner) && path.at(-1) === 'value' ? OF_THE_NUMBER.filter((key) => owner.has(key)) : [];
  if (isMap(owner) && stale.length > 0) {
    for (const key of stale) owner.delete(key);
    document.setIn(path, valueScalar(value));
    return yamlText(document);
  }
  const [from, to] = (node as Scalar.Parsed).range;
  const source = value === '-' ? "'-'" : value;
  return text.slice(0, from) + source + text.slice(to);
}
