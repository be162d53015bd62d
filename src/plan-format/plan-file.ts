// plan.yaml -> what the whole publication is: title, issuer, year, dates.

import type * as v from 'valibot';
import type { SourceLocation } from '../diagnostic.ts';
import { isDeviceName } from '../figure/address.ts';
import { KNOWN_UNITS, UNITS } from '../figure/unit.ts';
import { OFFICE_KINDS } from '../plan/office.ts';
import type { Plan } from '../plan/plan.ts';
import { PRESS_DEFAULTS, type PressPlan } from '../plan/press.ts';
import { type FundingSource, type Programme, USUAL_SOURCES, type UsualSource } from '../plan/programme.ts';
import { termOf } from '../plan/years.ts';
import { date } from './date.ts';
import type { Faults } from './faults.ts';
import { readTargets, TARGETS } from './further-targets.ts';
import type { Mapping, Scalar } from './node.ts';
import { OWN_UNITS, ownUnits } from './own-units.ts';
import {
  checked,
  choice,
  entriesOf,
  flag,
  INKS,
  id,
  list,
  mapping,
  may,
  must,
  named,
  scalar,
  textLike,
  whole,
  within,
} from './shape.ts';
import { readShape } from './shape-fault.ts';
import { defined, sourceText } from './source-text.ts';
import { readSources, SOURCES } from './sources.ts';

const LANGUAGE = 'ko-KR';
const TERM_FORM = '첫 해-끝 해 (예: 2022-2026)';
const YEAR_FORM = '네 자리 연도 (예: 2023)';

const ICC_FORM = '계획 폴더 안의 ICC 파일 (예: press/uncoated.icc)';

/** Half of the sum of the side margins at least: the inner one is the wider. */
const PRESS = mapping({
  bleed: may(within(0, 20), '도련', '재단선 밖으로 더 찍는 너비, mm', { otherwise: PRESS_DEFAULTS.bleed }),
  inner: may(within(10, 36), '묶는 쪽 여백', '책을 묶는 쪽의 여백, mm. 바깥쪽은 나머지입니다.', {
    otherwise: PRESS_DEFAULTS.inner,
  }),
  multiple: may(whole(1, 32), '쪽수의 배수', '쪽수를 이 수의 배수로 채웁니다. 빈 쪽은 끝에 들어갑니다.', {
    otherwise: PRESS_DEFAULTS.multiple,
  }),
  paper: may(
    within(0, 0.5),
    '종이 두께',
    '내지 한 장의 두께, mm. 표지의 책등이 그만큼 넓어집니다. 가운데를 철하면 0입니다.',
    {
      otherwise: PRESS_DEFAULTS.paper,
    },
  ),
  profile: may(
    textLike(/^(?!.*(?:^|\/)\.\.?\/)[^/\\].*\.[Ii][Cc][Cc]$/, ICC_FORM),
    '색 프로파일',
    '인쇄소에서 받은, 계획 폴더 안의 출력 장치용 CMYK 프로파일. 적지 않으면 FOGRA39(코팅지)입니다.',
    { example: 'press/uncoated.icc' },
  ),
  inks: may(
    entriesOf(must(INKS, '잉크', '그 색의 [C, M, Y, K], 0에서 100까지'), scalar),
    '바꾼 색의 잉크',
    'colours에서 바꾼 색마다 인쇄할 잉크 [C, M, Y, K]. 합은 260 이하입니다.',
    { example: { main: [100, 75, 25, 20] } },
  ),
});

/** The words of a publication whose task grids name sources otherwise than its office's budget does. */
const GRID_SOURCES = mapping({
  national: may(named, '국비', '추진계획 표에서 국비를 부르는 말', { example: '국비' }),
  province: may(named, '시도비', '추진계획 표에서 시도비를 부르는 말', { example: '시도비' }),
  district: may(named, '시군구비', '추진계획 표에서 시군구비를 부르는 말', { example: '시군구비' }),
  private: may(named, '민자', '추진계획 표에서 민자를 부르는 말', { example: '민자' }),
  other: may(named, '기타', '추진계획 표에서 기타를 부르는 말', { example: '기타' }),
} satisfies Record<UsualSource, unknown>);

/** Output goes into a folder of this name. */
const PLAN_ID = checked(
  id,
  ({ text }) => !isDeviceName(text),
  '윈도우가 장치 이름으로 쓰지 않는 이름 (con, prn, aux, nul, com1, lpt1 밖의 것)',
  {},
);

export const PLAN_FILE = mapping({
  id: must(PLAN_ID, '계획의 id', '결과를 두는 폴더의 이름이 됩니다.', { example: 'incheon-seogu-2023' }),
  title: must(named, '제목', '본문과 표지에 쓰는 제목', {
    example: '{{year 0}}년도 일자리대책 연차별 세부계획',
  }),
  issuer: must(named, '발행 기관', '계획을 공시하는 기관의 이름', { example: '인천광역시 서구' }),
  year: must(whole(1000, 9999, YEAR_FORM), '계획 연도', '네 자리 연도. {{year 0}}이 이 연도로 찍힙니다.', {
    example: 2027,
  }),
  term: may(
    checked(
      textLike(/^[12]\d{3}-[12]\d{3}$/, TERM_FORM),
      ({ text }) => termOf(text) !== undefined,
      TERM_FORM,
      {},
    ),
    '임기',
    '종합계획의 첫 해와 끝 해. 통계표의 years: term이 이 해들입니다.',
    { example: '2022-2026' },
  ),
  'issue-date': must(date, '공시하는 날', '연-월-일', { example: '2027-03-31' }),
  language: may(
    textLike(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, '언어 표시 (예: ko-KR)'),
    '언어',
    '본문의 언어. 화면 낭독기가 씁니다.',
    { otherwise: LANGUAGE },
  ),
  office: may(
    choice(...OFFICE_KINDS),
    '기관의 종류',
    '재원을 부르는 말을 정합니다: district 자치구(시비·구비), county 군(도비·군비), city 시(도비·시비), province 도(도비·시군비), metropolitan 특별시·광역시(시비·구군비), special-province 특별자치도(도비·시군비), special-city 특별자치시(시비), any(시도비·시군구비)',
    { otherwise: 'any' },
  ),
  sources: may(
    SOURCES,
    '재원',
    '재원을 찍는 차례. national, province, district, private, other와 이 계획에만 있는 재원. 적지 않은 것은 뒤에 옵니다.',
    { example: ['national', { id: 'fund', label: '기금' }, 'province', 'district'] },
  ),
  targets: may(
    TARGETS,
    '더 세는 목표',
    '일자리 말고 더 세는 목표를 찍는 차례대로. 과제 파일의 targets에 수를 적습니다.',
    { example: [{ id: 'beneficiaries', label: '수혜자', unit: '명' }] },
  ),
  'grid-sources': may(
    GRID_SOURCES,
    '추진계획 표의 재원 이름',
    '과제 시트의 추진계획 표에서만 달리 부를 때 적습니다.',
  ),
  keywords: may(list(named), '핵심어', 'PDF와 통합문서의 속성에 적는 말. 찾기와 기록관이 씁니다.', {
    example: ['청년', '돌봄 일자리'],
  }),
  summary: may(named, '요지', 'PDF와 통합문서의 속성에 적는 한두 문장. {{fig …}}를 쓸 수 있습니다.', {
    example: '청년과 중장년 일자리 {{fig "strategies/all/target"}}개를 만드는 계획',
  }),
  'first-page': may(whole(1, 9999, '1에서 9999까지의 정수'), '첫 쪽 번호', '본문 첫 쪽에 찍히는 번호', {
    otherwise: 1,
  }),
  'numbered-items': may(
    flag,
    '번호로 시작하는 항목',
    'true이면 글에서 1. 가. 1) 가) (1) (가)로 시작하는 줄이 ○, -처럼 항목이 됩니다.',
    { otherwise: false },
  ),
  'sheet-details': may(
    flag,
    '과제 시트의 설명 표',
    'false이면 담당부서, 지원대상, 사업내용 따위의 표를 과제 시트에 찍지 않습니다. 글에서 {{contents}}처럼 찍을 때 적습니다.',
    { otherwise: true },
  ),
  emblem: may(id, '휘장', 'images.yaml에 적은 이미지. 표지의 띠 위 왼쪽에 찍습니다.', { example: 'emblem' }),
  logo: may(id, '로고', 'images.yaml에 적은 이미지. 표지의 띠 위 오른쪽에 찍습니다.', { example: 'logo' }),
  units: may(
    OWN_UNITS,
    '이 계획의 단위',
    '널리 쓰는 단위 말고 더. 십·백·천·만·억을 앞에 붙여 쓰고, 표와 과제의 unit에 적습니다.',
    { example: { 두레: {}, 포대: { of: 'kg', times: 20 } } },
  ),
  press: may(PRESS, '인쇄소의 조건', '--print로 만드는 인쇄용 PDF의 도련, 여백, 쪽수, 프로파일'),
  colours: may(
    entriesOf(
      must(
        textLike(/^#[0-9A-Fa-f]{6}$/, "따옴표로 묶은 '#RRGGBB' (예: '#074171')"),
        '색',
        '따옴표로 묶은 #RRGGBB',
      ),
      scalar,
    ),
    '바꿀 색',
    '모양(theme.yaml)의 색을 이름마다 바꿉니다.',
    { example: { main: '#074171' } },
  ),
});

type PlanFile = Pick<
  Plan,
  | 'id'
  | 'title'
  | 'issuer'
  | 'year'
  | 'term'
  | 'issueDate'
  | 'language'
  | 'office'
  | 'gridSources'
  | 'numberedItems'
  | 'keywords'
  | 'summary'
  | 'coverMarks'
  | 'sheetDetails'
  | 'firstPage'
  | 'colours'
  | 'press'
  | 'units'
  | 'labels'
> &
  Pick<Programme, 'sources' | 'targets'>;

/** Undefined when anything in it is wrong: the year and the language reach into everything else. */
export function readPlanFile(root: Mapping, faults: Faults): PlanFile | undefined {
  const before = faults.count;
  const file = readShape(root, PLAN_FILE, faults);
  const units = ownUnits(file?.units ?? [], faults);
  const sources = readSources(file?.sources, faults);
  const targets = readTargets(file?.targets, UNITS.명, units, faults);
  if (file === undefined || faults.count > before) return undefined;
  return {
    id: file.id.text,
    title: sourceText(file.title),
    issuer: sourceText(file.issuer),
    year: Number(file.year.text),
    ...defined({ term: file.term && termOf(file.term.text) }),
    issueDate: file['issue-date'].text,
    language: file.language?.text ?? LANGUAGE,
    office: OFFICE_KINDS.find((kind) => kind === file.office?.text) ?? 'any',
    ...defined({ gridSources: gridSources(file['grid-sources']) }),
    ...(file['numbered-items']?.text === 'true' && { numberedItems: true }),
    ...defined({
      keywords: file.keywords?.map(sourceText),
      summary: file.summary && sourceText(file.summary),
    }),
    ...(file['sheet-details']?.text === 'false' && { sheetDetails: false }),
    ...coverMarks(file),
    firstPage: Number(file['first-page']?.text ?? 1),
    press: pressOf(file.press),
    units,
    ...sources,
    targets,
    colours: Object.fromEntries((file.colours ?? []).map(({ key, value }) => [key.text, sourceText(value)])),
  };
}

function coverMarks({ emblem, logo }: v.InferOutput<typeof PLAN_FILE>): Pick<Plan, 'coverMarks'> {
  const mark = (one: Scalar | undefined) => one && { image: one.text, place: one.place };
  if (emblem === undefined && logo === undefined) return {};
  return { coverMarks: defined({ left: mark(emblem), right: mark(logo) }) };
}

/** Stands for a plan.yaml that could not be read. */
export function unknownHead(place: SourceLocation): PlanFile {
  const nothing = { text: '', place };
  return {
    id: 'unknown',
    title: nothing,
    issuer: nothing,
    year: 2000,
    issueDate: '2000-01-01',
    language: LANGUAGE,
    office: 'any',
    firstPage: 1,
    sources: USUAL_SOURCES,
    targets: [],
    colours: {},
    press: PRESS_DEFAULTS,
    units: KNOWN_UNITS,
  };
}

function gridSources(file: v.InferOutput<typeof GRID_SOURCES> | undefined): Plan['gridSources'] {
  if (file === undefined) return undefined;
  const words: Record<FundingSource, string> = {};
  for (const source of USUAL_SOURCES) {
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
    paper: number(press?.paper, PRESS_DEFAULTS.paper),
    ...(press?.profile && { profile: { path: press.profile.text, place: press.profile.place } }),
    inks: new Map(inks),
  };
}
