// A text that names a project which the edition ended -> a finding that people decide on, and that keeps the publication back until they do.
import { expect, it } from 'vitest';
import { isOpenError } from '../../src/check/disposed.ts';
import { findingKey } from '../../src/check/finding.ts';
import { build } from '../../src/commands/build.ts';
import { revisedSources } from './revised-plan.ts';

const EDITION = `number: 1
title: 제1회 추가경정예산
kind: 추경
date: 2023-05-12
published: true
reason: 사업 종료
changes:
  - { end: tasks/startup/projects/room }
`;
const SUBJECT = 'tasks/startup/projects/room in narrative/summary.hbs';
const WHO = 'edition: 1, by: 담당, date: 2023-05-12, reason: 지난 일을 말함';

/** What is told of the edition, beside the check and by it. */
async function toldOf(name: string, decisions = '') {
  const files = new Map([['editions/1.yaml', EDITION]]);
  const summary = revisedSources(files).plan.files.get('narrative/summary.hbs') ?? '';
  files.set('narrative/summary.hbs', `${summary}○ ${name}은 지난해에 열었음\n○ ${name}에 모두 모였음\n`);
  if (decisions !== '') files.set('dispositions.yaml', `findings:\n${decisions}`);
  const { diagnostics, findings } = await build(revisedSources(files), []);
  // The sheet of its task speaks of it in any case.
  const own = findings.filter((one) => findingKey(one).endsWith(`ended-project-named ${SUBJECT}`));
  return { beside: diagnostics.map(({ rule }) => rule), own };
}

it('is one finding a file, which stops a publication until it is decided', async () => {
  const { beside, own } = await toldOf('창업 공간');
  expect(beside).toEqual([]);
  expect(own.map((one) => [findingKey(one), one.related.length, isOpenError(one)])).toEqual([
    [`ended-project-named ${SUBJECT}`, 1, true],
  ]);
  const [finding] = own;
  if (finding === undefined) throw new Error('nothing was found');
  const values = [finding.message, ...finding.related.map(({ note }) => note)];
  const decided = await toldOf(
    '창업 공간',
    `  - { finding: ${findingKey(finding)}, decision: keep, values: ${JSON.stringify(values)}, ${WHO} }\n`,
  );
  expect(decided.own.map((one) => [one.rule, isOpenError(one)])).toEqual([['ended-project-named', false]]);
  expect((await toldOf('다른 공간')).own).toEqual([]);
});
