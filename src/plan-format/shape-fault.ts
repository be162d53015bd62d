// A tree and a file's schema -> the file's parts, and each mismatch as a fault with its place.
import * as v from 'valibot';
import { didYouMean, type Fault, type Faults } from './faults.ts';
import { isEmpty, type Mapping, type Node, type Scalar } from './node.ts';
import { numberFault } from './number-form.ts';
import { isEmptyOrSeen, isKnownKey, isNumberForm, isSeen } from './shape.ts';

/**
 * Reads a node as the schema has it. Undefined when a part is missing or of another kind altogether; unknown keys and
 * wrong leaves are reported and read past.
 */
export function readShape<Output>(
  root: Node,
  schema: v.GenericSchema<unknown, Output>,
  faults: Faults,
): Output | undefined {
  const result = v.safeParse(schema, root);
  for (const issue of result.issues ?? []) faults.add(faultOf(issue, root));
  return result.typed ? result.output : undefined;
}

function faultOf(issue: v.BaseIssue<unknown>, root: Node): Fault {
  const { container, key, node } = locate(root, issue.path ?? []);
  const name = String(issue.path?.at(-1)?.key);
  if (node === undefined) {
    return {
      rule: 'missing-key',
      place: container.place,
      message: `필요한 키가 없습니다: ${name}`,
      expected: `${name}: …`,
    };
  }
  const requirement = 'requirement' in issue ? issue.requirement : undefined;
  if (requirement === isKnownKey) {
    const known = issue.message;
    return {
      rule: 'unknown-key',
      place: (key ?? node).place,
      message: `모르는 키입니다: ${name}`,
      expected: didYouMean(name, known.split(', '), known),
    };
  }
  if (requirement === isSeen || requirement === isEmptyOrSeen)
    return {
      rule: 'blank-text',
      place: node.place,
      message: '보이는 글자가 없습니다.',
      expected: issue.message,
    };
  if (requirement === isNumberForm && node.kind === 'scalar') return numberFault(node, issue.message);
  return { rule: 'wrong-type', place: node.place, message: mismatch(node), expected: issue.message };
}

function mismatch(node: Node): string {
  if (node.kind === 'mapping') return '이 자리에 ‘키: 값’ 묶음이 왔습니다.';
  if (node.kind === 'sequence') return '이 자리에 목록이 왔습니다.';
  return isEmpty(node) ? '값이 비어 있습니다.' : `바르지 않은 값입니다: ${node.text}`;
}

interface Located {
  /** The innermost node on the path that exists. */
  readonly container: Node;
  /** The key under which the node stands. */
  readonly key: Scalar | undefined;
  /** What the whole path leads to; undefined when its last key is not there. */
  readonly node: Node | undefined;
}

/** Follows an issue's path through the tree: keys of mappings, indexes of lists and of lists of entries. */
function locate(root: Node, path: readonly { readonly key?: unknown }[]): Located {
  let container = root;
  let key: Scalar | undefined;
  let node: Node | undefined = root;
  for (let step = 0; step < path.length && node !== undefined; step++) {
    container = node;
    key = undefined;
    const name = path[step]?.key;
    if (node.kind === 'mapping' && typeof name === 'number') {
      const entry: Mapping['entries'][number] | undefined = node.entries[name];
      // The next step says which half of the entry it is.
      const half = path[++step]?.key;
      key = entry?.key;
      node = half === 'key' ? entry?.key : entry?.value;
    } else if (node.kind === 'mapping') {
      const entry: Mapping['entries'][number] | undefined = node.entries.find((one) => one.key.text === name);
      key = entry?.key;
      node = entry?.value;
    } else if (node.kind === 'sequence' && typeof name === 'number') {
      node = node.items[name];
    } else {
      node = undefined;
    }
  }
  return { container, key, node };
}
