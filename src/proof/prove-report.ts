// The report beside a press file -> what it says otherwise than the file was made: title, size, margins, pages, profile.
import type { Diagnostic } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import { profileNameIn } from './pdf/profile-name.ts';

const PARTS = { whole: '전체', cover: '표지', inside: '내지' } as const;
/** What a page's line begins with, behind its number. */
const BLANK = '(빈 쪽)';

/** What a press file was printed with, as `PressFile` has it. */
interface Pressed {
  readonly part: keyof typeof PARTS;
  readonly inner: number;
  readonly multiple: number;
  readonly bleed: number;
  readonly profile: { readonly registered: string | undefined; readonly bytes: Uint8Array };
  readonly report?: { readonly name: string; readonly text: string };
}

/** `labels`: what each page in print is called, undefined for blank ones. */
export function proveReport(
  { title, theme: { page } }: Document,
  press: Pressed,
  labels: readonly (string | undefined)[],
): readonly Diagnostic[] {
  const { report, profile, part, bleed, inner, multiple } = press;
  if (report === undefined) return [];
  const blanks = labels.filter((label) => label === undefined).length;
  const outer = page.left + page.right - inner;
  const intent = `${profile.registered ?? 'Custom'}, ${profileNameIn(profile.bytes) ?? ''}`;
  const head = [
    `제목: ${title}`,
    `규격: PDF/X-4 (${PARTS[part]})`,
    `재단 크기: ${page.width} × ${page.height} mm, 도련 ${bleed} mm, 재단선과 맞춤표 있음`,
    `여백: 안쪽 ${inner} mm, 바깥쪽 ${outer} mm (첫 쪽이 오른쪽 면)`,
    `쪽수: ${labels.length} (빈 쪽 ${blanks} 포함, ${multiple}의 배수)`,
    `출력 의도: ${intent}`,
  ];
  const lines = report.text.split('\n');
  const rows = lines.filter((line) => line.includes('\t'));
  const faults = [
    ...head.map((should, index) => [should, lines[index] ?? ''] as const),
    ...labels.map((label, index) => {
      const row = (rows[index] ?? '').split('\t').slice(0, 2).join(' ');
      return [`${index + 1} ${label ?? BLANK}`, row] as const;
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

/** Numbers without what adding binary fractions leaves. */
function rounded(text: string): string {
  return text.replaceAll(/\d{1,20}\.\d{1,20}/g, (number) => String(Number(Number(number).toFixed(3))));
}
