// A plan's press settings and the profiles at hand -> what the press file is printed with; the press file -> its outputs.

import type { Diagnostic, Outcome, SourceLocation } from '../../diagnostic.ts';
import type { Plan } from '../../plan/plan.ts';
import { profileFault } from '../../write/pdf/press/icc-profile.ts';
import type { PressJob, PressPart } from '../../write/pdf/press/press-job.ts';
import type { PressResult } from '../../write/pdf/press/print-press.ts';
import type { OutputFile, Sources } from '../sources.ts';
import { harmedProfile, OWN_PROFILE } from './own-files.ts';

/** What the bundled profile's printing condition is called at the ICC's registry. */
const OWN_CONDITION = 'FOGRA39';

/** Where a file for each part goes; the report stands beside it. */
export const PRESS_FILES: Readonly<Record<PressPart, { readonly pdf: string; readonly report: string }>> = {
  whole: { pdf: 'plan-print.pdf', report: 'press.txt' },
  cover: { pdf: 'plan-print-cover.pdf', report: 'press-cover.txt' },
  inside: { pdf: 'plan-print-inside.pdf', report: 'press-inside.txt' },
};

/** The names of all files for the press. */
export const PRESS_NAMES: readonly string[] = Object.values(PRESS_FILES).flatMap(({ pdf, report }) => [
  pdf,
  report,
]);

/** The profile that the plan names, or the bundled one. One that is not there is `missing-profile`, one that is not sound `press-profile` or `harmed-file`. */
export function pressJob(plan: Plan, part: PressPart, { profiles, templates }: Sources): Outcome<PressJob> {
  const { bleed, inner, multiple, paper, inks, profile } = plan.press;
  const place = profile?.place ?? plan.title.place;
  const bytes = profiles?.get(profile?.path ?? OWN_PROFILE);
  const diagnostics =
    profile === undefined ? harmedProfile(templates, bytes) : profileFaults(profile.path, bytes, place);
  if (bytes === undefined || diagnostics.length > 0) return { value: undefined, diagnostics };
  const registered = profile === undefined ? OWN_CONDITION : undefined;
  return {
    value: { part, bleed, inner, multiple, paper, inks, profile: { bytes, registered, place } },
    diagnostics,
  };
}

function profileFaults(
  path: string,
  bytes: Uint8Array | undefined,
  place: SourceLocation,
): readonly Diagnostic[] {
  if (bytes === undefined)
    return [
      {
        rule: 'missing-profile',
        severity: 'error',
        message: `ICC 프로파일이 없습니다: ${path}`,
        expected: '계획 폴더 안에 있는 ICC 파일',
        place,
      },
    ];
  const fault = profileFault(bytes);
  if (fault === undefined) return [];
  return [
    {
      rule: 'press-profile',
      severity: 'error',
      message: `인쇄에 쓸 수 있는 ICC 프로파일이 아닙니다: ${path}. ${fault}.`,
      expected: '인쇄소에서 받은 그대로의 출력 장치(prtr) CMYK 프로파일',
      place,
    },
  ];
}

/** The file, and the report beside it. */
export function pressFiles(part: PressPart, { bytes, report }: PressResult): [OutputFile, OutputFile] {
  const { pdf, report: text } = PRESS_FILES[part];
  return [
    { name: pdf, bytes },
    // With the mark by which Windows programs know UTF-8.
    { name: text, bytes: new TextEncoder().encode(`\uFEFF${report}`) },
  ];
}
