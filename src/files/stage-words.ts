// What stands in a folder of an interrupted command, or of one that is running -> what is said of it, and what to do.
import path from 'node:path';
import { type Diagnostic, fileFault, type Severity } from '../diagnostic.ts';
import type { Held } from './lock.ts';
import { displayPath } from './place.ts';
import type { Recovery } from './stage.ts';
import { type ForeignStage, STAGE } from './stage-state.ts';

/** What is said of what was put right. A foreign stage, which was not, is a warning. */
export function recovered(recovery: Recovery, folder: string, working: string): readonly Diagnostic[] {
  if (recovery === 'nothing') return [];
  if (typeof recovery === 'object') return [foreignJournal(recovery, folder, working, 'warning')];
  const message = {
    finished: '전에 끊긴 만들기를 마무리했습니다. 그때 만든 파일이 모두 제자리에 있습니다.',
    removed: '전에 끊긴 지우기를 마무리했습니다. 그때 지우려던 파일이 모두 지워졌습니다.',
    undone: '전에 끊긴 만들기를 되돌렸습니다. 그 전의 파일이 모두 제자리에 있습니다.',
  }[recovery];
  const place = { file: displayPath(folder, working), line: 1, column: 1 };
  return [{ rule: 'interrupted-build', severity: 'information', message, place }];
}

/** The fault of a folder in which not everything could be put back. */
export function notWithdrawn(folder: string, working: string): Diagnostic {
  return fileFault(
    'interrupted-build',
    displayPath(folder, working),
    '되돌리지 못한 파일이 있습니다. 폴더를 쓸 수 있게 한 뒤 iljari build를 다시 실행하면 마저 되돌립니다.',
    `${STAGE} 폴더를 그대로 둔 채 다시 실행`,
  );
}

/** The fault of a folder that a command which writes nothing was given. */
export function unfinished(folder: string, working: string): Diagnostic {
  return fileFault(
    'interrupted-build',
    displayPath(folder, working),
    '전에 끊긴 만들기가 남아 있어 새 파일과 전의 파일이 섞여 있을 수 있습니다. 읽기만 하는 명령이라 아무것도 바꾸지 않고 멈췄습니다.',
    'iljari build를 실행하면 먼저 마무리하거나 되돌립니다',
  );
}

/** A stage that this machine did not make: where it comes from, and what to do with it. */
export function foreignJournal(
  { why, mixed }: ForeignStage,
  folder: string,
  working: string,
  severity: Severity,
): Diagnostic {
  const stage = displayPath(path.join(folder, STAGE), working);
  const state = mixed ? ' 새 파일과 전의 파일이 섞여 있을 수 있습니다.' : '';
  const inside = why.kind === 'link' ? '' : ' 그 안의 new에 새 파일이, old에 전의 파일이 있습니다.';
  return {
    rule: 'foreign-journal',
    severity,
    message: `${originOf(why)} 마무리하지도 되돌리지도 않았습니다.${state}${inside}`,
    expected: `${remedyOf(why)} ${stage} 폴더를 지움`,
    place: { file: stage, line: 1, column: 1 },
  };
}

function originOf(why: ForeignStage['why']): string {
  switch (why.kind) {
    case 'machine':
      return `다른 컴퓨터나 다른 사용자(컴퓨터 ${why.host})가 끝내지 못한 만들기의 기록입니다.`;
    case 'passing':
      return `사용자 폴더에 쓸 수 없던 실행(컴퓨터 ${why.host})이 끝내지 못한 만들기의 기록입니다.`;
    case 'place':
      return `이 컴퓨터의 다른 자리(${why.place})에서 끊긴 만들기의 기록이 폴더와 함께 옮겨졌습니다.`;
    case 'unsealed':
      return '전 판의 프로그램이 남겼거나 누가 지어낸, 서명이 없는 만들기의 기록입니다.';
    case 'forged':
      return '이 컴퓨터의 이름으로 적혀 있으나 이 컴퓨터가 쓴 것이 아닌 만들기의 기록입니다.';
    case 'unreadable':
      return '끊긴 만들기의 기록이 손상되어 읽을 수 없습니다.';
    case 'unmarked':
      return '이 컴퓨터의 프로그램이 만들지 않은 임시 폴더입니다.';
    case 'link':
      return '임시 폴더의 자리에 링크나 파일이 있습니다.';
  }
}

function remedyOf(why: ForeignStage['why']): string {
  switch (why.kind) {
    case 'machine':
      return '그 컴퓨터에서 같은 사용자가 iljari build를 실행해 마무리함. 그럴 수 없으면 내용을 살펴본 뒤';
    case 'place':
      return '폴더를 그 자리에 되돌려 놓고 iljari build를 실행해 마무리함. 그럴 수 없으면 내용을 살펴본 뒤';
    case 'passing':
    case 'unsealed':
    case 'forged':
    case 'unreadable':
    case 'unmarked':
    case 'link':
      return '파일들이 온전한지 살펴본 뒤';
  }
}

/** The fault of a folder in which someone else is writing. */
export function inUse(held: Held, folder: string, working: string): Diagnostic {
  const file = displayPath(held.file, working);
  const who = `컴퓨터 ${held.computer}, 프로세스 ${held.process}`;
  return fileFault(
    'folder-in-use',
    displayPath(folder, working),
    held.seen
      ? `다른 만들기가 이 폴더에 쓰고 있습니다(${who}). 끝난 뒤 다시 실행하십시오.`
      : `다른 컴퓨터나 컨테이너의 만들기가 이 폴더를 잠갔습니다(${who}). 여기서는 그것이 아직 돌고 있는지 알 수 없습니다. 그쪽에서 끝난 뒤 다시 실행하십시오.`,
    held.seen
      ? `그 프로세스가 만들기가 아니라면 ${file} 파일을 지움`
      : `그쪽에서 돌고 있는 만들기가 없다면 ${file} 파일을 지움`,
  );
}
