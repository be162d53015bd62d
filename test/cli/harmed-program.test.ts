// A program whose font was cut -> doctor and build name the file and print nothing with it.
import { appendFile, cp, mkdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { PROGRAM_FOLDER } from '../../src/files.ts';
import { emptyFolder, runProgram } from './run-iljari.ts';

it('a cut font is told by doctor and build, with the file and what to do', async () => {
  const program = path.join(await emptyFolder(), 'program');
  await mkdir(program);
  for (const part of ['dist', 'fonts', 'templates', 'package.json'])
    await cp(path.join(PROGRAM_FOLDER, part), path.join(program, part), { recursive: true });
  await symlink(path.join(PROGRAM_FOLDER, 'node_modules'), path.join(program, 'node_modules'));
  await truncate(path.join(program, 'fonts/Pretendard-Bold.ttf'), 5000);
  const folder = await emptyFolder();
  await cp(path.join(PROGRAM_FOLDER, 'templates/new-plan'), path.join(folder, 'plan'), { recursive: true });
  // And the print shop's profile is no profile.
  await appendFile(path.join(folder, 'plan/plan.yaml'), 'press: { profile: shop.icc }\n');
  await writeFile(path.join(folder, 'plan/shop.icc'), 'cut');
  await writeFile(path.join(folder, 'plan/plan.yaml.orig'), '');
  const cli = path.join(program, 'dist/cli.js');

  const doctor = await runProgram(cli, ['doctor', 'plan'], { folder });
  expect(doctor.code).toBe(3);
  expect(doctor.stdout).toMatch(/문제 {2}글꼴: 1개가 /);
  expect(doctor.stdout).toContain('fonts/Pretendard-Bold.ttf');
  expect(doctor.stdout).toContain('harmed-file');
  expect(doctor.stdout).toMatch(
    /문제 {2}인쇄용 색 프로파일: .*\n +plan\/plan\.yaml:\d+:\d+ {2}오류 press-profile /,
  );
  expect(doctor.stdout).toMatch(
    /정상 {2}읽지 않는 파일: 1가지\n +plan\/plan\.yaml\.orig:1:1 {2}주의 backup-file /,
  );
  expect(doctor.stdout).not.toContain('문제  계획');
  expect(doctor.stderr).toBe('');

  const built = await runProgram(cli, ['build', 'plan', '--only', 'pdf'], { folder });
  expect(built.code).toBe(3);
  expect(built.stderr).toMatch(/Pretendard-Bold\.ttf:1:1 {2}오류 harmed-file .*5,000바이트/);
  await expect(readFile(path.join(folder, 'output/plan/plan.pdf'))).rejects.toThrow('ENOENT');
}, 60_000);
