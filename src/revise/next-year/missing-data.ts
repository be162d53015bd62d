// charts.yaml and swot.yaml -> the data that the plan did not have, which check asks for until it is there.
import { isMap, isScalar, type YAMLMap } from 'yaml';
import { mapAt, stringAt } from '../yaml-edit.ts';
import type { ToRenew } from './renewed.ts';

export function missingData(file: string, root: YAMLMap): readonly ToRenew[] {
  const data = (text: string): ToRenew => ({ kind: 'data', file, text });
  switch (file) {
    case 'charts.yaml':
      return root.items.flatMap(({ key, value }) => {
        const needed = isMap(value) ? stringAt(value, 'missing') : undefined;
        return needed === undefined || !isScalar(key) ? [] : [data(`${String(key.value)}: ${needed}`)];
      });
    case 'swot.yaml':
      return (mapAt(root, 'factors')?.items ?? []).flatMap(({ key, value }) =>
        isScalar(value) && value.value === 'missing' && isScalar(key)
          ? [data(`factors: ${String(key.value)}`)]
          : [],
      );
    default:
      return [];
  }
}
