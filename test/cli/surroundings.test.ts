// A full disk behind a pipe, a folder that is gone, few open files -> plain words and exit code 3, or the same as ever.
import { spawnSync } from 'node:child_process';
import { copyFile, cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROGRAM_FOLDER } from '../../src/files.ts';
import { someOf } from '../whole.ts';
import { emptyFolder } from './run-iljari.ts';

const PROGRAM = path.join(PROGRAM_FOLDER, 'dist/cli.js');
const SMALL = fileURLToPath(new URL('../plans/small', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await emptyFolder();
  await cp(SMALL, path.join(folder, 'plan'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs words of the shell in which `iljari` stands for the program. */
function shell(words: string) {
  const script = words.replace('iljari', '"$0" "$1"');
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script, process.execPath, PROGRAM], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stderr).not.toMatch(/내부의 오류|^\s+at /m);
  return { code: status, stdout, stderr };
}

describe.skipIf(process.platform !== 'linux')('the program', () => {
  it('says when what it prints does not arrive', () => {
    const { code, stderr } = shell('iljari check plan --json > /dev/full');
    expect(code).toBe(3);
    expect(stderr).toContain('(ENOSPC)');
    expect(shell('iljari check plan 2> /dev/full').code).toBe(3);
  });

  it('says when the folder it is run in is gone', () => {
    const { code, stderr } = shell('mkdir gone && cd gone && rmdir ../gone && iljari check');
    expect(code).toBe(3);
    expect(stderr).toMatch(/^지금 있는 폴더가 지워졌거나/);
  });

  it('says when files may not grow so large', () => {
    const large = shell('ulimit -f 2; iljari build plan --only xlsx');
    expect(large.stderr).toMatch(/크기보다 커졌습니다.*\(EFBIG\)/);
    expect(large.code).toBe(3);
  });

  // Where the limit is met: as the program loads, as it reads; others by `measure:lists`.
  it.each(someOf([20, 28, 46], 2))('says when no more than %d files may be open', (files) => {
    const { code, stderr, stdout } = shell(`ulimit -n ${files}; iljari check plan`);
    expect(stderr).toMatch(/^한꺼번에 열 수 있는 파일 수를 넘었습니다\./);
    expect(stdout).toBe('');
    expect(code).toBe(3);
  });

  const versions: readonly [string, number][] = [
    ['18.20.8', 3],
    ['20.14.0', 3],
    ['20.15.0', 0],
    ['21.7.3', 3],
    ['22.1.0', 3],
    ['22.2.0', 0],
    ['24.0.0', 0],
  ];
  it.each(someOf(versions, 3))('says where it does not run: Node.js %s', (node, code) => {
    const told = `{ ...process.versions, node: '${node}' }`;
    const other = `data:text/javascript,Object.defineProperty(process, 'versions', { value: ${told} })`;
    const ended = spawnSync(process.execPath, ['--import', other, PROGRAM, 'doctor', '--help'], {
      encoding: 'utf8',
    });
    expect(ended.status).toBe(code);
    if (code !== 0) expect(ended.stderr).toMatch(/에서는 쓸 수 없습니다\. Node\.js 20\.15 이상/);
  });

  it.each([
    [1_200_000, 'check plan', 1_500_000],
    [2_000_000, 'build plan', 3_000_000],
  ])('says when no more than %d kilobytes may be addressed: %s', (kilobytes, command, needed) => {
    const { code, stderr, stdout } = shell(`ulimit -v ${kilobytes}; iljari ${command}`);
    expect(stderr).toBe(
      `쓸 수 있는 기억장치의 제한(ulimit -v)이 ${kilobytes}킬로바이트라 시작하지 않았습니다. ${needed} 이상으로 늘리거나 없애고(ulimit -v unlimited) 다시 실행하십시오. 아무것도 바꾸지 않았습니다.\n`,
    );
    expect([code, stdout]).toEqual([3, '']);
  });

  it('says when the engine has no memory left', () => {
    const little = spawnSync(process.execPath, ['--max-old-space-size=16', PROGRAM, 'build', 'plan'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(little.stderr).toMatch(/^기억장치가 모자랍니다\./);
    expect(little.stderr + little.stdout).not.toMatch(/FATAL|Last few GCs/);
    expect(little.status).toBe(3);
  });

  it('reads many files where few may be open at a time', async () => {
    const table = path.join(folder, 'plan/statistics/people.yaml');
    await mkdir(path.join(folder, 'many/statistics'), { recursive: true });
    await copyFile(path.join(folder, 'plan/plan.yaml'), path.join(folder, 'many/plan.yaml'));
    for (let at = 0; at < 150; at++) await copyFile(table, path.join(folder, `many/statistics/t${at}.yaml`));
    const { stderr } = shell('ulimit -n 120; iljari check many');
    expect(stderr).not.toContain('EMFILE');
    expect(stderr.match(/오류 file-name/g)).toHaveLength(150);
  });
});
