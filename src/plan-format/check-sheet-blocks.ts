// The text of a task's sheet -> what is wrong with its blocks {{#project "id"}} … {{/project}}.

import { type BlockFault, sheetParts } from '../plan/sheet-blocks.ts';
import type { Narrative } from '../plan/source-text.ts';
import { didYouMean, type Faults } from './faults.ts';

const WORDS: Readonly<Record<BlockFault['kind'], string>> = {
  unclosed: '세부사업의 글 묶음이 닫히지 않았습니다.',
  unopened: '열지 않은 세부사업의 글 묶음을 닫습니다.',
  nested: '세부사업의 글 묶음 안에서 다른 묶음을 엽니다.',
};

/** Rules: `project-block`, `unknown-id` for a block of what is no project of the task. `projects` are the ids of all that the task ever had. */
export function checkSheetBlocks(
  { file, text }: Narrative,
  projects: readonly string[],
  faults: Faults,
): void {
  const { parts, faults: found } = sheetParts(text);
  for (const { line, kind } of found)
    faults.add({
      rule: 'project-block',
      place: { file, line, column: 1 },
      message: WORDS[kind],
      expected: '저마다 한 줄로 쓴 {{#project "세부사업-id"}}와 {{/project}}',
    });
  for (const { project, line } of parts) {
    if (project === undefined || projects.includes(project)) continue;
    faults.add({
      rule: 'unknown-id',
      place: { file, line: line - 1, column: 1 },
      message: `없는 세부사업의 글 묶음입니다: ${project}`,
      expected: didYouMean(project, projects, '그 과제에 있는 세부사업의 id'),
    });
  }
}
