// What the check found in a plan -> cards in groups, each with its place, its arithmetic and the answers that can be given.
import { type DisposedFinding, isBinding } from '../check/disposed.ts';
import { findingKey } from '../check/finding.ts';
import { DECISION_NAMES } from '../check/findings-table.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { parseAddress } from '../figure/address.ts';
import type { FigureBook } from '../figure/figure.ts';
import { showFigureIn } from '../figure/show.ts';
import { columnUnit } from '../plan/column-unit.ts';
import type { AnswerKind, FindingCard, FindingGroup, Findings } from './api.ts';
import type { Desk } from './desk.ts';
import { GROUPS, groupOf } from './finding-groups.ts';
import type { House } from './house.ts';
import type { Look } from './look.ts';
import { plainSeverity, plainWords } from './plain-words.ts';

const UNTOLD = '살펴볼 곳이 있습니다.';
const STALE = 'stale-disposition';

export async function findingsOf(house: House, desk: Desk, look: Look): Promise<Findings> {
  const all = look.inspected.value?.findings ?? [];
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
  return house.handles.of('finding', JSON.stringify([desk.folder, findingKey(finding)]));
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
    ...(disposition && {
      decided: {
        answer: DECISION_NAMES[disposition.decision.kind],
        by: disposition.by,
        date: disposition.date,
        reason: disposition.reason,
      },
    }),
    answers: answersOf(finding, look.edition().value?.book),
  };
}

/** `확인사항 ‘…’: ` names it by its rule. */
function unnamed(message: string): string {
  return message.startsWith('확인사항 ‘') ? message.slice(message.indexOf('’: ') + 3) : message;
}

/** What was told while the plan was put together, as a card without answers. */
export async function noticeOf(
  house: House,
  desk: Desk,
  look: Look,
  notice: Diagnostic,
): Promise<FindingCard> {
  const { rule, severity, message, place } = notice;
  const subject = JSON.stringify([desk.folder, rule, message]);
  return {
    finding: house.handles.of('finding', subject),
    severity: plainSeverity(severity),
    message: plainWords(message) ?? UNTOLD,
    place: await house.pages.placeAt(look, place, message),
    related: [],
    answers: [],
  };
}

/** In the order of their keys; none for what no decision settles. */
export function answersOf(
  { rule, subject, computed }: DisposedFinding,
  book: FigureBook | undefined,
): FindingCard['answers'] {
  if (isBinding(rule) || rule === STALE) return [];
  const address = parseAddress(subject);
  const figure = address && book?.get(address);
  const isInput = figure !== undefined && figure.definition.relation === undefined;
  const answer = (kind: AnswerKind, label: string, explained: string) => ({ kind, label, explained });
  return [
    ...(computed !== undefined && figure?.definition.relation !== undefined && figure.stated !== undefined
      ? [answer('print-computed', '셈한 값으로 고치기', `적힌 값 대신 셈한 값을 찍습니다: ${computed}.`)]
      : []),
    ...(isInput
      ? [
          {
            ...answer('correct', '직접 고치기', '이 칸의 값을 바른 값으로 적습니다.'),
            value: showFigureIn(figure, columnUnit(figure.definition.address, figure.definition.unit)),
          },
        ]
      : []),
    ...(rule === 'missing-data'
      ? [answer('omit', '싣지 않기', '자료가 없는 이 부분을 공시본에 싣지 않습니다.')]
      : []),
    answer('keep', '그대로 두고 공시하기', '적힌 대로 공시합니다. 까닭을 적습니다.'),
    answer('not-a-fault', '잘못 아님', '잘못된 곳이 아니라고 적어 둡니다.'),
  ].slice(0, 4);
}
