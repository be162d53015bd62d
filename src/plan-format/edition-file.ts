// editions/N.yaml -> an edition: what is said about it and its changes, as typed.
import * as v from 'valibot';
import { EDITION_KINDS, type Edition } from '../plan/edition.ts';
import { date } from './date.ts';
import { readChange } from './edition-change.ts';
import type { Faults } from './faults.ts';
import type { Mapping } from './node.ts';
import { isNumber } from './number-form.ts';
import { choice, flag, id, list, mapping, named, node, text, whole } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { optionally, sourceText } from './source-text.ts';

const EDITION_FILE = mapping({
  number: whole(1),
  title: named,
  kind: choice(...EDITION_KINDS),
  date,
  basis: v.exactOptional(text),
  reason: v.exactOptional(text),
  published: flag,
  plan: v.exactOptional(id),
  changes: list(node),
});

/** Reads `editions/<name>.yaml`. A change that cannot be read is reported and left out; without its head there is no edition. */
export function readEditionFile(root: Mapping, name: string, faults: Faults): Edition | undefined {
  const before = faults.count;
  const file = readShape(root, EDITION_FILE, faults);
  if (file === undefined || faults.count > before) return undefined;
  if (isNumber(file.number) && file.number.text !== name) {
    faults.add({
      rule: 'file-name',
      place: file.number.place,
      message: `파일 이름과 차수가 다릅니다: ${name}.yaml, ${file.number.text}`,
      expected: `number: ${name} 또는 파일 이름 ${file.number.text}.yaml`,
    });
  }
  return {
    number: Number(name),
    title: sourceText(file.title),
    kind: EDITION_KINDS.find((kind) => kind === file.kind.text) ?? '추경',
    date: file.date.text,
    ...optionally('basis', file.basis && sourceText(file.basis)),
    ...optionally('reason', file.reason && sourceText(file.reason)),
    published: file.published.text === 'true',
    ...optionally('plan', file.plan && sourceText(file.plan)),
    changes: file.changes.flatMap((change) => readChange(change, faults) ?? []),
    place: file.number.place,
  };
}
