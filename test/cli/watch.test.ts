// A plan that is watched and edited -> its files anew at each change, as a build makes them; a wrong file is told and changes nothing.
import { spawn } from 'node:child_process';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { contentsOf, emptyFolder, runHere } from './run-iljari.ts';
import { writeSmallPlan } from './write-small-plan.ts';

const PROGRAM = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

it('makes all files anew at each save, keeps the last good ones, and says what changed in a line', async () => {
  const folder = await emptyFolder();
  const plan = path.join(folder, 'plan');
  await writeSmallPlan(plan);
  const child = spawn(process.execPath, [PROGRAM, 'watch', 'plan'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
    const lines = child.stdout.setEncoding('utf8')[Symbol.asyncIterator]() as AsyncIterator<string>;
    let rest = '';
    const next = async (): Promise<string> => {
      while (!rest.includes('\n')) rest += (await lines.next()).value ?? '\n';
      const end = rest.indexOf('\n');
      const line = rest.slice(0, end);
      rest = rest.slice(end + 1);
      return line.replaceAll(/\d+\.\d초/g, 'n초').replace(/ \(확인사항.*/, '');
    };
    const output = path.join(folder, 'output/small');
    expect(await next()).toBe('지켜봅니다: plan (끝내려면 Ctrl+C)');
    expect(await next()).toBe('처음 → plan.pdf n초, 모두 n초');

    const file = path.join(plan, 'plan.yaml');
    const text = await readFile(file, 'utf8');
    /** At once, so that nobody reads a half of it. */
    const save = async (words: string) => {
      await writeFile(path.join(folder, 'saved'), words);
      await rename(path.join(folder, 'saved'), file);
    };
    const first = await contentsOf(output);
    await save('title: [\n');
    expect(await next()).toBe('plan.yaml → 오류 1건. 전에 만든 파일은 그대로 있습니다.');
    expect(told).toContain('plan/plan.yaml:2:1  오류 yaml-syntax');
    expect(await contentsOf(output)).toEqual(first);

    await save(text.replace(/^issuer: .*$/m, 'issuer: 새빛구'));
    expect(await next()).toBe('plan.yaml → plan.pdf n초, 모두 n초');
    const cold = await runHere(['build', 'plan', '--out', 'cold'], { folder });
    expect(cold.code).toBe(0);
    const made = await contentsOf(output);
    expect(made).toEqual(await contentsOf(path.join(folder, 'cold')));
    expect(made.get('plan.pdf')).not.toBe(first.get('plan.pdf'));
  } finally {
    child.kill();
    await rm(folder, { recursive: true, force: true });
  }
}, 120_000);
