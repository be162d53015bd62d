// This computer and a plan -> what a build needs, and what of it is not as it should be.

import { release } from 'node:os';
import path from 'node:path';
import { readPublication } from '../check/history/publication-text.ts';
import { publicationLabel } from '../check/history/published-words.ts';
import { harmedFonts, harmedProfile, OWN_PROFILE } from '../commands/build/own-files.ts';
import { pressJob } from '../commands/build/press.ts';
import { inspectPlan } from '../commands/check.ts';
import { readTemplates } from '../commands/read-templates.ts';
import type { Sources } from '../commands/sources.ts';
import { formatLocation, hasErrors, isError } from '../diagnostic.ts';
import {
  displayPath,
  findPlan,
  healthOf,
  lookBelow,
  PROGRAM_FOLDER,
  programVersion,
  readSources,
} from '../files.ts';
import { publicationFile, publishedEditions } from '../plan/publication.ts';
import { editionLine } from './edition-option.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { fontCoverage } from './font-coverage.ts';
import { NODE_VERSIONS } from './node-version.ts';
import { say } from './print.ts';
import { formatDiagnostic, report } from './report.ts';

/** One thing that was looked at. */
interface Finding {
  readonly good: boolean;
  readonly what: string;
  readonly found: string;
  /** More of the same, a line each. */
  readonly details?: readonly string[];
}

/** Prints what it found; returns 3 when something is not as it should be. */
export async function runDoctor(planName: string): Promise<ExitCode> {
  const working = process.cwd();
  const folders = { working, program: PROGRAM_FOLDER };
  const findings: Finding[] = [await program()];
  const found = await findPlan(planName, folders);
  const sources =
    found.value === undefined
      ? undefined
      : await readSources(found.value, folders, { fonts: true, profiles: true });
  const unread = sources?.diagnostics ?? found.diagnostics;
  // Of stages that do not touch the plan as it stands.
  if (sources !== undefined) report(found.diagnostics);
  const details = unread.map(formatDiagnostic);
  if (sources?.value === undefined || hasErrors(unread))
    findings.push({ good: false, what: '계획', found: '읽을 수 없습니다', details });
  else if (details.length > 0)
    findings.push({ good: true, what: '읽지 않는 파일', found: `${details.length}가지`, details });
  const inspected = sources?.value && inspectPlan(sources.value);
  if (sources?.value !== undefined && inspected !== undefined)
    findings.push(...materials(sources.value, inspected), ...records(sources.value.plan, inspected));
  const id = inspected?.value?.plan.id;
  findings.push(...(await output(path.join(working, 'output', id ?? ''), working)));
  for (const { good, what, found: text, details = [] } of findings) {
    say(`${good ? '정상' : '문제'}  ${what}: ${text}`);
    for (const detail of details) say(`        ${detail}`);
  }
  return findings.every(({ good }) => good) ? EXIT.done : EXIT.unusable;
}

async function program(): Promise<Finding> {
  return {
    // On others nothing is run (`cli.ts`).
    good: true,
    what: '프로그램',
    found: `iljari ${await programVersion()}, Node.js ${process.version} (${NODE_VERSIONS}), ${process.platform} ${release()} ${process.arch}`,
  };
}

/** The plan, the templates and the fonts. */
function materials(
  sources: Sources,
  { value, diagnostics }: ReturnType<typeof inspectPlan>,
): readonly Finding[] {
  const { plan, templates, fonts, profiles } = sources;
  const read = readTemplates(templates);
  const edition = value && editionLine(value.plan, plan.files);
  const faults = diagnostics.filter(isError);
  const harmed = harmedFonts(templates, fonts);
  const own = harmedProfile(templates, profiles?.get(OWN_PROFILE));
  const named = value?.plan.press.profile && pressJob(value.plan, 'whole', sources).diagnostics;
  const profile = [...own, ...(named ?? [])];
  // No font that is harmed can say which characters it has.
  const { characters, missing } = fontCoverage(plan, value?.checked, harmed.length === 0 ? fonts : new Map());
  return [
    {
      good: read.value !== undefined,
      what: '틀',
      found:
        read.value === undefined
          ? '빠졌거나 바르지 않습니다'
          : `${templates.displayRoot}, 그림틀 ${read.value.charts.size}개`,
      details: read.diagnostics.map(formatDiagnostic),
    },
    {
      good: faults.length === 0,
      what: '계획',
      found: `${plan.displayRoot}, 파일 ${plan.files.size}개, 오류 ${faults.length}건${edition === undefined ? '' : `, ${edition}`}`,
      details: faults.slice(0, 10).map(({ place, message }) => `${formatLocation(place)}  ${message}`),
    },
    {
      good: harmed.length === 0,
      what: '글꼴',
      found:
        harmed.length === 0
          ? `${fonts.size}개 모두 있습니다`
          : `${harmed.length}개가 없거나 프로그램에 들어 있던 것과 다릅니다`,
      details: harmed.map(formatDiagnostic),
    },
    ...(profile.length === 0
      ? []
      : [
          {
            good: false,
            what: '인쇄용 색 프로파일',
            found: '없거나 온전하지 않습니다',
            details: profile.map(formatDiagnostic),
          },
        ]),
    {
      good: missing.length === 0,
      what: '글자',
      found:
        harmed.length > 0
          ? '글꼴이 온전하지 않아 살펴보지 못했습니다'
          : `계획의 글자 ${characters}가지 가운데 글꼴에 없는 것 ${missing.length}가지`,
      details: missing.map(({ character, place }) => {
        const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
        return `${place}  ‘${character}’ (U+${code})`;
      }),
    },
  ];
}

/** What has gone out; nothing for a plan of which nothing has. */
function records({ files }: Sources['plan'], { value }: ReturnType<typeof inspectPlan>): readonly Finding[] {
  const editions = publishedEditions(files.keys());
  if (editions.length === 0) return [];
  const labels = editions.map((edition) => {
    const record = readPublication(files.get(publicationFile(edition)) ?? '');
    return record === undefined ? `${publicationFile(edition)} 읽을 수 없음` : publicationLabel(record);
  });
  const changed = (value?.findings ?? []).filter(
    ({ rule, severity }) => rule === 'published-changed' && severity === 'error',
  );
  return [
    {
      good: changed.length === 0,
      what: '공시 기록',
      found: `${labels.join('; ')}${changed.length === 0 ? '' : `, 지금과 다른 것 ${changed.length}건 (iljari check)`}`,
    },
  ];
}

async function output(folder: string, working: string): Promise<readonly Finding[]> {
  const { unwritable, left } = await healthOf(folder, working);
  const interrupted = await lookBelow(path.join(working, 'output'), working);
  const reported = new Set(interrupted.map(({ place }) => ('cell' in place ? '' : place.file)));
  const details = [
    ...interrupted.map(formatDiagnostic),
    ...left.map((file) => displayPath(file, working)).filter((file) => !reported.has(file)),
  ];
  return [
    {
      good: unwritable === undefined,
      what: '결과 폴더',
      found: `${displayPath(folder, working)}, ${unwritable === undefined ? '쓸 수 있습니다' : '쓸 수 없습니다'}`,
      details: unwritable === undefined ? [] : [formatDiagnostic(unwritable)],
    },
    {
      good: details.length === 0,
      what: '끊긴 만들기',
      found:
        details.length === 0
          ? '없습니다'
          : '다른 만들기가 돌고 있지 않다면 폴더를 쓸 수 있게 한 뒤 iljari build를 실행하십시오',
      details,
    },
  ];
}
