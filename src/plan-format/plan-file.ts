// plan.yaml -> what the whole publication is: title, issuer, year, dates.
import * as v from 'valibot';
import { isDeviceName } from '../figure/address.ts';
import { OFFICE_KINDS } from '../plan/office.ts';
import type { Plan } from '../plan/plan.ts';
import { PRESS_DEFAULTS, type PressPlan } from '../plan/press.ts';
import { FUNDING_SOURCES, type FundingSource } from '../plan/programme.ts';
import { date } from './date.ts';
import type { Faults } from './faults.ts';
import type { Mapping, Scalar } from './node.ts';
import { choice, entriesOf, id, list, mapping, named, scalar, textLike, whole, within } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { optionally, sourceText } from './source-text.ts';

const YEAR_FORM = '네 자리 연도 (예: 2023)';

/** Half of the sum of the side margins at least: the inner one is the wider. */
const PRESS = mapping({
  bleed: v.exactOptional(within(0, 20)),
  inner: v.exactOptional(within(10, 36)),
  multiple: v.exactOptional(whole(1, 32)),
  profile: v.exactOptional(
    textLike(/^(?!.*(?:^|\/)\.\.?\/)[^/\\].*\.icc$/i, '계획 폴더 안의 ICC 파일 (예: press/uncoated.icc)'),
  ),
  inks: v.exactOptional(
    entriesOf(
      v.pipe(
        list(within(0, 100)),
        v.check((inks) => inks.length === 4, '[C, M, Y, K]의 네 수, 0에서 100까지'),
      ),
      scalar,
    ),
  ),
});

/** The words of a publication whose task grids name sources otherwise than its office's budget does. */
const GRID_SOURCES = mapping({
  national: v.exactOptional(named),
  province: v.exactOptional(named),
  district: v.exactOptional(named),
  private: v.exactOptional(named),
  other: v.exactOptional(named),
} satisfies Record<FundingSource, unknown>);

/** Output goes into a folder of this name. */
const PLAN_ID = v.pipe(
  id,
  v.check(
    ({ text }) => !isDeviceName(text),
    '윈도우가 장치 이름으로 쓰지 않는 이름 (con, prn, aux, nul, com1, lpt1 밖의 것)',
  ),
);

const PLAN_FILE = mapping({
  id: PLAN_ID,
  title: named,
  issuer: named,
  year: whole(1000, 9999, YEAR_FORM),
  'issue-date': date,
  language: v.exactOptional(textLike(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, '언어 표시 (예: ko-KR)')),
  office: v.exactOptional(choice(...OFFICE_KINDS)),
  'grid-sources': v.exactOptional(GRID_SOURCES),
  'first-page': v.exactOptional(whole(1, 9999, '1에서 9999까지의 정수')),
  press: v.exactOptional(PRESS),
  colours: v.exactOptional(
    entriesOf(textLike(/^#[0-9A-Fa-f]{6}$/, "따옴표로 묶은 '#RRGGBB' (예: '#074171')"), scalar),
  ),
});

export type PlanFile = Pick<
  Plan,
  | 'id'
  | 'title'
  | 'issuer'
  | 'year'
  | 'issueDate'
  | 'language'
  | 'office'
  | 'gridSources'
  | 'firstPage'
  | 'colours'
  | 'press'
>;

/** Undefined when anything in it is wrong: the year and the language reach into everything else. */
export function readPlanFile(root: Mapping, faults: Faults): PlanFile | undefined {
  const before = faults.count;
  const file = readShape(root, PLAN_FILE, faults);
  if (file === undefined || faults.count > before) return undefined;
  return {
    id: file.id.text,
    title: sourceText(file.title),
    issuer: sourceText(file.issuer),
    year: Number(file.year.text),
    issueDate: file['issue-date'].text,
    language: file.language?.text ?? 'ko-KR',
    office: OFFICE_KINDS.find((kind) => kind === file.office?.text) ?? 'any',
    ...optionally('gridSources', gridSources(file['grid-sources'])),
    firstPage: Number(file['first-page']?.text ?? 1),
    press: pressOf(file.press),
    colours: Object.fromEntries((file.colours ?? []).map(({ key, value }) => [key.text, sourceText(value)])),
  };
}

function gridSources(file: v.InferOutput<typeof GRID_SOURCES> | undefined): Plan['gridSources'] {
  if (file === undefined) return undefined;
  const words: Partial<Record<FundingSource, string>> = {};
  for (const source of FUNDING_SOURCES) {
    const word = file[source]?.text;
    if (word !== undefined) words[source] = word;
  }
  return words;
}

function pressOf(press: v.InferOutput<typeof PRESS> | undefined): PressPlan {
  const number = (one: Scalar | undefined, otherwise: number): number =>
    one === undefined ? otherwise : Number(one.text);
  const inks = (press?.inks ?? []).map(({ key, value }) => {
    const [cyan = 0, magenta = 0, yellow = 0, black = 0] = value.map(({ text }) => Number(text));
    return [key.text, [cyan, magenta, yellow, black]] as const;
  });
  return {
    bleed: number(press?.bleed, PRESS_DEFAULTS.bleed),
    inner: number(press?.inner, PRESS_DEFAULTS.inner),
    multiple: number(press?.multiple, PRESS_DEFAULTS.multiple),
    ...(press?.profile && { profile: { path: press.profile.text, place: press.profile.place } }),
    inks: new Map(inks),
  };
}
