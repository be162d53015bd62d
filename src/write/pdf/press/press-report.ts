// What was printed -> press.txt: what a shop asks before it prints.
import type { Theme } from '../../../document/theme.ts';
import { MM } from '../type/units.ts';
import { profileName } from './icc-profile.ts';
import { type Inks, inkSum } from './press-inks.ts';
import { INK_LIMIT, type PressJob } from './press-job.ts';
import type { PressPage } from './press-pages.ts';

const PLATES = ['C', 'M', 'Y', 'K'] as const;
const PARTS = { whole: '전체', cover: '표지', inside: '내지' } as const;

export interface PrintedPage {
  readonly page: PressPage;
  readonly inks: readonly Inks[];
}

export function pressReport(
  title: string,
  theme: Theme,
  job: PressJob,
  pages: readonly PrintedPage[],
  fonts: readonly string[],
): string {
  const { height } = theme.page;
  const [first] = pages;
  const isSheet = job.part === 'cover' && first !== undefined;
  const width = isSheet ? tenths(first.page.size.width / MM) : theme.page.width;
  const outer = theme.page.left + theme.page.right - job.inner;
  const blanks = pages.filter(({ page }) => page.name === undefined).length;
  const turned = pages.flatMap(({ page }, index) => (page.turned ? [index + 1] : []));
  const profile = job.profile.registered ?? 'Custom';
  return [
    `제목: ${title}`,
    `규격: PDF/X-4 (${PARTS[job.part]})`,
    `재단 크기: ${width} × ${height} mm, 도련 ${job.bleed} mm, 재단선과 맞춤표 있음`,
    job.part === 'cover'
      ? `책등: ${tenths(width - 2 * theme.page.width)} mm (내지 한 장 ${job.paper} mm), 접는 자리에 표 있음`
      : `여백: 안쪽 ${job.inner} mm, 바깥쪽 ${outer} mm (첫 쪽이 오른쪽 면)`,
    ...(turned.length === 0
      ? []
      : [
          `가로 쪽: ${turned.join(', ')} (${height} × ${width} mm, 머리를 왼쪽으로 돌려 앉힘, 안쪽 여백은 오른쪽 면에서 위, 왼쪽 면에서 아래)`,
        ]),
    job.part === 'cover'
      ? `면: ${pages.length} (뒤표지·책등·앞표지를 펼친 바깥면, 안쪽면)`
      : `쪽수: ${pages.length} (빈 쪽 ${blanks} 포함, ${job.multiple}의 배수)`,
    `출력 의도: ${profile}, ${profileName(job.profile.bytes) ?? ''}`,
    `잉크 한도: ${INK_LIMIT}%. 글자는 먹(K)만 쓰고, 먹 글자와 먹 선은 바탕 위에 겹쳐 찍습니다.`,
    `글꼴(모두 포함): ${fonts.join(', ')}`,
    '',
    '쪽별 잉크: 차례, 쪽 이름, 쓰는 판, 가장 진한 곳',
    ...pages.map(({ page, inks }, index) => {
      const plates = PLATES.filter((_, plate) => inks.some((one) => (one[plate] ?? 0) > 0));
      const most = Math.round(Math.max(0, ...inks.map(inkSum)));
      return [index + 1, page.name ?? '(빈 쪽)', plates.join('') || '-', `${most}%`].join('\t');
    }),
    '',
  ].join('\n');
}

/** mm, without what points leave of them. */
function tenths(length: number): number {
  return Math.round(length * 10) / 10;
}
