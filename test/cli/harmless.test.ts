// Names that could act on a terminal, in data, files, folders and arguments -> words in which they cannot.
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { addBuildCommand } from '../../src/cli/build-command.ts';
import { addCheckCommand } from '../../src/cli/check-command.ts';
import { addCompareCommand } from '../../src/cli/compare-command.ts';
import { harmless, harmlessJson, harmlessLines } from '../../src/cli/harmless.ts';
import { addImportCommand } from '../../src/cli/import-command.ts';
import { korean, usageMessage } from '../../src/cli/korean-help.ts';
import { addNewCommand } from '../../src/cli/new-command.ts';
import { say, warn } from '../../src/cli/print.ts';
import { textTable } from '../../src/cli/text-table.ts';
import { widthOf } from '../../src/sheet/text-size.ts';
import { PLANS } from '../plan-format/plan-folders.ts';
import { withCells } from '../revise/import-plan.ts';
import { CASES } from '../revise/revised-plan.ts';
import { emptyFolder } from './run-iljari.ts';

/** Clears the screen, turns the text around, is a line end to some. */
const BAD = '\u001b[2J\u202e\u0085';
/** Windows has no such names. */
const BAD_NAME = process.platform === 'win32' ? '\u202e' : '\u001b[2J\u202e';
/** As bad, and yet what data can hold: controls are refused there. */
const TURNING = '\u202e\u2028';
const PLAN = `plan${BAD_NAME}`;
const WRITABLE = `other${BAD_NAME}`;
const HARMFUL = /[^\P{C}\n\t]|[\u2028\u2029]/u;

describe('harmless', () => {
  it('shows what it takes the power from, and leaves the rest', () => {
    expect(harmless(`가${BAD}\n\u2028\ud800나\u{e0001}`)).toBe(
      '가(보이지 않는 글자 U+001B)[2J(보이지 않는 글자 U+202E)(보이지 않는 글자 U+0085)(줄바꿈)(보이지 않는 글자 U+2028)(보이지 않는 글자 U+D800)나(보이지 않는 글자 U+E0001)',
    );
    expect(harmlessLines('가\t나\n\u001b다\r\n')).toBe(
      '가\t나\n(보이지 않는 글자 U+001B)다(보이지 않는 글자 U+000D)\n',
    );
  });

  it('JSON is the same JSON', () => {
    const value = { [BAD]: `가\n\u2028\ud800\u{e0001}\u007f${BAD}` };
    const json = harmlessJson(value, 2);
    expect(json).not.toMatch(HARMFUL);
    expect(JSON.parse(json)).toEqual(value);
  });

  it('columns stand below each other as they are printed', () => {
    const [, rule, row] = textTable(
      [
        ['이름', '수'],
        [`가${BAD}`, '1'],
      ],
      ['left', 'right'],
    );
    expect(row).not.toMatch(HARMFUL);
    expect(widthOf(rule ?? '')).toBe(widthOf(row ?? '?'));
  });
});

describe('what is printed', () => {
  let folder: string;
  let said = '';
  /** What of it went to stdout. */
  let printed = '';

  beforeAll(async () => {
    folder = await emptyFolder();
    for (const name of [PLAN, WRITABLE]) {
      const plan = path.join(folder, name);
      await cp(path.join(PLANS, 'revised'), plan, { recursive: true });
      const task = path.join(plan, 'tasks/startup.yaml');
      const text = await readFile(task, 'utf8');
      const quoted = harmlessJson(`창업 공간${TURNING}`);
      await writeFile(
        task,
        text.replace('name: 창업 공간', () => `name: ${quoted}`),
      );
    }
    const editions = path.join(folder, PLAN, 'editions');
    await cp(path.join(CASES, 'three-in-a-row/editions'), editions, { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  afterEach(() => vi.restoreAllMocks());

  const COMMANDS = {
    build: addBuildCommand,
    check: addCheckCommand,
    compare: addCompareCommand,
    import: addImportCommand,
    new: addNewCommand,
  } as const;

  /** What a command says in the folder, on either stream, and how it ends. */
  async function run(name: keyof typeof COMMANDS, ...args: readonly string[]): Promise<number> {
    said = '';
    printed = '';
    vi.spyOn(process, 'cwd').mockReturnValue(folder);
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation((text) => {
        said += String(text);
        if (stream === process.stdout) printed += String(text);
        return true;
      });
    let ended = -1;
    const command = korean(new Command(name));
    COMMANDS[name](command, (exit) => {
      ended = exit;
    });
    try {
      await command.parseAsync([...args], { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      warn(usageMessage(error));
      ended = 2;
    } finally {
      vi.restoreAllMocks();
    }
    expect(said).not.toMatch(HARMFUL);
    return ended;
  }

  it.each([
    ['check', ['--all'], [0, 1]],
    ['check', ['--draft'], [0, 1]],
    ['compare', ['--from', '0'], [0]],
    ['new', ['--from', PLAN], [0]],
  ] as const)('%s %j', async (name, args, exits) => {
    const subject = name === 'new' ? `next${BAD_NAME}` : PLAN;
    const ended = await run(name, subject, ...args);
    expect(exits, said).toContain(ended);
    if (name === 'compare')
      expect(said).toContain('창업 공간(보이지 않는 글자 U+202E)(보이지 않는 글자 U+2028)');
    if (name === 'new') expect(said).toContain(`다음: iljari build "${harmless(subject)}"\n`);
  });

  it('--json is JSON for any reader', async () => {
    expect([0, 1]).toContain(await run('check', PLAN, '--json'));
    expect(JSON.stringify(JSON.parse(printed))).toContain('\u202e');
  });

  it('build and import', async () => {
    const out = `out${BAD_NAME}`;
    expect(await run('build', WRITABLE, '--only', 'xlsx', '--out', out), said).toBe(0);
    expect(said).toContain(`  ${harmless(out)}/budget.xlsx\n`);
    const budget = await readFile(path.join(folder, out, 'budget.xlsx'));
    const edited = path.join(folder, `edited${BAD_NAME}.xlsx`);
    await writeFile(edited, withCells(budget, { '세부사업별(입력)!G6': 99 }));
    const named = (title: string) => ['--title', title, '--date', '2024-01-05', '--reason', TURNING];
    // An edition that could not be read back is not written.
    expect(await run('import', edited, WRITABLE, ...named(`추경${BAD}`)), said).toBe(3);
    const head = named(`추경${TURNING}`);
    expect(await run('import', edited, WRITABLE, ...head), said).toBe(0);
    expect(said).toContain('창업 공간(보이지 않는 글자 U+202E)(보이지 않는 글자 U+2028)');
    expect(said).toContain(`적었습니다: ${harmless(WRITABLE)}/editions/1.yaml\n`);
    // The same once more has nothing new to say.
    expect(await run('import', edited, WRITABLE, ...head), said).toBe(0);
    expect(said).toContain('바뀐 것이 없습니다.');
  });

  it('what is typed wrong', async () => {
    expect(await run('import', BAD, BAD)).toBe(3);
    expect(await run('import', BAD, BAD, '--title', BAD)).toBe(2);
    expect(await run('build', BAD)).toBe(3);
    expect(await run('build', `--${BAD}`)).toBe(2);
    expect(said).toContain('(보이지 않는 글자 U+001B)[2J(보이지 않는 글자 U+202E)(보이지 않는 글자 U+0085)');
    expect(await run('build', 'a', '--edition', BAD)).toBe(2);
    expect(await run('new', 'one', '--year', BAD)).toBe(2);
  });

  it('one line is one line', () => {
    let line = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      line += String(text);
      return true;
    });
    say('a\n오류 b');
    expect(line).toBe('a(줄바꿈)오류 b\n');
  });
});
