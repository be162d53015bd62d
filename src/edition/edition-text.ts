// What is said about an edition, and its changes -> the text of its file in editions/.
import type { AddChange, Change, Edition, TypedValue } from '../plan/edition.ts';
import { FUNDING_SOURCES } from '../plan/programme.ts';
import { valueText } from './typed-value.ts';
import { yamlScalar } from './yaml-scalar.ts';

/** One line a change, in the order of the edition. */
export function editionText(edition: Omit<Edition, 'place'>): string {
  const { number, title, kind, date, basis, reason, published, plan, changes } = edition;
  const lines = [
    `number: ${number}`,
    ...(plan === undefined ? [] : [`plan: ${plan.text}`]),
    `title: ${yamlScalar(title.text)}`,
    `kind: ${kind}`,
    `date: ${date}`,
    ...(basis === undefined ? [] : [`basis: ${yamlScalar(basis.text)}`]),
    ...(reason === undefined ? [] : [`reason: ${yamlScalar(reason.text)}`]),
    `published: ${published}`,
    changes.length === 0 ? 'changes: []' : 'changes:',
    ...changes.map((change) => `  - { ${entriesOf(change).join(', ')} }`),
  ];
  return `${lines.join('\n')}\n`;
}

function entriesOf(change: Change): readonly string[] {
  const why = change.reason === undefined ? [] : [`reason: ${yamlScalar(change.reason.text)}`];
  switch (change.kind) {
    case 'set':
      return [
        `set: ${change.address}`,
        `before: ${typed(change.before)}`,
        `after: ${typed(change.after)}`,
        ...why,
      ];
    case 'add':
      return [...addEntries(change), ...why];
    case 'end':
      return [`end: ${addressOf(change)}`, ...why];
    case 'move': {
      const { task, project } = change.to;
      const to = project === change.project ? `tasks/${task}` : addressOf(change.to);
      return [`move: ${addressOf(change)}`, `to: ${to}`, ...why];
    }
    case 'text': {
      const [before, after] = [change.before, change.after].map(({ text }) => JSON.stringify(text));
      return [`text: ${change.file}`, `before: ${before}`, `after: ${after}`, ...why];
    }
  }
}

function addEntries(change: AddChange): readonly string[] {
  const { name, period, target, funding, fundingUnit, figures } = change;
  const number = ({ unit, ...value }: NonNullable<AddChange['target']>) =>
    unit === undefined ? typed(value) : `{ value: ${typed(value)}, unit: ${yamlScalar(unit.text)} }`;
  const amounts = (['total', ...FUNDING_SOURCES] as const).flatMap((kind) => {
    const amount = funding[kind];
    return amount === undefined ? [] : [`${kind}: ${typed(amount)}`];
  });
  const months = (['from', 'to'] as const).flatMap((end) =>
    period?.[end] === undefined ? [] : [`${end}: ${period[end]}`],
  );
  return [
    `add: ${addressOf(change)}`,
    `name: ${yamlScalar(name.text)}`,
    ...(period === undefined
      ? []
      : [`period: { ${[`text: ${yamlScalar(period.text.text)}`, ...months].join(', ')} }`]),
    ...(target === undefined ? [] : [`target: ${number(target)}`]),
    ...(amounts.length === 0
      ? []
      : [
          `funding: { ${[...(fundingUnit === undefined ? [] : [`unit: ${fundingUnit.text}`]), ...amounts].join(', ')} }`,
        ]),
    ...(figures.length === 0
      ? []
      : [`figures: { ${figures.map(({ id, number: one }) => `${id}: ${number(one)}`).join(', ')} }`]),
  ];
}

function addressOf({ task, project }: { readonly task: string; readonly project: string }): string {
  return `tasks/${task}/projects/${project}`;
}

/** A lone hyphen would begin a list. */
function typed({ value }: TypedValue): string {
  return value.kind === 'nil' ? "'-'" : valueText(value);
}
