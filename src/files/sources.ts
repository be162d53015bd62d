// A plan's name -> its folder, and everything that a build reads, in memory.
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { SCHEMA_FOLDER } from '../commands/schema-mark.ts';
import type { Kept, SourceFolder, Sources } from '../commands/sources.ts';
import { korean } from '../diagnostic/particle.ts';
import { type Diagnostic, fileFault, hasErrors, type Outcome } from '../diagnostic.ts';
import { decodeAll } from './decode.ts';
import { displayPath, spellingsOf } from './place.ts';
import { type FolderContent, readFolder } from './read-folder.ts';
import { lookIn, recoverIn } from './recover.ts';
import { versionIn } from './version.ts';

const TEXT_FILE = /\.(yaml|hbs|md|json)$/;
const FONT_FILE = /\.ttf$/;
const PROFILE_FILE = /\.icc$/i;
const IMAGE_FILE = /\.(png|jpe?g)$/;
/** Of the plan: its images, and the file that says what they are; without that none is read. */
const IMAGES = 'images';
const IMAGES_FILE = 'images.yaml';
/** Folders that a plan may have. */
const PLAN_FOLDERS = [
  ...['statistics', 'tasks', 'narrative', 'editions', 'partials', 'charts', 'published'],
  ...[IMAGES, SCHEMA_FOLDER],
];
/** The pattern of a new plan, in templates/; no build reads it. */
const NEW_PLAN = 'new-plan';
/** What people read about the program, in templates/. */
const HELP = 'help';

export interface Folders {
  readonly working: string;
  readonly program: string;
}

/**
 * Finds the plan's folder: the path itself, else a name under `data/` of the working folder, else one under the
 * program's `data/`. A folder that does not exist, or is a file, is `missing-file`. A plan is never read half
 * written: what this machine was interrupted at in any of them is put right first by a command that writes, and told; one that reads
 * changes nothing, and is given no value.
 */
export async function findPlan(
  plan: string,
  folders: Folders,
  manner: 'read' | 'write' = 'read',
): Promise<Outcome<string>> {
  const candidates = candidatesOf(plan, folders);
  const recovered: Diagnostic[] = [];
  for (const candidate of candidates) {
    const look = manner === 'read' ? lookIn : recoverIn;
    recovered.push(...(await look(candidate, folders.working)));
    if (hasErrors(recovered)) return { value: undefined, diagnostics: recovered };
    // A folder of another kind that happens to have the plan's name (output/…, a checkout) is passed over.
    if (await isPlan(candidate)) return { value: candidate, diagnostics: recovered };
  }
  const existing = [];
  for (const candidate of candidates) if ((await kindOf(candidate)) === 'folder') existing.push(candidate);
  const message =
    existing[0] === undefined
      ? korean`계획 폴더 '${plan}'이(가) 없습니다.`
      : '계획 폴더에 plan.yaml이 없습니다.';
  const place = existing[0] === undefined ? plan : path.join(existing[0], 'plan.yaml');
  return {
    value: undefined,
    diagnostics: [
      ...recovered,
      fileFault(
        'missing-file',
        displayPath(place, folders.working),
        message,
        'plan.yaml이 들어 있는 폴더 경로나 data/ 아래의 폴더 이름',
      ),
    ],
  };
}

function candidatesOf(plan: string, { working, program }: Folders): readonly string[] {
  return [
    path.resolve(working, plan),
    path.resolve(working, 'data', plan),
    path.resolve(program, 'data', plan),
  ].flatMap(spellingsOf);
}

/** Whether a plan's folder has a file of this name. */
export function planHolds(folder: string, name: string): Promise<boolean> {
  return stat(path.join(folder, name)).then(
    (entry) => entry.isFile(),
    () => false,
  );
}

/** The program's fonts by file name. */
export async function readFonts({
  program,
  working,
}: Folders): Promise<Outcome<ReadonlyMap<string, Uint8Array>>> {
  const { files, diagnostics } = await readFolder(path.join(program, 'fonts'), working, FONT_FILE);
  return { value: files, diagnostics };
}

/**
 * Reads everything one build needs. Fonts are left out where no PDF is to be made, ICC profiles where nothing is printed. `kept` is for
 * who reads again, and so are fonts that were read before.
 */
export async function readSources(
  planFolder: string,
  folders: Folders,
  options: {
    readonly fonts: boolean | ReadonlyMap<string, Uint8Array>;
    readonly profiles?: boolean;
    readonly kept?: Kept;
  },
): Promise<Outcome<Sources>> {
  const templateFolder = path.join(folders.program, 'templates');
  const none: FolderContent = { files: new Map(), lost: [], diagnostics: [] };
  const profilesIn = (folder: string) =>
    options.profiles === true ? readFolder(folder, folders.working, PROFILE_FILE) : none;
  const [plan, templates, fonts, ownProfiles, planProfiles, program] = await Promise.all([
    readFolder(planFolder, folders.working, TEXT_FILE, { except: [SCHEMA_FOLDER], folders: PLAN_FOLDERS }),
    readTemplates(templateFolder, folders.working),
    fontsFor(options.fonts, folders),
    profilesIn(path.join(templateFolder, 'press')),
    profilesIn(planFolder),
    // Damaged, it is no hindrance here.
    versionIn(folders.program).catch(() => undefined),
  ]);
  const hasImages = plan.files.has(IMAGES_FILE) && (await kindOf(path.join(planFolder, IMAGES))) === 'folder';
  const images = hasImages
    ? await readFolder(path.join(planFolder, IMAGES), folders.working, IMAGE_FILE)
    : none;
  const planTexts = decodeAll(plan.files, displayPath(planFolder, folders.working));
  const templateTexts = decodeAll(templates.files, displayPath(templateFolder, folders.working));
  const lost = [...plan.lost, ...[...plan.files.keys()].filter((name) => !planTexts.texts.has(name))];
  const { kept } = options;
  const folderOf = (folder: string, files: ReadonlyMap<string, string>): SourceFolder => ({
    displayRoot: displayPath(folder, folders.working),
    files,
    ...(kept && { kept }),
  });
  return {
    value: {
      plan: {
        ...folderOf(planFolder, planTexts.texts),
        ...(lost.length > 0 && { lost }),
        ...(plan.files.has(IMAGES_FILE) && {
          images: new Map([...images.files].map(([name, bytes]) => [`${IMAGES}/${name}`, bytes])),
        }),
      },
      templates: folderOf(templateFolder, templateTexts.texts),
      fonts: fonts.value ?? new Map(),
      profiles: new Map([
        ...planProfiles.files,
        // Of no name that a plan's file may have.
        ...[...ownProfiles.files].map(([name, bytes]) => [`/${name}`, bytes] as const),
      ]),
      ...(program !== undefined && { program }),
    },
    diagnostics: [
      ...[plan, templates, fonts, ownProfiles, planProfiles, images],
      ...[planTexts, templateTexts],
    ].flatMap((part) => part.diagnostics),
  };
}

/** What all plans share, for who has no plan yet. */
export async function readProgramTemplates({ program, working }: Folders): Promise<Outcome<SourceFolder>> {
  const folder = path.join(program, 'templates');
  const { files, diagnostics } = await readTemplates(folder, working);
  const { texts, diagnostics: torn } = decodeAll(files, displayPath(folder, working));
  return {
    value: { displayRoot: displayPath(folder, working), files: texts },
    diagnostics: [...diagnostics, ...torn],
  };
}

function readTemplates(folder: string, working: string): Promise<FolderContent> {
  return readFolder(folder, working, TEXT_FILE, { except: [NEW_PLAN, HELP] });
}

async function fontsFor(
  asked: boolean | ReadonlyMap<string, Uint8Array>,
  folders: Folders,
): Promise<Outcome<ReadonlyMap<string, Uint8Array>>> {
  if (asked === true) return readFonts(folders);
  return { value: asked === false ? new Map() : asked, diagnostics: [] };
}

/**
 * The plans that a name stands for. Where a folder of that name is no plan and holds some, those, in the order of their names;
 * otherwise the name itself.
 */
export async function plansOf(name: string, folders: Folders): Promise<readonly string[]> {
  for (const candidate of candidatesOf(name, folders)) if (await isPlan(candidate)) return [name];
  const inner: string[] = [];
  // An empty name, as a variable of a shell that is not set, is no folder.
  if (name === '') return [name];
  for (const folder of spellingsOf(path.resolve(folders.working, name)))
    for (const entry of await readdir(folder).catch(() => []))
      if (!entry.startsWith('.') && (await isPlan(path.join(folder, entry))))
        inner.push(path.join(name, entry));
  return inner.length === 0 ? [name] : [...new Set(inner)].sort();
}

/** The folders of all plans that are here: the working folder, those in it and in its `data/`, the program's own; each once. */
export async function plansHere({ working, program }: Folders): Promise<readonly string[]> {
  const found = new Map<string, string>();
  for (const root of [working, path.join(working, 'data'), path.join(program, 'data')]) {
    const inner = (await readdir(root).catch((): string[] => [])).filter((name) => !name.startsWith('.'));
    for (const folder of [root, ...inner.sort().map((name) => path.join(root, name))])
      if (await isPlan(folder)) found.set(await realpath(folder), folder);
  }
  return [...found.values()];
}

/** Reads the files that a new plan begins with. */
export async function readNewPlan(folders: Folders): Promise<Outcome<ReadonlyMap<string, Uint8Array>>> {
  const root = path.join(folders.program, 'templates', NEW_PLAN);
  const { files, diagnostics } = await readFolder(root, folders.working, TEXT_FILE);
  return { value: files, diagnostics };
}

async function isPlan(folder: string): Promise<boolean> {
  return (await kindOf(path.join(folder, 'plan.yaml'))) === 'file';
}

async function kindOf(file: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(file)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}
