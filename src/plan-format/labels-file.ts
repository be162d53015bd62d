// labels.yaml, the plan's before the one that all plans share -> what the plan calls its levels, sources and heads.
import type * as v from 'valibot';
import type { Labels } from '../plan/labels.ts';
import { OFFICE_KINDS, type OfficeKind } from '../plan/office.ts';
import type { Faults } from './faults.ts';
import type { Mapping, Scalar } from './node.ts';
import { mapping, may, named } from './shape.ts';
import { readShape } from './shape-fault.ts';
import { type ReadBefore, readYaml } from './yaml-source.ts';

const word = (title: string, example: string) => may(named, title, '찍을 말', { example });

const GROUPS = {
  levels: may(
    mapping({
      strategy: word('추진전략', '분야'),
      task: word('실천과제', '핵심과제'),
      subtask: word('세부과제', '세부과제'),
      project: word('세부사업', '단위사업'),
    }),
    '단계의 이름',
    '표의 머리, 통합문서의 시트 이름과 머리와 안내, 알리는 말에 씁니다.',
  ),
  sources: may(
    mapping({
      national: word('국비', '국비'),
      province: word('시도비', '도비'),
      district: word('시군구비', '시군비'),
      private: word('민자', '민간'),
      other: word('기타', '기금'),
    }),
    '재원의 이름',
    '표, 통합문서, 글에서 재원을 부르는 말. 적지 않은 것은 office를 따릅니다.',
  ),
  details: may(
    mapping({
      department: word('담당부서', '소관부서'),
      contact: word('연락처', '전화번호'),
      'executing-body': word('시행주체', '추진기관'),
      'target-group': word('지원대상', '참여대상'),
      contents: word('사업내용', '주요내용'),
    }),
    '사업을 설명하는 칸의 이름',
    '과제 시트와 표에서 담당부서 따위를 부르는 말',
  ),
  overview: may(
    mapping({
      projects: word('세부사업내용', '주요 사업'),
      target: word('일자리 목표(명)', '목표(명)'),
      budget: word('사업예산 (백만원)', '예산 (백만원)'),
      total: word('합 계', '총계'),
    }),
    '핵심 전략 표의 머리',
    '단계의 이름 밖의 머리와 합계의 이름',
  ),
  sheet: may(
    mapping({
      strategy: word('전략', '분야'),
      plan: word('추진계획', '사업계획'),
      item: word('구 분', '구분'),
      amounts: word('목표인원 및 예산', '목표와 예산'),
      target: word('일자리 창출 성과목표', '일자리 목표'),
      budget: word('사업비', '예산'),
      total: word('계', '합계'),
      local: word('지방비', '지방비'),
    }),
    '과제 시트의 말',
    '머리띠의 [전략1. …], 【’27년 추진계획】, 추진계획 표의 머리',
  ),
};

export const LABELS_FILE = mapping(GROUPS);

const OFFICE = may(mapping(GROUPS), '기관의 종류', 'office가 이것인 계획에서만 쓰는 말');

/** What all plans share: the same, and what offices of a kind say otherwise. */
const SHARED_LABELS_FILE = mapping({
  ...GROUPS,
  offices: may(
    mapping({
      district: OFFICE,
      county: OFFICE,
      city: OFFICE,
      province: OFFICE,
      metropolitan: OFFICE,
      'special-province': OFFICE,
      'special-city': OFFICE,
      any: OFFICE,
    } satisfies Record<OfficeKind, unknown>),
    '기관의 종류마다',
    OFFICE_KINDS.join(', '),
  ),
});

type Words = v.InferOutput<typeof LABELS_FILE>;

export function readLabelsFile(root: Mapping, faults: Faults): Labels | undefined {
  const file = readShape(root, LABELS_FILE, faults);
  return file && labelsOf(file);
}

/** What all plans of such an office share; nothing where it is not given, or broken. */
export function sharedLabels(
  shared:
    | (ReadBefore & { readonly displayRoot: string; readonly files: ReadonlyMap<string, string> })
    | undefined,
  office: OfficeKind,
  faults: Faults,
): Labels | undefined {
  const text = shared?.files.get('labels.yaml');
  if (shared === undefined || text === undefined) return undefined;
  const root = readYaml(`${shared.displayRoot}/labels.yaml`, text, faults, shared.kept?.trees);
  const file = root && readShape(root, SHARED_LABELS_FILE, faults);
  if (file === undefined) return undefined;
  const own = file.offices?.[office];
  return withLabels(labelsOf(file), own && labelsOf(own));
}

/** The words of `shared` with those of `own` before them. */
export function withLabels(shared: Labels | undefined, own: Labels | undefined): Labels | undefined {
  if (shared === undefined || own === undefined) return own ?? shared;
  return {
    levels: { ...shared.levels, ...own.levels },
    sources: { ...shared.sources, ...own.sources },
    details: { ...shared.details, ...own.details },
    overview: { ...shared.overview, ...own.overview },
    sheet: { ...shared.sheet, ...own.sheet },
  };
}

function labelsOf({ levels, sources, details, overview, sheet }: Words): Labels {
  return {
    levels: wordsOf(levels),
    sources: wordsOf(sources),
    details: wordsOf(details),
    overview: wordsOf(overview),
    sheet: wordsOf(sheet),
  };
}

/** Those that are there. */
function wordsOf<Key extends string>(
  group: Partial<Readonly<Record<Key, Scalar | undefined>>> | undefined,
): Partial<Record<Key, string>> {
  const words: Partial<Record<Key, string>> = {};
  for (const key in group) {
    const text = group[key]?.text;
    if (text !== undefined) words[key] = text;
  }
  return words;
}
