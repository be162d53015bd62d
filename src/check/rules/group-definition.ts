// group-definition: one quantity, or one word for people, under two ages.
import { korean } from '../../diagnostic/particle.ts';
import { plainText } from '../../document/inline.ts';
import { type Address, formOf } from '../../figure/address.ts';
import { FigureGroups } from '../figures/figure-groups.ts';
import type { Found } from '../finding.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { type Group, groupsIn, groupText, sameGroup, unionOf } from '../text/groups.ts';
import { lineOf } from '../text/line.ts';

export const groupDefinition: Rule = {
  title: '한 지표는 어디에서나 같은 나이로 재고, 같은 말은 같은 나이를 가리켜야 합니다.',
  reason: '15~64세의 수와 15세 이상의 수는 다른 지표여서 견주거나 더할 수 없습니다.',
  severity: 'warning',
  *find(input) {
    yield* figuresApart(input);
    yield* wordsApart(input);
  },
};

/** Figures that state the same, or are the sum of others, and name other ages in their headers. */
function* figuresApart(input: CheckInput): Iterable<Found> {
  const groups = new FigureGroups(input);
  const nameOf = input.labels;
  const sums = sumsByPart(input);
  for (const { address, relation, equals, place } of input.plan.figures) {
    const own = groups.headed(address) ?? groups.captioned(address);
    if (own === undefined) continue;
    const others: (readonly [Address, Group | undefined])[] = [];
    for (const other of [...equals, ...(relation?.kind === 'same' ? [relation.as] : [])])
      others.push([other, groups.headed(other) ?? groupOfSum(other, sums, groups)]);
    if (relation?.kind === 'sum' && relation.operands[0] !== undefined) {
      const parts = relation.operands.map((operand) => groups.headed(operand));
      const known = parts.flatMap((group) => group ?? []);
      if (known.length === parts.length) others.push([relation.operands[0], unionOf(known)]);
    }
    for (const [other, group] of others) {
      if (group === undefined || sameGroup(group, own)) continue;
      const at = input.book.get(other)?.definition.place ?? place;
      yield {
        subject: address,
        cause: `group-definition ${causeOf(input, address, own, group)}`,
        message: korean`같은 수치인데 ${nameOf(address)}은(는) ${groupText(own)}, ${nameOf(other)}은(는) ${groupText(group)}의 것으로 적혀 있습니다.`,
        place,
        related: [{ place: at, note: `${groupText(group)}의 수치` }],
        stated: groupText(own),
        computed: groupText(group),
        remedy: '두 곳에 적은 나이를 맞추거나, 나이가 다른 지표이면 각각의 수치를 적습니다.',
      };
    }
  }
}

/** Figures of one table that contradict one other group do so by one header. */
function causeOf({ plan }: CheckInput, address: Address, own: Group, other: Group): string {
  const form = formOf(address);
  return form.kind === 'table' && plan.tables.has(form.table)
    ? `${form.table}/${form.row} ${groupText(own)} ${groupText(other)}`
    : address;
}

function sumsByPart({ plan }: CheckInput): ReadonlyMap<Address, Address> {
  return new Map(
    plan.figures.flatMap(({ address, relation }) =>
      relation?.kind === 'sum' ? relation.operands.map((operand) => [operand, address] as const) : [],
    ),
  );
}

/** The group of the sum that the figure is a part of, where no part says a group of its own. */
function groupOfSum(
  address: Address,
  sums: ReadonlyMap<Address, Address>,
  groups: FigureGroups,
): Group | undefined {
  const sum = sums.get(address);
  return sum && groups.headed(sum);
}

/** 청년층(15~29세), 20~39세 청년층: the words for people of an age, as texts outside the task sheets define them. */
const TERMS = '청년층|청년|노년층|중장년층|고령층|유년층|장년층|핵심노동인구';

const TERM_BEFORE = new RegExp(`(${TERMS})(?:인)?\\s*(?:\\(\\s*)?$`, 'u');
const TERM_AFTER = new RegExp(`^\\)?\\s*(?:의\\s*)?(${TERMS})`, 'u');
/** In characters: how far the term may stand from the age. */
const NEAR = 40;

function* wordsApart({ texts }: CheckInput): Iterable<Found> {
  const first = new Map<
    string,
    { readonly group: Group; readonly text: string; readonly at: Found['place'] }
  >();
  for (const { text, context } of texts) {
    if (context.sheet !== undefined || context.cell !== undefined) continue;
    const words = lineOf(text).text;
    for (const mention of groupsIn(words)) {
      if (mention.measure !== 'age') continue;
      const before = TERM_BEFORE.exec(words.slice(Math.max(0, mention.start - NEAR), mention.start))?.[1];
      const after = TERM_AFTER.exec(words.slice(mention.end, mention.end + NEAR))?.[1];
      const term = before ?? after;
      if (term === undefined) continue;
      const known = first.get(term);
      if (known === undefined) first.set(term, { group: mention, text: mention.text, at: text.place });
      else if (!sameGroup(known.group, mention))
        yield {
          subject: `${term} ${groupText(known.group)} ${groupText(mention)}`,
          cause: `group-definition ${term}`,
          message: korean`‘${term}’이(가) 여기에서는 ${groupText(mention)}, 다른 곳에서는 ${groupText(known.group)}입니다(${plainText(text.inlines).slice(0, 30)}…).`,
          place: text.place,
          related: [{ place: known.at, note: korean`‘${term}’을(를) ${known.text}(으)로 적은 곳` }],
          stated: groupText(mention),
          computed: groupText(known.group),
          remedy: `‘${term}’의 나이를 하나로 정하거나, 나이를 함께 적어 다른 말로 부릅니다.`,
        };
    }
  }
}
