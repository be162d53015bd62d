// The report beside a press file -> what it says otherwise than the file was made and holds: title, size, margins, pages, profile, fonts, inks.
import type { Diagnostic } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import { profileNameIn } from './pdf/profile-name.ts';
import type { ReadPage } from './pdf/read-pdf.ts';

const PARTS = { whole: '전체', cover: '표지', inside: '내지' } as const;
/** What a page's line begins with, behind its number. */
const BLANK = '(빈 쪽)';
const PLATES = ['C', 'M', 'Y', 'K'] as const;
/** Percent of all inks together that paper takes. */
const INK_LIMIT = 260;
/** What rounding to a whole percent changes, and a little of binary fractions. */
const ROUNDING = 0.51;

/** What a press file was printed with, as `PressFile` has it. */
interface Pressed {
  readonly part: keyof typeof PARTS;
  readonly inner: number;
  readonly multiple: number;
  readonly bleed: number;
  readonly paper: number;
  /** Of a cover, in mm. */
  readonly spine: number;
  readonly profile: { readonly registered: string | undefined; readonly bytes: Uint8Array };
  readonly report?: { readonly name: string; readonly text: string };
}

/** `labels`: what each page in print is called, undefined for blank ones; `turned`: whether it lies across; `pages`: what was read of the file. */
export function proveReport(
  { title, theme: { page } }: Document,
  press: Pressed,
  labels: readonly (string | undefined)[],
  turned: readonly boolean[],
  pages: readonly ReadPage[],
): readonly Diagnostic[] {
  const { report, profile, part, bleed, inner, multiple } = press;
  if (report === undefined) return [];
  const blanks = labels.filter((label) => label === undefined).length;
  const outer = page.left + page.right - inner;
  const across = turned.flatMap((one, index) => (one ? [index + 1] : []));
  const intent = `${profile.registered ?? 'Custom'}, ${profileNameIn(profile.bytes) ?? ''}`;
  const head = [
    `제목: ${title}`,
    `규격: PDF/X-4 (${PARTS[part]})`,
    `재단 크기: ${page.width} × ${page.height} mm, 도련 ${bleed} mm, 재단선과 맞춤표 있음`,
    part === 'cover'
      ? `책등: ${press.spine} mm (내지 한 장 ${press.paper} mm), 접는 자리에 표 있음`
      : `여백: 안쪽 ${inner} mm, 바깥쪽 ${outer} mm (첫 쪽이 오른쪽 면)`,
    ...(across.length === 0
      ? []
      : [
          `가로 쪽: ${across.join(', ')} (${page.height} × ${page.width} mm, 머리를 왼쪽으로 돌려 앉힘, 안쪽 여백은 오른쪽 면에서 위, 왼쪽 면에서 아래)`,
        ]),
    part === 'cover'
      ? `면: ${labels.length} (뒤표지·책등·앞표지를 펼친 바깥면, 안쪽면)`
      : `쪽수: ${labels.length} (빈 쪽 ${blanks} 포함, ${multiple}의 배수)`,
    `출력 의도: ${intent}`,
    `잉크 한도: ${INK_LIMIT}%. 글자는 먹(K)만 쓰고, 먹 글자와 먹 선은 바탕 위에 겹쳐 찍습니다.`,
    `글꼴(모두 포함): ${fontsOf(pages).join(', ')}`,
  ];
  const lines = report.text.split('\n');
  const rows = lines.filter((line) => line.includes('\t'));
  const faults = [
    ...head.map((should, index) => [should, lines[index] ?? ''] as const),
    ...labels.map((label, index) => {
      const [number = '', name = '', plates = '', most = ''] = (rows[index] ?? '').split('\t');
      const inks = inksOf(pages[index]);
      const isSame =
        Math.abs(Number(most.slice(0, -1)) - inks.most) < ROUNDING && inks.most < INK_LIMIT + ROUNDING;
      const should = [index + 1, label ?? BLANK, inks.plates, isSame ? most : `${Math.round(inks.most)}%`];
      return [should.join(' '), [number, name, plates, most].join(' ')] as const;
    }),
    [`쪽 ${labels.length}개`, `쪽 ${rows.length}개`] as const,
  ].filter(([should, is]) => rounded(should) !== rounded(is));
  return faults.slice(0, 3).map(([should, is]) => ({
    rule: 'press-report',
    severity: 'error',
    message: `${report.name}에 ‘${is}’라고 적혀 있습니다. ‘${should}’이어야 합니다.`,
    place: { file: report.name, line: 1, column: 1 },
  }));
}

function fontsOf(pages: readonly ReadPage[]): readonly string[] {
  const shown = pages.flatMap(({ pieces }) => pieces.flatMap((piece) => piece.shown));
  return [...new Set(shown.map(({ font }) => font.name))].sort();
}

/** The plates of a page that take ink, and the most percent of all inks at one place. */
function inksOf(page: ReadPage | undefined): { readonly plates: string; readonly most: number } {
  const { pieces = [], shapes = [] } = page ?? {};
  const colours = [
    ...pieces.map(({ colour }) => colour),
    ...shapes.flatMap(({ fill, stroke }) => [fill, stroke]),
  ];
  const inks = colours.flatMap((colour) => (colour?.space === 'DeviceCMYK' ? [colour.values] : []));
  const plates = PLATES.filter((_, plate) => inks.some((values) => (values[plate] ?? 0) > 0)).join('');
  const sums = inks.map((values) => values.reduce((sum, value) => sum + value, 0) * 100);
  return { plates: plates || '-', most: sums.reduce((most, sum) => Math.max(most, sum), 0) };
}

/** Numbers without what adding binary fractions leaves. */
function rounded(text: string): string {
  return text.replaceAll(/\d{1,20}\.\d{1,20}/g, (number) => String(Number(Number(number).toFixed(3))));
}
