// Sources and targets that 기본정보 names beside those of everybody -> plan.yaml with them.
import { YAMLSeq } from 'yaml';
import { publicSources } from '../../../plan/amount-of.ts';
import { escaped } from '../../../plan/literal.ts';
import { madeId } from '../../../plan/made-id.ts';
import { sourceLabels } from '../../../plan/office.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { BasicRow } from '../../../plan/plan-form.ts';
import { unitOfLabel } from '../../../plan/typed-units.ts';
import { flowMap, openYaml, plain, quoted, seqAt, yamlText } from '../../yaml-edit.ts';
import type { ImportFaults } from '../import-faults.ts';
import { changedText, type FormEdit } from './form-edit.ts';
import { type FormCell, sameWords } from './form-rows.ts';
import { tellNextForm } from './next-form.ts';

const FILE = 'plan.yaml';
/** What stands beside sources and targets in addresses. */
const TAKEN = [
  'total',
  'local',
  'unit',
  'target',
  'none',
  'id',
  'task',
  'name',
  'period',
  'state',
  'reason',
  'all',
];
const NOUNS = { sources: '재원', targets: '목표' } as const;

interface Added {
  readonly id: string;
  readonly label: string;
  readonly unit: string | undefined;
}

/** What is new is added behind the others; what is there can neither go nor be called otherwise. Rules: `wrong-text`, `next-form`. */
export function ownEdit(
  cell: FormCell,
  { adds, label: name, value }: BasicRow & { readonly adds: 'sources' | 'targets' },
  plan: Plan,
  faults: ImportFaults,
): readonly FormEdit[] {
  const listed = (text: string) =>
    text
      .split(/[,，、\n]/)
      .map((one) => one.trim())
      .filter((one) => one !== '');
  const spelt = listed(cell.text).join(', ');
  const typed = changedText({ ...cell, text: spelt }, { now: value, optional: true }, faults);
  if (typed === undefined) return [];
  const tell = (message: string, expected: string) =>
    faults.add({ rule: 'wrong-text', place: cell.place, message, expected });
  const known = listed(value);
  const gone = known.filter((one) => !listed(typed).some((other) => sameWords(one, other)));
  if (gone.length > 0) {
    tell(
      `지우거나 이름을 바꿀 수 없는 ${NOUNS[adds]}입니다: ${gone.join(', ')}`,
      `${value}. 지우거나 이름을 바꾸려면 ${FILE}의 ${adds}에서 고칩니다.`,
    );
    return [];
  }
  const { sources, targets } = plan.programme;
  const taken = new Set([...TAKEN, ...sources, ...targets.map(({ id }) => id)]);
  const names = [
    ...Object.values(sourceLabels(plan.office, plan.labels)),
    ...targets.map(({ label }) => label),
  ];
  const added = listed(typed).flatMap((one): Added[] => {
    if (known.some((other) => sameWords(one, other))) return [];
    const unit = adds === 'targets' ? unitOfLabel(one, plan.units) : undefined;
    const label = unit === undefined ? one : one.replace(/\([^()]*\)$/, '').trim();
    const bracket = /\(([^()]*)\)$/.exec(label)?.[1];
    if (adds === 'targets' && bracket !== undefined)
      tell(`알 수 없는 단위입니다: ${bracket}`, '명, 개사, 건 같은 단위');
    if (names.some((other) => sameWords(other, label))) {
      tell(`이미 있는 ${NOUNS[adds]}입니다: ${label}`, '다른 이름');
      return [];
    }
    names.push(label);
    const id = madeId(label, adds === 'sources' ? 'source' : 'target', (made) => taken.has(made));
    taken.add(id);
    return [{ id: /^[a-z]/.test(id) ? id : `own-${id}`, label, unit: unit?.label }];
  });
  if (added.length === 0) return [];
  const labels = added.map(({ label }) => label).join(', ');
  tellNextForm(cell, `더한 ${NOUNS[adds]}의 열은 다음에 만드는 통합문서에 생깁니다: ${labels}`, faults);
  return [
    {
      ...{ what: `기본정보 › ${name}`, before: value, after: typed, place: cell.place },
      write: (texts) => {
        const { document, root } = openYaml(texts.get(FILE) ?? '');
        const list = seqAt(root, adds) ?? new YAMLSeq();
        // Those that are not listed stand behind the others.
        if (adds === 'sources' && list.items.length === 0)
          list.items.push(...publicSources(plan.office).map((one) => plain(one)));
        for (const { id, label, unit } of added)
          list.items.push(
            flowMap([
              ['id', plain(id)],
              ['label', quoted(escaped(label))],
              ...(unit === undefined ? [] : [['unit', quoted(unit)] as const]),
            ]),
          );
        list.flow = true;
        root.set(adds, list);
        texts.set(FILE, yamlText(document));
      },
    },
  ];
}
