// `iljari adopt` -> a folder that builds, or nothing at all.
import { appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder, runHere } from './run-iljari.ts';

const SOURCE = path.resolve(import.meta.dirname, '../adopt/coastal-county.md');

test('a document becomes a plan that builds without a word of an error, and nothing that is there is written over', async () => {
  const folder = await emptyFolder();
  const run = (...args: readonly string[]) => runHere(args, { folder });
  try {
    const made = await run('adopt', SOURCE, 'coast');
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toContain('만든 문서에 없는 글: 0개\n');
    expect(made.stdout).toContain('확인할 것 4가지: coast/adopt.xlsx\n');
    const built = await run('build', 'coast', '--only', 'pdf');
    expect(built.code).toBe(0);
    expect(built.stderr).not.toContain('오류');

    const open = async (plan: string) => {
      const { code, stdout } = await run('check', plan, '--rule', 'open-question', '--json');
      return [code, stdout.match(/"open-question"/g)?.length ?? 0];
    };
    expect(await open('coast')).toEqual([1, 4]);
    const inPlace = () => run('adopt', SOURCE, 'coast', '--answers', 'coast/adopt.xlsx');
    expect(await inPlace()).toMatchObject({ code: 0, stderr: '' });
    expect(await open('coast')).toEqual([0, 0]);
    expect(await inPlace()).toMatchObject({ code: 0, stderr: '' });
    const edited = path.join(folder, 'coast/plan.yaml');
    await appendFile(edited, '# mine\n');
    const kept = await inPlace();
    expect(kept.code).toBe(3);
    expect(kept.stderr).toContain('계획을 만든 뒤에 고친 파일이 있는 폴더라');
    expect(await readFile(edited, 'utf8')).toContain('# mine');

    await mkdir(path.join(folder, 'there'));
    await writeFile(path.join(folder, 'there/mine.txt'), '');
    const refused = await run('adopt', SOURCE, 'there');
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain('계획을 만들지 못했습니다. 아무것도 바꾸지 않았습니다.');
    expect(await readdir(path.join(folder, 'there'))).toEqual(['mine.txt']);
    expect((await run('adopt', 'nowhere.hwpx', 'x')).stderr).toContain('missing-file');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
