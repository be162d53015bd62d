// The programme of a document -> its files, and the words that it has for what a plan prints.

import type { AdoptWords } from '../../plan/adopt-words.ts';
import { printLabels } from '../../plan/labels.ts';
import { sourceLabels } from '../../plan/office.ts';
import type { Piece } from '../captioned.ts';
import type { HeadDraft } from '../head.ts';
import { likeness, packed } from '../inline-text.ts';
import type { FoundProgramme } from '../programme/programme.ts';
import { spell, tasksOf } from '../programme/programme-draft.ts';
import type { OutlineText } from './outline-text.ts';
import { outreachYaml, scheduleYaml, strategiesYaml, taskYaml } from './programme-yaml.ts';
import { sheetText } from './sheet-text.ts';
import { yamlText } from './yaml-text.ts';

/** Titles in the contents that are less alike are of something else. */
const ALIKE = 0.6;

interface ProgrammeOf {
  readonly head: HeadDraft;
  readonly words: AdoptWords;
  /** Titles of the contents. */
  readonly entries: readonly string[];
  /** Writes what is no line of a sheet. */
  readonly block: (text: OutlineText, piece: Piece) => void;
}

/** By their paths. */
export function programmeFiles(
  found: FoundProgramme,
  { head, words, entries, block }: ProgrammeOf,
): ReadonlyMap<string, string> {
  const { programme, schedule, outreach, labels } = found;
  const files = new Map<string, string>();
  if (outreach !== undefined) files.set('outreach.yaml', outreachYaml(outreach));
  if (programme === undefined) return files;
  for (const strategy of programme.strategies) {
    const titles = entries.flatMap((entry) => /^\d{1,2}[.)]\s*(\S.*)$/.exec(entry)?.[1] ?? []);
    const best = titles
      .map((title) => ({ title, score: likeness(title, strategy.name) }))
      .sort((a, b) => b.score - a.score)[0];
    if (best !== undefined && best.score >= ALIKE) spell(strategy, 'contents', best.title);
  }
  for (const task of tasksOf(programme)) {
    // What the sheet says of its projects is in the data that follow.
    if (task.sheet !== undefined)
      files.set(`tasks/${task.id}.hbs`, sheetText(task, task.sheet, words, block));
    files.set(`tasks/${task.id}.yaml`, taskYaml(task, head.year));
  }
  files.set('strategies.yaml', strategiesYaml(programme));
  if (schedule !== undefined) files.set('schedule.yaml', scheduleYaml(schedule, programme));
  const own = labelsYaml(labels);
  if (own !== '') files.set('labels.yaml', own);
  return files;
}

/** What grids call the sources, where an office of the kind calls them otherwise. */
export function gridSources(
  { sourceNames }: FoundProgramme,
  { office }: HeadDraft,
): ReadonlyMap<string, string> {
  const usual = sourceLabels(office);
  return new Map([...sourceNames].filter(([source, name]) => packed(usual[source] ?? '') !== packed(name)));
}

/** Words that are not as usual, by group. */
function labelsYaml(labels: ReadonlyMap<string, string>): string {
  const usual: Readonly<Record<string, Readonly<Record<string, string>>>> = { ...printLabels(undefined) };
  const groups = new Map<string, string[]>();
  for (const [path, label] of labels) {
    const [group = '', key = ''] = path.split('.');
    const word = usual[group]?.[key];
    if (word === undefined || packed(word) === packed(label)) continue;
    groups.set(group, [...(groups.get(group) ?? []), `  ${key}: ${yamlText(label)}`]);
  }
  return [...groups].map(([group, lines]) => `${group}:\n${lines.join('\n')}\n`).join('');
}
