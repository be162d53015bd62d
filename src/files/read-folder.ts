// A folder that may come from anywhere -> the files in it that fit, within its bounds and ours.
import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { korean } from '../diagnostic/particle.ts';
import { type Diagnostic, fileFault } from '../diagnostic.ts';
import { isOfMac, keptBeside } from './kept-beside.ts';
import { codeOf, displayPath } from './place.ts';
import { shortageOf, unreadableWords } from './shortage.ts';

export interface FolderContent {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Names of files that are there and could not be read, each told; of folders, with a slash behind. */
  readonly lost: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

const MB = 1024 * 1024;
/**
 * The most that is read, in bytes of one file by its ending: about ten times what the largest real plan has, and what is
 * parsed in seconds. Refused before the file is opened.
 */
const MOST_BYTES: Readonly<Record<string, number>> = {
  '.yaml': 1 * MB,
  '.hbs': MB / 4,
  '.json': 1 * MB,
  '.md': 1 * MB,
};
/** Of what says that an edition has gone out, which holds all that was printed of it; and what it is called. */
export const MOST_RECORD_BYTES = 8 * MB;
const RECORD = /^published\/\d+\.json$/;
/** Of all that is typed together, in bytes: forty times the largest real plan, and what the memory of any computer holds when parsed. */
const MOST_TYPED = 8 * MB;
/** Of images, one by one and together: a page at 300 dpi without loss, and as many photographs as a publication has. */
const MOST_IMAGE_BYTES = 16 * MB;
const MOST_IMAGES = 128 * MB;
const IMAGE = /\.(png|jpe?g)$/;
/** Of files that the program brings along. */
const MOST_OTHER_BYTES = 64 * MB;
/** Systems let a process have only so many files open (256 on some), and several folders are read at once. */
const MOST_AT_ONCE = 16;
const MOST_FILES = 2000;
const MOST_FOLDERS_DEEP = 8;

/** Names that Windows keeps for devices, whatever the ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** What no name on Windows may hold, or end with. */
const IMPOSSIBLE = /["*:<>?|\\]|[. ]$/;

/**
 * The files below a folder whose names fit, keyed by their path in it with forward slashes, in code-unit order. `except` are
 * folders in it to leave out, `folders` those that no file may stand for. Nothing outside the folder is read, whatever links lead there. What looks as if it were meant to be
 * read and is not is named. Rules: `unreadable-file`, `link-outside`, `linked-folder`, `file-ending`, `file-too-large`,
 * `too-many-files`, `same-file-name`, `reserved-file-name`, `backup-file`. Names are composed (Unicode UAX #15, NFC), however the disk has them.
 */
export async function readFolder(
  root: string,
  working: string,
  fits: RegExp,
  {
    except = [],
    folders: expected = [],
  }: { readonly except?: readonly string[]; readonly folders?: readonly string[] } = {},
): Promise<FolderContent> {
  const diagnostics: Diagnostic[] = [];
  const refuse = (name: string, rule: string, message: string, expected: string) =>
    diagnostics.push(fileFault(rule, displayPath(path.join(root, name), working), message, expected));
  const unreadable = (name: string, error: unknown) => {
    const code = codeOf(error);
    refuse(name, 'unreadable-file', unreadableWords(code), shortageOf(code)?.expected ?? '읽을 수 있는 파일');
  };

  // Links may lead round and round.
  const refuseLink = (name: string) =>
    refuse(
      name,
      'linked-folder',
      '다른 폴더를 가리키는 링크라 그 안의 파일을 읽지 않습니다.',
      '링크가 아닌 폴더',
    );
  const names: string[] = [];
  const folders: string[] = [];
  const backups: { readonly name: string; readonly original: string }[] = [];
  const walk = async (folder: string, depth: number): Promise<void> => {
    let entries: Dirent[];
    try {
      entries = await readdir(path.join(root, folder), { withFileTypes: true });
    } catch (error) {
      unreadable(folder, error);
      return;
    }
    const beside = new Set(entries.map((entry) => entry.name.normalize('NFC')));
    for (const entry of entries) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const original = entry.isDirectory() ? undefined : keptBeside(entry.name, beside, fits);
      if (original !== undefined && !except.includes(name)) backups.push({ name, original });
      if (original !== undefined || entry.name.startsWith('.') || except.includes(name)) continue;
      if (entry.isDirectory() && path.extname(entry.name) !== '' && fits.test(entry.name)) {
        folders.push(name.normalize('NFC'));
        refuse(
          name,
          'unreadable-file',
          '파일이 있을 자리에 폴더가 있습니다.',
          '그 이름의 파일, 또는 다른 이름의 폴더',
        );
      } else if (expected.includes(name) && !entry.isDirectory()) {
        folders.push(`${name}/`);
        const linked = entry.isSymbolicLink() && (await isFolder(path.join(root, name)));
        if (linked) refuseLink(name);
        else refuse(name, 'unreadable-file', '폴더가 있을 자리에 파일이 있습니다.', '그 이름의 폴더');
      } else if (entry.isDirectory()) {
        if (depth < MOST_FOLDERS_DEEP) await walk(name, depth + 1);
        else
          refuse(name, 'too-many-files', '폴더가 지나치게 깊습니다.', `${MOST_FOLDERS_DEEP}단계까지의 폴더`);
      } else if (fits.test(entry.name)) names.push(name);
      else if (entry.isSymbolicLink() && (await isFolder(path.join(root, name)))) refuseLink(name);
      else if (fits.test(withRightEnding(entry.name)))
        refuse(
          name,
          'file-ending',
          '이름의 끝이 달라 읽지 않는 파일입니다.',
          korean`이름을 ${withRightEnding(entry.name)}(으)로 바꾸거나 다른 곳으로 옮김`,
        );
    }
  };
  await walk('', 0);
  backups.sort((a, b) => byCodeUnit(a.name, b.name));
  const ofMac = backups.filter(({ name }) => isOfMac(path.basename(name)));
  for (const { name, original } of backups) {
    if (isOfMac(path.basename(name)) && name !== ofMac[0]?.name) continue;
    const others =
      name === ofMac[0]?.name && ofMac.length > 1
        ? ` 맥이 곁에 둔 이런 파일이 모두 ${ofMac.length}개입니다.`
        : '';
    diagnostics.push({
      ...fileFault(
        'backup-file',
        displayPath(path.join(root, name), working),
        `${original}의 백업이나 사본, 또는 그 파일을 연 프로그램이 남긴 것으로 보여 읽지 않습니다.${others}`,
        '쓸 내용이면 본래 파일에 옮겨 적고, 아니면 계획 폴더 밖으로 옮기거나 지움',
      ),
      severity: 'warning',
    });
  }
  names.sort(byCodeUnit);
  if (names.length > MOST_FILES) {
    refuse('', 'too-many-files', `파일이 ${names.length}개나 있습니다.`, `${MOST_FILES}개까지의 파일`);
    names.length = 0;
  }
  refuseAlike(names, refuse);

  const home = await realpath(root).catch(() => root);
  let typed = 0;
  let images = 0;
  const read = await inTurn(names, async (name): Promise<readonly [string, Uint8Array] | undefined> => {
    const file = path.join(root, name);
    try {
      if ((await lstat(file)).isSymbolicLink() && !isInside(home, await realpath(file))) {
        refuse(name, 'link-outside', '폴더 밖을 가리키는 링크입니다.', '이 폴더 안에 있는 파일');
        return undefined;
      }
      const { size, ...kind } = await kindOf(file);
      if (!kind.regular) {
        refuse(name, 'unreadable-file', '보통 파일이 아닙니다.', '읽을 수 있는 파일');
        return undefined;
      }
      const most = RECORD.test(name)
        ? MOST_RECORD_BYTES
        : IMAGE.test(name)
          ? MOST_IMAGE_BYTES
          : (MOST_BYTES[path.extname(name)] ?? MOST_OTHER_BYTES);
      if (size > most) {
        refuse(
          name,
          'file-too-large',
          `파일이 너무 큽니다 (${(size / MB).toFixed(1)} MB).`,
          `${most / MB} MB까지의 파일. ${IMAGE.test(name) ? '크기를 줄여 저장합니다' : '나누어 적습니다'}`,
        );
        return undefined;
      }
      if (!RECORD.test(name) && Object.hasOwn(MOST_BYTES, path.extname(name))) typed += size;
      if (IMAGE.test(name)) images += size;
      return typed > MOST_TYPED || images > MOST_IMAGES
        ? undefined
        : [name.normalize('NFC'), await readFile(file)];
    } catch (error) {
      unreadable(name, error);
      return undefined;
    }
  });
  if (typed > MOST_TYPED)
    refuse(
      '',
      'file-too-large',
      '글과 자료의 파일이 모두 합쳐 너무 큽니다.',
      `모두 ${MOST_TYPED / MB} MB까지의 파일`,
    );
  if (images > MOST_IMAGES)
    refuse(
      '',
      'file-too-large',
      '이미지 파일이 모두 합쳐 너무 큽니다.',
      `모두 ${MOST_IMAGES / MB} MB까지의 파일`,
    );
  const files = new Map(read.filter((entry) => entry !== undefined));
  const lost = names.map((name) => name.normalize('NFC')).filter((name) => !files.has(name));
  return { files, lost: [...folders, ...lost], diagnostics };
}

/** The results in the order of the names. */
async function inTurn<T>(
  names: readonly string[],
  work: (name: string) => Promise<T>,
): Promise<readonly T[]> {
  const results = new Map<string, T>();
  const left = names.values();
  const take = async () => {
    for (const name of left) results.set(name, await work(name));
  };
  await Promise.all(Array.from({ length: MOST_AT_ONCE }, take));
  return [...results].sort(([a], [b]) => byCodeUnit(a, b)).map(([, result]) => result);
}

async function isFolder(file: string): Promise<boolean> {
  return stat(file).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}

/** The name as it was meant: `Notes.YML` and `Notes.yaml.txt`, which Notepad makes of it, are `Notes.yaml`. */
function withRightEnding(name: string): string {
  const meant = name.replace(/(\.[a-z]+)\.txt$/i, '$1');
  const ending = path.extname(meant);
  const right = ending.toLowerCase() === '.yml' ? '.yaml' : ending.toLowerCase();
  return meant.slice(0, meant.length - ending.length) + right;
}

async function kindOf(file: string): Promise<{ readonly size: number; readonly regular: boolean }> {
  const found = await stat(file);
  return { size: found.size, regular: found.isFile() };
}

/** Refuses names that cannot stand in one folder, or at all, on Windows. */
function refuseAlike(
  names: readonly string[],
  refuse: (name: string, rule: string, message: string, expected: string) => void,
): void {
  const first = new Map<string, string>();
  for (const name of names) {
    const alike = name.normalize('NFC').toLowerCase();
    const before = first.get(alike);
    if (before === undefined) first.set(alike, name);
    else
      refuse(
        name,
        'same-file-name',
        before.normalize('NFC') === name.normalize('NFC')
          ? `이름이 ‘${before}’인 파일과 같은 글자를 다르게 저장한 이름입니다(NFC, NFD). 한 파일로 읽힙니다.`
          : korean`‘${before}’와(과) 대소문자만 다른 이름입니다. Windows에서는 같은 파일이 됩니다.`,
        '서로 다른 이름',
      );
    const parts = name.split('/');
    if (parts.some((part) => IMPOSSIBLE.test(part)))
      refuse(
        name,
        'reserved-file-name',
        '다른 컴퓨터(Windows)에서 쓸 수 없는 이름입니다.',
        '" * : < > ? | \\가 들지 않고, 점이나 빈칸으로 끝나지 않는 이름',
      );
    if (parts.some((part) => RESERVED.test(part)))
      refuse(
        name,
        'reserved-file-name',
        'Windows가 장치 이름으로 쓰는 이름이라 다른 컴퓨터에서 열 수 없습니다.',
        'con, prn, aux, nul, com1, lpt1 같은 이름이 아닌 이름',
      );
  }
}

function isInside(home: string, file: string): boolean {
  const relative = path.relative(home, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
