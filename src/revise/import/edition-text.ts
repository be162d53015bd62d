// What is said about an edition, and its changes -> the text of its file in editions/.

import { projectAddress, taskAddress } from '../../figure/address.ts';
import type { AddChange, Change, Edition, TypedValue } from '../../plan/edition.ts';
import { escaped } from '../../plan/literal.ts';
import { FUNDING_SOURCES } from '../../plan/programme.ts';
import type { SourceText } from '../../plan/source-text.ts';
import { valueText } from '../apply/typed-value.ts';
import { yamlScalar } from './yaml-scalar.ts';

/** One line a change, in the order of the edition. */
export function editionText(edition: Omit<Edition, 'place'>): string {
  const { number, title, kind, date, basis, reason, published, plan, changes } = edition;
  const lines = [
    `number: ${number}`,
    ...(plan === undefined ? [] : [`plan: ${plan.text}`]),
    `title: ${scalarOf(title)}`,
    `kind: ${kind}`,
    `date: ${date}`,
    ...(basis === undefined ? [] : [`basis: ${scalarOf(basis)}`]),
    ...(reason === undefined ? [] : [`reason: ${scalarOf(reason)}`]),
    `published: ${published}`,
    changes.length === 0 ? 'changes: []' : 'changes:',
    ...changes.map((change) => `  - { ${entriesOf(change).join(', ')} }`),
  ];
  return `${lines.join('\n')}\n`;
}

function entriesOf(change: Change): readonly string[] {
  const why = change.reason === undefined ? [] : [`reason: ${scalarOf(change.reason)}`];
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
      return [`end: ${projectAddress(change)}`, ...why];
    case 'move': {
      const { task, project } = change.to;
      const to = project === change.project ? taskAddress(task) : projectAddress(change.to);
      return [`move: ${projectAddress(change)}`, `to: ${to}`, ...why];
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
    `add: ${projectAddress(change)}`,
    `name: ${scalarOf(name)}`,
    ...(period === undefined
      ? []
      : [`period: { ${[`text: ${scalarOf(period.text)}`, ...months].join(', ')} }`]),
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

/** What was typed into a cell or a command is characters and nothing else. */
function scalarOf({ text }: SourceText): string {
  return yamlScalar(escaped(text));
}

/** A lone hyphen would begin a list. */
function typed({ value }: TypedValue): string {
  return value.kind === 'nil' ? "'-'" : valueText(value);
}
