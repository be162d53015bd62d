// A plan as its latest edition has it -> next year's plan: structure, names and texts kept, every figure of the new year missing.

import { isScalar, isSeq, type YAMLMap } from 'yaml';
import { projectAddress } from '../../figure/address.ts';
import type { FigureBook } from '../../figure/figure.ts';
import type { Plan } from '../../plan/plan.ts';
import { tasksOf } from '../../plan/programme.ts';
import { editTexts, mapAt, mapsIn, openYaml, seqAt, textsOf, yamlText } from '../yaml-edit.ts';
import { missingData } from './missing-data.ts';
import { moveProjects } from './project-moves.ts';
import { renewCharts } from './renew-charts.ts';
import { FIGURES_FILE, figureIds, renewFigures } from './renew-figures.ts';
import { renewHead } from './renew-head.ts';
import { renewSchedule } from './renew-schedule.ts';
import { sheetOfLatest } from './renew-sheet.ts';
import { openTable } from './renew-table.ts';
import { keepLineBreaks, renewTask } from './renew-task.ts';
import { renewText, type TextPlace } from './renew-text.ts';
import type { EndedProject, RenewedFile, ToRenew } from './renewed.ts';
import type { Shift } from './shift.ts';
import { typedYears } from './typed-years.ts';

interface NewYear {
  readonly id: string;
  /** After the plan's own. */
  readonly year: number;
}

export interface RenewedPlan {
  readonly files: readonly RenewedFile[];
  readonly ended: readonly EndedProject[];
}

/** What was said of one year's publication: findings that were decided, corrections of a transcription, editions, notes to its readers. */
const OF_ITS_YEAR =
  /^(editions\/.*|published\/.*|dispositions\.yaml|corrections\.yaml|schema\/.*|README\.md|renew\.md)$/;

/**
 * `files` are the texts of the plan's folder as of its latest edition; `book` its figures. Years in ids, addresses and periods move
 * together; a statistic keeps as many years as it had. Texts lose only the published spellings of figures and names.
 */
export function renewPlan(
  plan: Plan,
  files: ReadonlyMap<string, string>,
  book: FigureBook,
  { id, year }: NewYear,
): RenewedPlan {
  const years = year - plan.year;
  const kept = new Map([...files].filter(([name]) => !OF_ITS_YEAR.test(name)));
  const named = (folder: RegExp) => [...kept].filter(([name]) => folder.test(name) && name !== FIGURES_FILE);
  const tables = named(/^statistics\//).map(([name, text]) =>
    openTable(name, text, { planYear: plan.year, years }),
  );
  const tasks = new Map(
    named(/^tasks\/.*\.yaml$/).map(([name, text]) => [name.slice(6, -5), { name, ...openYaml(text) }]),
  );
  const schedule = openYaml(kept.get('schedule.yaml') ?? '');
  const { projects, ended } = moveProjects(
    plan.editions,
    new Map([...tasks].map(([task, { root }]) => [task, root])),
    schedule.root,
  );
  const shift: Shift = {
    tables: new Map(tables.map((table) => [table.id, table.shift])),
    figures: figureIds(kept.get(FIGURES_FILE) ?? '', years),
    projects,
  };
  const texts: TextPlace = {
    shift,
    endedNames: new Map(ended.map(({ name, ...key }) => [projectAddress(key), name])),
  };

  const programme = new Map(tasksOf(plan.programme).map((task) => [task.id, task]));
  const renewed = new Map<string, RenewedFile>();
  for (const table of tables) {
    const file = table.renew(shift, book);
    renewed.set(file.name, file);
  }
  const figures = kept.get(FIGURES_FILE);
  if (figures !== undefined) renewed.set(FIGURES_FILE, renewFigures(figures, shift, book));
  for (const { name, document, root } of tasks.values()) {
    const { toRenew, periods } = renewTask(root, {
      file: name,
      shift,
      years,
      planYear: plan.year,
      ended,
      book,
    });
    renewed.set(name, { name, text: yamlText(document), toRenew });
    const sheet = name.replace(/yaml$/, 'hbs');
    const task = programme.get(name.slice(6, -5));
    const text = (task && sheetOfLatest(plan, task, book)) ?? kept.get(sheet);
    if (text !== undefined) renewed.set(sheet, withPeriods(sheet, text, periods));
  }
  if (kept.has('schedule.yaml'))
    renewed.set('schedule.yaml', renewSchedule(schedule, { years, isOfTerm: plan.term !== undefined }));
  return {
    files: [...kept].map(([name, text]) => {
      const file = renewed.get(name) ?? { name, text, toRenew: [] };
      return withTexts(file, name === 'plan.yaml' ? { id, year } : undefined, texts);
    }),
    ended,
  };
}

/** The sheet of a task says the periods of its projects as the data does. */
function withPeriods(name: string, text: string, periods: ReadonlyMap<string, string>): RenewedFile {
  const toRenew: ToRenew[] = [];
  const lines = text.split('\n').map((line) => {
    const [was, is] =
      [...periods].filter(([period]) => line.includes(period)).sort(([a], [b]) => b.length - a.length)[0] ??
      [];
    if (was === undefined || is === undefined) return line;
    const moved = line.replace(was, is);
    toRenew.push({ kind: 'year', file: name, text: moved.trim(), moved: true });
    return moved;
  });
  return { name, text: lines.join('\n'), toRenew };
}

/** The file with its texts renewed, and what in them is to be looked at. */
function withTexts(
  { name, text, toRenew }: RenewedFile,
  head: NewYear | undefined,
  texts: TextPlace,
): RenewedFile {
  const [, task] = /^tasks\/([^/]+)\.(?:hbs|yaml)$/.exec(name) ?? [];
  const place = { ...texts, ...(task === undefined ? {} : { task }) };
  const found: ToRenew[] = [];
  const moved = new Set(
    toRenew.flatMap((one) => (one.kind === 'year' || one.kind === 'kept' ? [one.text] : [])),
  );
  const look = (before: string, after: string): void => {
    if (moved.has(after.trim())) return;
    // The names of projects that ended stay where prose speaks of them.
    if (after.includes('(종료)') && !before.includes('(종료)'))
      found.push({ kind: 'ended', file: name, text: after.trim() });
    else if (typedYears(after)) found.push({ kind: 'year', file: name, text: after.trim(), moved: false });
  };
  if (!name.endsWith('.yaml')) {
    const renewed = renewText(text, place);
    const before = text.split('\n');
    if (/\.(?:hbs|json)$/.test(name))
      renewed.split('\n').forEach((line, index) => look(before[index] ?? '', line));
    return { name, text: renewed, toRenew: [...toRenew, ...found] };
  }
  const { document, root } = openYaml(text);
  const before = textsOf(document);
  editTexts(document, (one) => renewText(one, place));
  textsOf(document).forEach((after, index) => {
    if (name !== 'plan.yaml') look(before[index] ?? '', after);
  });
  renewOwn(name, root, head, texts.shift);
  found.push(...missingData(name, root));
  return { name, text: yamlText(document), toRenew: [...toRenew, ...found] };
}

/** What only one file has. */
function renewOwn(name: string, root: YAMLMap, head: NewYear | undefined, shift: Shift): void {
  const { projects } = shift;
  if (name === 'charts.yaml') renewCharts(root, shift);
  if (head !== undefined) renewHead(root, head.id, head.year);
  if (name === 'strategies.yaml') {
    root.delete('overview');
    for (const strategy of mapsIn(seqAt(root, 'strategies'))) keepLineBreaks(strategy);
  }
  if (name === 'contents.yaml') root.delete('entries');
  if (name === 'names.yaml')
    for (const { key } of root.items) {
      const published =
        isScalar(key) && typeof key.value === 'string'
          ? mapAt(root, key.value)?.get('published', true)
          : undefined;
      if (isSeq(published)) published.items = [];
    }
  if (name === 'budget-codes.yaml') {
    const codes = mapAt(root, 'projects');
    if (codes === undefined) return;
    codes.items = codes.items.filter(({ key }) => {
      if (!isScalar(key) || typeof key.value !== 'string' || !projects.has(key.value)) return true;
      const moved = projects.get(key.value);
      key.value = moved ?? key.value;
      return moved !== undefined;
    });
  }
}
