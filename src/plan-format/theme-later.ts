// Keys of templates/theme.yaml that came later -> their shapes, and what holds in a theme that is older than they.
import type * as v from 'valibot';
import type { Theme, TurnedMargins } from '../document/theme.ts';
import type { Scalar } from './node.ts';
import { choice, list, mapping, may, must, scalar, within } from './shape.ts';

/** The width of a rule in points; one of 0 would be as thin as the printer can (ISO 32000-1, 8.4.3.2). */
export const RULE = within(0.05, 10);
const LENGTH = within(0, 300);
const FOLIOS = ['centre', 'outer'] as const;

const FURNITURE: Theme['furniture'] = {
  headRule: 0.4,
  headRuleBelow: 2.6,
  headGap: 6,
  folioRule: 1,
  folioRuleLength: 10,
  folioRuleAbove: 4.6,
};
const SECTION: Theme['section'] = { box: 8.5, boxPadding: 3, rule: 1.2, ruleBelow: 2.2 };
const SHEET: Theme['sheet'] = { rule: 2.4, ruleBelow: 3, after: 4 };
const PART_CONTENTS: Theme['partContents'] = { left: 112, top: 8, row: 0, rule: 0.6, most: 12 };

export const LATER = {
  folio: may(choice(...FOLIOS), '쪽 번호의 자리', 'outer 쪽의 바깥쪽, centre 가운데에 - 1 - 처럼', {
    otherwise: 'centre',
  }),
  furniture: may(
    mapping({
      headRule: may(RULE, '머리글 아래 선', 'pt', { otherwise: FURNITURE.headRule }),
      headRuleBelow: may(LENGTH, '머리글에서 선까지', 'mm', { otherwise: FURNITURE.headRuleBelow }),
      headGap: may(LENGTH, '머리글 사이', '두 글 사이에 적어도, mm', { otherwise: FURNITURE.headGap }),
      folioRule: may(RULE, '쪽 번호 위 선', 'pt', { otherwise: FURNITURE.folioRule }),
      folioRuleLength: may(LENGTH, '쪽 번호 위 선의 길이', 'mm', { otherwise: FURNITURE.folioRuleLength }),
      folioRuleAbove: may(LENGTH, '선에서 쪽 번호까지', 'mm', { otherwise: FURNITURE.folioRuleAbove }),
    }),
    '쪽 머리와 쪽 번호',
    '선과 사이',
  ),
  section: may(
    mapping({
      box: may(LENGTH, '번호 상자의 변', 'mm', { otherwise: SECTION.box }),
      boxPadding: may(LENGTH, '번호 상자의 여백', '긴 번호의 양옆을 더하여, mm', {
        otherwise: SECTION.boxPadding,
      }),
      rule: may(RULE, '제목 아래 선', 'pt', { otherwise: SECTION.rule }),
      ruleBelow: may(LENGTH, '제목에서 선까지', 'mm', { otherwise: SECTION.ruleBelow }),
    }),
    '절의 제목',
    '번호 상자와 선',
  ),
  sheet: may(
    mapping({
      rule: may(RULE, '과제 시트 머리의 선', 'pt', { otherwise: SHEET.rule }),
      ruleBelow: may(LENGTH, '선에서 제목까지', 'mm', { otherwise: SHEET.ruleBelow }),
      after: may(LENGTH, '제목 아래', 'mm', { otherwise: SHEET.after }),
    }),
    '과제 시트의 머리',
    '선과 사이',
  ),
  partContents: may(
    mapping({
      left: may(LENGTH, '왼쪽', '종이의 왼쪽에서, mm', { otherwise: PART_CONTENTS.left }),
      top: may(LENGTH, '위', '종이 위에서, mm', { otherwise: PART_CONTENTS.top }),
      row: may(LENGTH, '줄 높이', 'mm. 0이면 차례가 없습니다', { otherwise: PART_CONTENTS.row }),
      rule: may(RULE, '줄 아래 선', 'pt', { otherwise: PART_CONTENTS.rule }),
      most: may(within(0, 40), '가장 많은 줄', '이보다 많으면 차례가 없습니다', {
        otherwise: PART_CONTENTS.most,
      }),
    }),
    '장의 차례',
    '장의 제목 옆에 놓는, 그 장의 차례',
  ),
  strategies: may(
    list(must(scalar, '색', 'colours에 있는 이름', { example: 'second' })),
    '추진전략의 색',
    '차례대로 색의 이름. 더 많은 전략은 main과 second를 번갈아 씁니다',
  ),
};

/** What turned pages have otherwise at head and foot. */
export const TURNED = may(
  mapping({
    top: may(LENGTH, '위 여백', 'mm'),
    bottom: may(LENGTH, '아래 여백', 'mm'),
    runningHead: may(LENGTH, '쪽 머리의 자리', '종이 위에서, mm'),
    pageNumber: may(LENGTH, '쪽 번호의 자리', '종이 아래에서, mm'),
  }),
  '가로 쪽',
  '세로 쪽과 다른 여백과 자리. 인쇄에서 위나 아래를 맵니다',
);

type Later = { readonly [Key in keyof typeof LATER]?: v.InferOutput<(typeof LATER)[Key]> };
type Typed = Readonly<Record<string, Scalar | undefined>>;

/** What is typed, as numbers. */
function numbersOf(typed: Typed = {}): Readonly<Record<string, number>> {
  const given = Object.entries(typed).flatMap(([key, one]) =>
    one === undefined ? [] : [[key, Number(one.text)] as const],
  );
  return Object.fromEntries(given);
}

export function laterParts(
  file: Later,
): Pick<Theme, 'folio' | 'furniture' | 'section' | 'sheet' | 'partContents' | 'strategies'> {
  return {
    folio: FOLIOS.find((one) => one === file.folio?.text) ?? 'centre',
    furniture: { ...FURNITURE, ...numbersOf(file.furniture) },
    section: { ...SECTION, ...numbersOf(file.section) },
    sheet: { ...SHEET, ...numbersOf(file.sheet) },
    partContents: { ...PART_CONTENTS, ...numbersOf(file.partContents) },
    strategies: file.strategies?.map(({ text }) => text) ?? [],
  };
}

export function turnedMargins(typed?: Typed): TurnedMargins {
  return numbersOf(typed);
}
