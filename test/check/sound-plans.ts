// The folder sound-sentences/ -> a fresh plan and the bundled one with every sentence and table of it, and what the check says of them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { disposedFindings } from '../../src/check/disposed.ts';
import { type Finding, findingKey } from '../../src/check/finding.ts';
import { inspectPlan } from '../../src/commands/check.ts';
import { newPlan } from '../../src/commands/new-plan.ts';
import type { SourceFolder, Sources } from '../../src/commands/sources.ts';
import { KEPT } from '../kept.ts';
import { bundledSources } from './edited-plan.ts';

const FOLDER = path.join(import.meta.dirname, 'sound-sentences');
/** Of the plan that the sentences are of. */
const YEAR = 2025;

interface Sentence {
  readonly file: string;
  /** As it stands in its file, without braces. */
  readonly text: string;
  /** The numbers that somebody typed: what `bare-number` has to ask for. */
  readonly quantities: readonly string[];
}

const QUANTITY = /(?<!\{)\{([\d.,]+)[만억조천]?\}(?!\})/gu;

/** One sentence a line; `#` begins a remark. */
export function sentences(): readonly Sentence[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((file) =>
      readFileSync(path.join(FOLDER, file), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line) => ({
          file,
          text: line.replaceAll(/(?<!\{)\{([^{}]+)\}(?!\})/gu, '$1'),
          quantities: [...line.matchAll(QUANTITY)].map(([, number = '']) => number),
        })),
    );
}

function tables(): ReadonlyMap<string, string> {
  const folder = path.join(FOLDER, 'statistics');
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

/** Every year of a text, typed long or short, some years later or earlier. */
function shifted(text: string, years: number): string {
  return text
    .replaceAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu, (year) => String(Number(year) + years))
    .replaceAll(/(?<=[’'‘])\d{2}(?=[년.])/gu, (year) => String(Number(year) + years));
}

interface SoundPlan {
  readonly sources: Sources;
  readonly year: number;
  readonly narrative: string;
  readonly sheet: string;
}

/** A blank plan of 2025. */
export async function freshPlan(): Promise<SoundPlan> {
  const sources = await bundledSources();
  const folder = path.join(import.meta.dirname, '../../templates/new-plan');
  const pattern = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const full = path.join(entry.parentPath, entry.name);
        return [path.relative(folder, full), readFileSync(full)] as const;
      }),
  );
  const files = newPlan(pattern, 'sound', { year: YEAR }).files.map(
    ({ name, bytes }) => [name, new TextDecoder().decode(bytes)] as const,
  );
  const plan: SourceFolder = { displayRoot: 'sound', kept: KEPT, files: new Map(files) };
  return {
    sources: { ...sources, plan },
    year: YEAR,
    narrative: 'narrative/labour-market.hbs',
    sheet: 'tasks/task-1.hbs',
  };
}

export async function richPlan(): Promise<SoundPlan> {
  return {
    sources: await bundledSources(),
    year: 2023,
    narrative: 'narrative/labour-market.hbs',
    sheet: 'tasks/women.hbs',
  };
}

/** The plan with the sentences and the tables of the folder; its own texts stand before them. */
function withSentences(plan: SoundPlan, given: readonly Sentence[]): Sources {
  const years = plan.year - YEAR;
  const files = new Map(plan.sources.plan.files);
  const textOf = (file: string) => files.get(file) ?? '';
  const append = (file: string, text: string) =>
    files.set(file, `${textOf(file).trimEnd()}\n${shifted(text, years)}\n`);
  const of = (kind: RegExp) => given.filter(({ file }) => kind.test(file)).map(({ text }) => text);
  const noted = of(/^notes-/u).map((text) => text.split(' | '));
  const body = given.filter(({ file }) => !/^(?:notes|sheets)-/u.test(file)).map(({ text }) => text);
  const remarks = body.filter((text) => text.startsWith('※'));
  const shown = [...tables()].map(([name, text]) => {
    files.set(`statistics/${name}`, shifted(text, years));
    return `{{table "${path.basename(name, '.yaml')}"}}`;
  });
  append('plan.yaml', 'term: 2022-2026');
  append(
    'notes.yaml',
    [
      `sound-dated: '(2026. 12. 31. 기준)'`,
      ...noted.map(([, note], index) => `sound-${index}: ${JSON.stringify(note)}`),
    ].join('\n'),
  );
  append(
    plan.narrative,
    [
      '□ 그 밖의 글',
      ...body.filter((text) => !text.startsWith('※')),
      ...noted.map(([host], index) => `${host}[^sound-${index}]`),
      ...shown.map((table, index) => `\n${table}\n${index === 0 ? remarks.join('\n') : ''}`),
    ].join('\n'),
  );
  const sheet = textOf(plan.sheet);
  const end = sheet.indexOf('□ 기대효과');
  const lines = shifted(of(/^sheets-/u).join('\n'), years);
  files.set(plan.sheet, `${sheet.slice(0, end).trimEnd()}\n${lines}\n\n${sheet.slice(end)}`);
  return { ...plan.sources, plan: { ...plan.sources.plan, files } };
}

function findingsOf(sources: Sources): readonly Finding[] {
  const { value, diagnostics } = inspectPlan(sources, { rules: [] });
  if (value === undefined)
    throw new Error(diagnostics.map(({ rule, message }) => `${rule}: ${message}`).join('\n'));
  return disposedFindings(value.checked);
}

/** What is found in the plan with the sentences and not in the plan alone. */
export function raisedBy(plan: SoundPlan, given: readonly Sentence[]): readonly Finding[] {
  const before = new Map(findingsOf(plan.sources).map((one) => [findingKey(one), one.message]));
  return findingsOf(withSentences(plan, given)).filter((one) => before.get(findingKey(one)) !== one.message);
}
