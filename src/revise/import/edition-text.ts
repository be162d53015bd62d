// What is said about an edition, and its changes -> the text of its file in editions/.
import { Document, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { projectAddress, taskAddress } from '../../figure/address.ts';
import { detailEntries } from '../../plan/details.ts';
import type { AddChange, Change, Edition, TypedValue } from '../../plan/edition.ts';
import { escaped } from '../../plan/literal.ts';
import { typedEnds } from '../../plan/period.ts';
import type { SourceText } from '../../plan/source-text.ts';
import { valueText } from '../apply/typed-value.ts';
import { plain, valueScalar } from '../yaml-edit.ts';
import { yamlScalar } from './yaml-scalar.ts';

/** By the keys of the format; a key with nothing is left out. */
type Fields = Readonly<Record<string, Scalar | YAMLMap | YAMLSeq | undefined>>;

/** One line a change, in the order of the edition. */
export function editionText(edition: Omit<Edition, 'place'>): string {
  const { number, title, kind, date, basis, reason, published, plan, changes } = edition;
  const list = new YAMLSeq();
  list.items = changes.map((change) => onOneLine({ ...fieldsOf(change), reason: said(change.reason) }));
  list.flow = changes.length === 0;
  const file = mapOf({
    number: plain(String(number)),
    plan: plan && plain(plan.text),
    title: said(title),
    kind: plain(kind),
    date: plain(date),
    basis: said(basis),
    reason: said(reason),
    published: plain(String(published)),
    changes: list,
  });
  return new Document(file, { schema: 'failsafe' }).toString({ lineWidth: 0, doubleQuotedAsJSON: true });
}

function mapOf(fields: Fields): YAMLMap {
  const map = new YAMLMap();
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) map.set(plain(key), value);
  return map;
}

function onOneLine(fields: Fields): YAMLMap {
  return Object.assign(mapOf(fields), { flow: true });
}

function fieldsOf(change: Change): Fields {
  switch (change.kind) {
    case 'set':
      return { set: plain(change.address), before: typed(change.before), after: typed(change.after) };
    case 'add':
      return addedFields(change);
    case 'end':
      return { end: plain(projectAddress(change)) };
    case 'move': {
      const { task, project } = change.to;
      const to = project === change.project ? taskAddress(task) : projectAddress(change.to);
      const { subtask } = change.to;
      return {
        move: plain(projectAddress(change)),
        to: plain(to),
        subtask: subtask && plain(subtask.text),
      };
    }
    case 'text': {
      const [before, after] = [change.before, change.after].map(({ text }) => inQuotes(text));
      return { text: plain(change.file), before, after };
    }
  }
}

function addedFields(change: AddChange): Fields {
  const { name, period, details = {}, target, funding, fundingUnit, figures } = change;
  const number = ({ unit, ...value }: NonNullable<AddChange['target']>) =>
    unit === undefined ? typed(value) : onOneLine({ value: typed(value), unit: scalarOf(unit.text) });
  const amounts = Object.entries(funding).flatMap(([kind, amount]) =>
    amount === undefined ? [] : [[kind, typed(amount)] as const],
  );
  const unit = fundingUnit && plain(fundingUnit.text);
  const [others, targets] = [onOneLine({}), onOneLine({})];
  for (const { id, number: one } of figures) {
    const [, target] = /^targets\/(.+)$/.exec(id) ?? [];
    (target === undefined ? others : targets).set(plain(target ?? id), number(one));
  }
  return {
    add: plain(projectAddress(change)),
    name: said(name),
    subtask: change.subtask && plain(change.subtask.text),
    period:
      period &&
      onOneLine({
        text: said(period.text),
        ...Object.fromEntries(typedEnds(period).map(([end, one]) => [end, plain(one)])),
      }),
    ...Object.fromEntries(detailEntries(details).map(([detail, text]) => [detail, said(text)])),
    target: target && number(target),
    funding: amounts.length === 0 ? undefined : onOneLine({ unit, ...Object.fromEntries(amounts) }),
    targets: targets.items.length === 0 ? undefined : targets,
    figures: others.items.length === 0 ? undefined : others,
  };
}

/** What was typed into a cell or a command is characters and nothing else. */
function said(text: SourceText | undefined): Scalar | undefined {
  return text && scalarOf(escaped(text.text));
}

function scalarOf(text: string): Scalar {
  return yamlScalar(text) === text ? plain(text) : inQuotes(text);
}

function inQuotes(text: string): Scalar {
  return Object.assign(new Scalar(text), { type: 'QUOTE_DOUBLE' as const });
}

function typed({ value }: TypedValue): Scalar {
  return valueScalar(valueText(value));
}
