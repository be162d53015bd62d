// What the check found in a plan -> cards in groups, each with its place, its arithmetic and the answers that can be given.
import { type DisposedFinding, isBinding } from '../check/disposed.ts';
import { findingKey } from '../check/finding.ts';
import { DECISION_NAMES } from '../check/findings-table.ts';
import { parseAddress } from '../figure/address.ts';
import type { Figure } from '../figure/figure.ts';
import { sameValue } from '../figure/quantity.ts';
import { showFigure, showFigureIn } from '../figure/show.ts';
import { columnUnit } from '../plan/column-unit.ts';
import type { AnswerKind, FindingCard, FindingGroup, Findings } from './api.ts';
import type { Desk } from './desk.ts';
import { GROUPS, groupOf } from './finding-groups.ts';
import type { House } from './house.ts';
import type { Look } from './look.ts';
import { plainSeverity, plainWords } from './plain-words.ts';

const UNTOLD = '살펴볼 곳이 있습니다.';
const STALE = 'stale-disposition';
const PUBLISHED = 'published-changed';
/** What can be done where no decision settles it. */
const BACK =
  '정해서 넘길 수 없는 것입니다. 공시한 대로 되돌리거나, 바로잡을 것이면 정정 판으로 냅니다. 그때까지 공시하지 못합니다.';
const EDIT =
  '정해서 넘길 수 없는 것입니다. 그 자리의 글이나 값을 고쳐야 없어집니다. 그때까지 공시하지 못합니다.';
const MISSING = 'missing-data';
/** What nobody has data for, and is left out of a publication where it is decided so. */
const CAN_BE_OMITTED = /^charts\//;

export async function findingsOf(house: House, desk: Desk, look: Look): Promise<Findings> {
  const all = look.findings;
  // Why something is asked again is told with it.
  const stale = new Map(all.filter(({ rule }) => rule === STALE).map((one) => [one.subject, one.message]));
  const own = all.filter(
    (one) => one.rule !== STALE || !all.some((other) => findingKey(other) === one.subject),
  );
  const cards = await Promise.all(
    own.map(async (finding) => [groupOf(finding), await cardOf(house, desk, look, finding, stale)] as const),
  );
  const groups = GROUPS.map(
    (title): FindingGroup => ({
      title,
      findings: cards.filter(([group]) => group === title).map(([, card]) => card),
    }),
  );
  return { stamp: look.stamp, groups };
}

export function findingHandle(house: House, desk: Desk, finding: DisposedFinding): string {
  return house.wordFor(desk, 'finding', findingKey(finding));
}

export async function cardOf(
  house: House,
  desk: Desk,
  look: Look,
  finding: DisposedFinding,
  stale: ReadonlyMap<string, string> = new Map(),
): Promise<FindingCard> {
  const { severity, message, related, disposition } = finding;
  const why = stale.get(findingKey(finding));
  const words = {
    stated: plainWords(finding.stated),
    computed: plainWords(finding.computed),
    formula: plainWords(finding.formula),
    remedy: plainWords(finding.remedy),
    stale: plainWords(why && unnamed(why)),
  };
  return {
    finding: findingHandle(house, desk, finding),
    severity: plainSeverity(severity),
    message: plainWords(unnamed(message)) ?? UNTOLD,
    place: await house.pages.placeOf(look, finding),
    related: await Promise.all(
      related.map(async (other) => ({
        ...(await house.pages.placeAt(look, other.place, other.note)),
        note: plainWords(other.note) ?? '',
      })),
    ),
    ...Object.fromEntries(Object.entries(words).filter(([, text]) => text !== undefined)),
    ...(isBinding(finding.rule) && { binding: finding.rule === PUBLISHED ? BACK : EDIT }),
    ...(finding.rule === PUBLISHED && { isOfPublished: true as const }),
    ...(disposition && {
      decided: {
        kind: disposition.decision.kind,
        answer: DECISION_NAMES[disposition.decision.kind],
        by: disposition.by,
        date: disposition.date,
        reason: disposition.reason,
      },
    }),
    answers: answersOf(finding, look),
  };
}

/** `확인사항 ‘…’: ` names it by its rule. */
function unnamed(message: string): string {
  return message.startsWith('확인사항 ‘') ? message.slice(message.indexOf('’: ') + 3) : message;
}

/** In the order of their keys; none for what no decision settles. Judged by what was typed, whatever was decided before. */
export function answersOf(finding: DisposedFinding, { inspected }: Look): FindingCard['answers'] {
  const { rule, subject, computed } = finding;
  if (isBinding(rule) || rule === STALE) return [];
  const address = parseAddress(subject);
  const figure = address && inspected.value?.checked.book.get(address);
  const answer = (kind: AnswerKind, label: string, explained: string) => ({ kind, label, explained });
  const isMissing = rule === MISSING;
  return [
    ...(figure !== undefined && isCuredByComputed(finding, figure)
      ? [answer('print-computed', '셈한 값으로 고치기', `적힌 값 대신 셈한 값을 찍습니다: ${computed}.`)]
      : []),
    ...(figure !== undefined && isCuredByNumber(finding, figure)
      ? [
          {
            ...answer('correct', '직접 고치기', '이 칸의 값을 바른 값으로 적습니다.'),
            value: showFigureIn(figure, columnUnit(figure.definition.address, figure.definition.unit)),
          },
        ]
      : []),
    ...(isMissing && CAN_BE_OMITTED.test(subject)
      ? [answer('omit', '싣지 않기', '자료가 없는 이 부분을 공시본에 싣지 않습니다.')]
      : []),
    ...(isMissing && CAN_BE_OMITTED.test(subject)
      ? []
      : [answer('keep', '그대로 두고 공시하기', keptWords(isMissing, figure))]),
    ...(isMissing && (figure !== undefined || CAN_BE_OMITTED.test(subject))
      ? []
      : [answer('not-a-fault', '잘못 아님', '잘못된 곳이 아니라고 적어 둡니다.')]),
  ];
}

function keptWords(isMissing: boolean, figure: Figure | undefined): string {
  if (!isMissing) return '적힌 대로 공시합니다. 까닭을 적습니다.';
  return figure === undefined
    ? '자료가 없는 채로 공시합니다. 까닭을 적습니다.'
    : '값이 없는 채로, 찍히는 곳에는 ‘미정’이라고 공시합니다. 까닭을 적습니다.';
}

/** Whether it is what the figure's relation comes to that should stand there, and does not yet. */
function isCuredByComputed({ computed: said }: DisposedFinding, figure: Figure): boolean {
  const { computed, stated, effective, definition } = figure;
  if (definition.relation === undefined || stated === undefined || computed === undefined) return false;
  return (
    !sameValue(computed, effective) && inPrint({ ...figure, effective: computed, changed: true }) === said
  );
}

/** Whether another number in the place of what was typed settles it: it is of the number itself, or there is none yet. */
function isCuredByNumber({ rule, stated }: DisposedFinding, figure: Figure): boolean {
  if (figure.definition.relation !== undefined) return false;
  return figure.effective.kind === 'missing' ? rule === MISSING : stated === inPrint(figure);
}

function inPrint(figure: Figure): string {
  return showFigure(figure, { unit: true });
}
