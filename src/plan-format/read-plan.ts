// The texts of a plan's folder -> the plan, with everything that is wrong with any of them.

import type { Outcome } from '../diagnostic.ts';
import { isId } from '../figure/address.ts';
import { KNOWN_UNITS } from '../figure/unit.ts';
import { categoriesOf } from '../plan/category.ts';
import type { Plan } from '../plan/plan.ts';
import { publishedEditions } from '../plan/publication.ts';
import type { Narrative } from '../plan/source-text.ts';
import { plainMarkers } from '../plan/typed-markers.ts';
import { readBudgetCodesFile } from './budget-codes-file.ts';
import { readCategoriesFile, sharedCategories } from './categories-file.ts';
import { readChartsFile } from './charts-file.ts';
import { checkSheetBlocks } from './check-sheet-blocks.ts';
import { readCorrectionsFile } from './corrections-file.ts';
import { readDiagramsFile } from './diagrams-file.ts';
import { readDispositionsFile } from './dispositions-file.ts';
import { drafted, type Reader } from './drafted.ts';
import { checkPlanOf, readEditions } from './editions.ts';
import { Faults } from './faults.ts';
import { freeFigures, readFiguresFile } from './figures-file.ts';
import { type NamedFile, type ReadFile, sortFiles } from './folder.ts';
import { readFrame, tellUnusedSpecs } from './frame.ts';
import {
  readColophonFile,
  readContentsFile,
  readCoverFile,
  readOutreachFile,
  readVisionFile,
} from './front-matter-files.ts';
import { readImagesFile } from './images-file.ts';
import { readKeyFiguresFile } from './key-figures-file.ts';
import { readLabelsFile, sharedLabels, withLabels } from './labels-file.ts';
import { readNamesFile } from './names-file.ts';
import { readNotesFile } from './notes-file.ts';
import { readPlanFile, unknownHead } from './plan-file.ts';
import { programmeOf } from './programme.ts';
import { programmeFigures, programmeSlots } from './programme-slots.ts';
import {
  isProgrammeTable,
  type ProgrammeTableDraft,
  programmeTable,
  readProgrammeTable,
} from './programme-table.ts';
import { withProjectChanges } from './project-changes.ts';
import { refuseText } from './refuse-text.ts';
import type { References } from './resolve-relation.ts';
import { sharedSlots } from './rounded-slots.ts';
import { refuseSameNames } from './same-names.ts';
import { readScheduleFile } from './schedule-file.ts';
import { defined } from './source-text.ts';
import { readStatisticsFile, type TableDraft } from './statistics-file.ts';
import { noStrategies, readStrategiesFile } from './strategies-file.ts';
import { subtaskSlots } from './subtask-slots.ts';
import { readSwotFile } from './swot-file.ts';
import { tableFigures } from './table-figures.ts';
import { readTaskFile, type TaskDraft } from './task-file.ts';
import { applyTextChanges, reachesFigures, refuseChangedFigures } from './text-changes.ts';
import { type ReadBefore, readYaml } from './yaml-source.ts';
import { yearsOf } from './yearly.ts';

/** A plan's folder: its texts by their path in it (`statistics/x.yaml`), and the folder as messages name it. */
interface PlanFolder extends ReadBefore {
  readonly displayRoot: string;
  readonly files: ReadonlyMap<string, string>;
  /** Paths of files that are there and could not be read, of which somebody has told: what they would say is not missed. */
  readonly lost?: readonly string[];
  /** Without them the pictures of images are not known. */
  readonly images?: ReadonlyMap<string, Uint8Array>;
}

interface ReadOptions {
  /** The edition to read, from 0 (the data itself), or the last one that there is. */
  readonly edition?: number | 'latest';
  /** What all plans share, for what the plan does not say itself; without it nothing of that is known. */
  readonly shared?: PlanFolder | undefined;
}

/** In place of a head that could not be read: any term will do. */
const HEADLESS = { year: 2000, term: { from: 2000, to: 2000 } };

/**
 * Reads a plan as of an edition: its texts are those of the edition, its projects those of all editions up to it, and its figures
 * are defined as in edition 0, with the editions' changes beside them. Every fault of every file is reported in one run; see `ReadRule` for the rules. The plan is there whenever
 * there is a plan.yaml, so that later phases can report theirs too; with errors it must not be published: a file that
 * could not be read is empty in it and named in `unread`, a cell that could not be read is a missing figure, and a
 * relation that could not be resolved is left out.
 */
export function readPlan(folder: PlanFolder, { edition = 0, shared }: ReadOptions = {}): Outcome<Plan> {
  const { displayRoot } = folder;
  const faults = new Faults();
  const lost = new Set(folder.lost);
  const lostFiles = [...lost].filter((name) => !name.endsWith('/'));
  let files = composed(new Map([...lostFiles.map((name) => [name, ''] as const), ...folder.files]));
  const sorted = sortFiles(displayRoot, files, faults);
  const unread = new Set<string>([...lost].filter((name) => !name.endsWith('.yaml')));
  /** Reads one YAML file if it is there; notes when it is there and cannot be read. */
  const read: ReadFile = (file, reader) => {
    const name = typeof file === 'string' ? file : file.path;
    const text = files.get(name);
    if (text === undefined) return undefined;
    const value = inFile(`${displayRoot}/${name}`, (place) => {
      const root = lost.has(name) ? undefined : readYaml(place, text, faults, folder.kept?.trees);
      return root && reader(root);
    });
    if (value === undefined) unread.add(name);
    return value;
  };
  /** The same of a file that says all by itself, or beside the parts that are named. */
  const readAlone = <T>(file: Parameters<ReadFile>[0], reader: Reader<T>, ...beside: readonly unknown[]) =>
    read(file, (root) => drafted(root, reader, beside, faults));

  const revisions = readEditions(displayRoot, sorted.editions, edition, read, faults);
  const { files: revised, editions } = applyTextChanges(displayRoot, files, revisions, faults);
  files = revised;
  const head = readAlone('plan.yaml', readPlanFile);
  if (head !== undefined) checkPlanOf(editions, head.id, faults);

  const units = head?.units ?? KNOWN_UNITS;

  const tables = new Map<string, TableDraft>();
  const lostTables = new Set<string>();
  const overProgramme: ProgrammeTableDraft[] = [];
  for (const file of sorted.statistics) {
    const { name } = file;
    // Labels of periods count from the plan's year; without one there is no plan in the end.
    const draft = readAlone(
      file,
      (root, faults) =>
        isProgrammeTable(root)
          ? readProgrammeTable(root, name, faults)
          : readStatisticsFile(root, name, { ...(head ?? HEADLESS), units }, faults),
      head,
    );
    if (draft === undefined) lostTables.add(name);
    else if ('over' in draft) overProgramme.push(draft);
    else tables.set(name, draft);
  }
  const labels = withLabels(
    withLabels(sharedLabels(shared, head?.office ?? 'any', faults), head?.labels),
    readAlone('labels.yaml', readLabelsFile),
  );
  const ownSectors = readAlone('categories.yaml', readCategoriesFile);
  const sectors = files.has('categories.yaml') ? ownSectors : sharedCategories(shared, faults);
  const categories = sectors && categoriesOf(sectors);
  const lostTasks = new Set<string>();
  const typedTasks = new Map<string, TaskDraft>();
  for (const file of sorted.tasks) {
    const { name } = file;
    const reader: Reader<TaskDraft> = (root, own) => readTaskFile(root, name, { ...head, categories }, own);
    const draft = readAlone(file, reader, head, sectors);
    if (draft === undefined) lostTasks.add(name);
    else typedTasks.set(name, draft);
  }
  const tasks = withProjectChanges(typedTasks, editions, head ?? {}, lostTasks, faults);
  const narrative = ({ name, path }: NamedFile): [string, Narrative] => {
    const file = `${displayRoot}/${path}`;
    const written = files.get(path) ?? '';
    const typed = path.endsWith('.hbs') ? plainMarkers(written) : written;
    const text = refuseText(file, typed, faults) ? '' : typed;
    return [name, { name, file, text }];
  };
  const frame = readFrame(sorted, narrative, faults);
  const sheets = new Map(sorted.sheets.map(narrative));
  for (const [name, sheet] of sheets) {
    const { file } = sheet;
    const projects = tasks.get(name)?.projects.map(({ id }) => id);
    if (projects !== undefined) checkSheetBlocks(sheet, projects, faults);
    if (projects !== undefined || lostTasks.has(name)) continue;
    faults.add({
      rule: 'unknown-file',
      place: { file, line: 1, column: 1 },
      message: '과제의 글만 있고 과제가 없습니다.',
      expected: `tasks/${name}.yaml`,
    });
  }
  const before = faults.count;
  const strategies =
    readAlone('strategies.yaml', readStrategiesFile) ??
    noStrategies({ file: `${displayRoot}/strategies.yaml`, line: 1, column: 1 });
  if (lost.has('tasks/'))
    for (const { tasks: named } of strategies.strategies) for (const { text } of named) lostTasks.add(text);
  const { sources, targets, ...heading } =
    head ?? unknownHead({ file: `${displayRoot}/plan.yaml`, line: 1, column: 1 });
  const parts = { sectors: sectors ?? [], sources, targets, years: yearsOf(tasks.values(), heading.year) };
  const ownSlots = programmeSlots(strategies, [...tasks.values()], parts, heading.year, units, faults);
  const strategiesLost =
    unread.has('strategies.yaml') || (files.has('strategies.yaml') && faults.count > before);
  const programme = programmeOf(strategies, tasks, sheets, lostTasks, strategiesLost, parts, faults);
  const shownSlots = [
    ...ownSlots,
    ...sharedSlots(programme, ownSlots, strategies.rounding, overProgramme.length > 0, heading.year),
  ];
  const slots = [...shownSlots, ...subtaskSlots(programme, shownSlots)];
  for (const one of overProgramme) {
    const lost = lostTasks.size > 0 || strategiesLost || unread.has('categories.yaml');
    const draft = programmeTable(
      one,
      { programme, slots, year: heading.year, office: heading.office, labels, units, lost },
      faults,
    );
    if (draft === undefined) lostTables.add(one.name);
    else tables.set(one.name, draft);
  }

  const free = readAlone('statistics/figures.yaml', readFiguresFile);
  const references: References = {
    tables,
    figures: new Set((free ?? []).map(({ key }) => key.text).filter(isId)),
    programme: new Set(slots.map(({ address }) => address)),
    programmeLost: lostTasks.size > 0 || unread.has('strategies.yaml'),
    lostTables,
    figuresLost: free === undefined && files.has('statistics/figures.yaml'),
  };
  const figures = [
    ...[...tables.values()].flatMap((draft) => tableFigures(draft, references, units, faults)),
    ...freeFigures(free ?? [], references, units, faults),
    ...programmeFigures(slots, references, faults),
  ];

  if (reachesFigures(editions) && faults.count === 0) {
    const original = readPlan(folder, { shared }).value?.figures ?? [];
    refuseChangedFigures(displayRoot, original, figures, editions, faults);
  }

  const tableIds = new Set([...tables.keys(), ...lostTables]);
  const notes = readAlone('notes.yaml', readNotesFile);
  const names = readAlone('names.yaml', readNamesFile);
  const charts = read('charts.yaml', (root) => readChartsFile(root, tableIds, faults));
  const images = read('images.yaml', (root) => readImagesFile(root, displayRoot, folder.images, faults));
  const diagrams = readAlone('diagrams.yaml', readDiagramsFile);
  const swot = readAlone('swot.yaml', readSwotFile);
  const schedule = read('schedule.yaml', (root) =>
    readScheduleFile(root, programme, head ?? { year: 2000 }, faults, lostTasks.size > 0 || strategiesLost),
  );
  const vision = readAlone('vision.yaml', readVisionFile);
  const keyFigures = readAlone('key-figures.yaml', readKeyFiguresFile);
  const outreach = readAlone('outreach.yaml', readOutreachFile);
  const cover = readAlone('cover.yaml', readCoverFile);
  const contents = readAlone('contents.yaml', readContentsFile);
  const colophon = readAlone('colophon.yaml', readColophonFile);
  const budgetCodes = read('budget-codes.yaml', (root) => readBudgetCodesFile(root, programme, faults));
  const dispositions = readAlone('dispositions.yaml', readDispositionsFile);
  const questions = readAlone('corrections.yaml', readCorrectionsFile);
  const narratives = new Map(sorted.narratives.map(narrative));
  if (frame !== undefined) tellUnusedSpecs(frame, charts, faults);

  refuseSameNames(tasks.values(), faults);
  const diagnostics = faults.sorted();
  // Without plan.yaml there is nothing to tell the plan by; what it would say is made up, and nothing is published.
  if (head === undefined && !files.has('plan.yaml')) return { value: undefined, diagnostics };
  const plan: Plan = {
    ...heading,
    ...defined({ labels }),
    tables: new Map([...tables].map(([id, { table }]) => [id, table])),
    figures,
    notes: notes ?? new Map(),
    names: names ?? new Map(),
    charts: charts ?? new Map(),
    ...defined({ images, diagrams, swot }),
    programme,
    ...defined({ vision, schedule, outreach, keyFigures, cover, contents, colophon, budgetCodes }),
    narratives,
    ...defined({ frame, dispositions, questions }),
    editions,
    goneOut: new Set(publishedEditions(folder.files.keys())),
    ...(unread.size === 0 ? {} : { unread }),
  };
  return { value: plan, diagnostics };
}

/** Korean letters that are stored in pieces, as macOS does in names, are put together (Unicode UAX #15, NFC). */
function composed(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...files].map(([name, text]) => [name.normalize('NFC'), text.normalize('NFC')]));
}

/** Runs the reader; when the program fails in it, the error names the file. */
function inFile<T>(file: string, reader: (file: string) => T): T {
  try {
    return reader(file);
  } catch (error) {
    throw new Error(file, { cause: error });
  }
}
