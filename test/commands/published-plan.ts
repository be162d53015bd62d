// Texts of a plan -> the same with the records of editions that went out, and what the check tells of them.

import { build } from '../../src/commands/build.ts';
import { inspectPlan } from '../../src/commands/check.ts';
import { publicationRecord } from '../../src/commands/publish.ts';
import type { Sources } from '../../src/commands/sources.ts';
import { formatLocation } from '../../src/diagnostic.ts';
import { KEPT } from '../kept.ts';
import { revisedTemplates } from '../revise/revised-plan.ts';

export type Texts = ReadonlyMap<string, string>;

/** The version of the program that published, unless another is named. */
export const PROGRAM = '1.0.0';

export function sourcesOf(files: Texts, program = PROGRAM): Sources {
  return {
    plan: { displayRoot: 'plan', kept: KEPT, files },
    templates: revisedTemplates,
    fonts: new Map(),
    program,
  };
}

/** The plan with the records of these editions; whatever its check says. */
export async function published(files: Texts, ...editions: readonly number[]): Promise<Texts> {
  let all = files;
  for (const edition of editions) {
    const sources = sourcesOf(all);
    const options = { final: true, judged: false, edition };
    const made = await build(sources, [], undefined, undefined, options);
    const record = publicationRecord(made, sources, `2023-10-0${edition + 1}`);
    all = new Map([...all, [record.name, new TextDecoder().decode(record.bytes)]]);
  }
  return all;
}

export type Edit = readonly [file: string, before: string, after: string];

/** Each excerpt must stand in its file once. */
export function edited(files: Texts, ...edits: readonly Edit[]): Texts {
  const texts = new Map(files);
  for (const [file, before, after] of edits) {
    const parts = (texts.get(file) ?? '').split(before);
    if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} of ${before}`);
    texts.set(file, parts.join(after));
  }
  return texts;
}

export function without(files: Texts, ...names: readonly string[]): Texts {
  return new Map([...files].filter(([name]) => !names.includes(name)));
}

/** What the check tells: severity, place, message and the places beside it. */
export function told(files: Texts, program?: string): readonly string[] {
  const { value } = inspectPlan(sourcesOf(files, program), { rules: ['published-changed'] });
  return (value?.findings ?? []).map(
    ({ severity, place, message, related }) =>
      `${severity} ${formatLocation(place)} ${message}${related.map((one) => ` [${formatLocation(one.place)}]`).join('')}`,
  );
}
