// A plan's press settings and the profiles at hand -> what the press file is printed with; the press file -> its outputs.
import type { OutputFile, Sources } from '../build.ts';
import type { Outcome } from '../diagnostic.ts';
import type { Plan } from '../plan/plan.ts';
import type { PressJob, PressPart } from '../write/pdf/press/press-job.ts';
import type { PressResult } from '../write/pdf/press/print-press.ts';

/** The bundled profile, and what its printing condition is called at the ICC's registry. */
export const OWN_PROFILE = 'FOGRA39L_coated.icc';
const OWN_CONDITION = 'FOGRA39';

/** Where a file for each part goes; the report stands beside it. */
const NAMES: Readonly<Record<PressPart, { readonly pdf: string; readonly report: string }>> = {
  whole: { pdf: 'plan-print.pdf', report: 'press.txt' },
  cover: { pdf: 'plan-print-cover.pdf', report: 'press-cover.txt' },
  inside: { pdf: 'plan-print-inside.pdf', report: 'press-inside.txt' },
};

/** The names of all files for the press. */
export const PRESS_NAMES: readonly string[] = Object.values(NAMES).flatMap(({ pdf, report }) => [
  pdf,
  report,
]);

/** The profile that the plan names, or the bundled one; one that is not there is `missing-profile`. */
export function pressJob(plan: Plan, part: PressPart, { profiles }: Sources): Outcome<PressJob> {
  const { bleed, inner, multiple, inks, profile } = plan.press;
  const place = profile?.place ?? plan.title.place;
  const bytes = profiles?.get(profile?.path ?? OWN_PROFILE);
  if (bytes === undefined) {
    return {
      value: undefined,
      diagnostics: [
        {
          rule: 'missing-profile',
          severity: 'error',
          message: `ICC 프로파일 ${profile?.path ?? OWN_PROFILE}이(가) 없습니다.`,
          expected: profile
            ? '계획 폴더 안에 있는 ICC 파일'
            : '프로그램에 들어 있던 templates/press 폴더 그대로',
          place,
        },
      ],
    };
  }
  const registered = profile === undefined ? OWN_CONDITION : undefined;
  return {
    value: { part, bleed, inner, multiple, inks, profile: { bytes, registered, place } },
    diagnostics: [],
  };
}

/** The file, and the report beside it. */
export function pressFiles(part: PressPart, { bytes, report }: PressResult): [OutputFile, OutputFile] {
  const { pdf, report: text } = NAMES[part];
  return [
    { name: pdf, bytes },
    // With the mark by which Windows programs know UTF-8.
    { name: text, bytes: new TextEncoder().encode(`\uFEFF${report}`) },
  ];
}
