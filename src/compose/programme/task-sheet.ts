// The programme -> the task sheets: banner and boxed title, the sheet's own text, the grid of targets and funding.
import { korean } from '../../diagnostic/particle.ts';
import type { Block } from '../../document/document.ts';
import { plainRun, plainText } from '../../document/inline.ts';
import { printLabels } from '../../plan/labels.ts';
import { madeBlock } from '../../plan/made-block.ts';
import { groupsAt, nameAt, type Strategy, type Task } from '../../plan/programme.ts';
import { type SheetPiece, sheetPieces } from '../../plan/sheet-pieces.ts';
import type { SourceText } from '../../plan/source-text.ts';
import { richText } from '../inline.ts';
import { type BlockMaker, parseOutline } from '../outline.ts';
import type { TemplateRenderer } from '../render.ts';
import { joinedText, withoutNotes, wording, yearRun } from '../rich-text.ts';
import type { Session } from '../session.ts';
import { composeDetails } from './details-table.ts';
import { composePlanGrid } from './plan-grid.ts';
import { composeYearly } from './yearly-table.ts';

/** Every sheet, in the order of strategies and tasks. */
export function composeTaskSheets(
  session: Session,
  renderer: TemplateRenderer,
  make: BlockMaker,
): readonly Block[] {
  return session.plan.programme.strategies.flatMap((strategy, index) =>
    strategy.tasks.flatMap((task, position) =>
      composeSheet(session, renderer, make, strategy, index + 1, task, position === 0),
    ),
  );
}

/** The block id of a task's sheet. */
export function sheetId(task: Task): string {
  return `task-${task.id}`;
}

function composeSheet(
  session: Session,
  renderer: TemplateRenderer,
  make: BlockMaker,
  strategy: Strategy,
  number: number,
  task: Task,
  first: boolean,
): readonly Block[] {
  const text = (source: SourceText) => richText(session, renderer, source);
  const { place } = task;
  const banner = text(nameAt(strategy.name, 'banner'));
  const { year } = session.plan;
  const { sheet: labels } = printLabels(session.plan.labels);
  return [
    {
      kind: 'task-sheet',
      id: sheetId(task),
      strategy: number - 1,
      banner: joinedText(
        wording(`[${labels.strategy}${number}. `, banner.place),
        banner,
        wording(']', banner.place),
      ),
      ...(task.purpose === undefined ? {} : { purpose: text(task.purpose) }),
      title: text(nameAt(task.name, 'sheet')),
      ...(first
        ? { opensStrategy: `${number}. ${plainText(text(nameAt(strategy.name, 'contents')).inlines)}` }
        : {}),
      ...(task.subtasks.length > 0 && {
        subtasks: groupsAt(task, 'contents').flatMap(({ subtask, number: at }) =>
          subtask === undefined
            ? []
            : [joinedText(wording(`(${at}) `, place), withoutNotes(text(nameAt(subtask.name, 'contents'))))],
        ),
      }),
    },
    ...(session.plan.sheetDetails === false ? [] : [composeDetails(session, renderer, task) ?? []].flat()),
    ...composeText(session, renderer, make, task),
    {
      kind: 'label',
      id: `${sheetId(task)}-label`,
      title: {
        inlines: [plainRun('【'), yearRun(year, task.planYear, 'short'), plainRun(`년 ${labels.plan}】`)],
        place,
      },
    },
    composePlanGrid(session, renderer, task),
    ...[composeYearly(session, renderer, task) ?? []].flat(),
  ];
}

function composeText(
  session: Session,
  renderer: TemplateRenderer,
  make: BlockMaker,
  task: Task,
): readonly Block[] {
  if (task.sheet === undefined) return [];
  const start = { file: task.sheet.file, line: 1, column: 1 };
  const rendered = sheetPieces(session.plan.programme, task, session.plan.frame?.partials)
    .map((piece) => renderPiece(session, renderer, task, piece))
    .join('\n');
  const inner: BlockMaker = (token) => {
    if (token.block !== 'insert') return make(token);
    session.fault({
      rule: 'insert-in-sheet',
      message: korean`과제 시트 안에는 ‘${token.id}’을(를) 넣을 수 없습니다.`,
      expected: '표, 차트, 그림',
      place: token.place,
    });
    return [];
  };
  return parseOutline(session, rendered, start, inner, ['task', task.id]);
}

/** The text of a piece as it is seen from the task; what is made of a project's data stands where that was written. */
function renderPiece(session: Session, renderer: TemplateRenderer, task: Task, piece: SheetPiece): string {
  if (piece.kind === 'made') {
    const text = madeBlock(piece, {
      task: task.id,
      office: session.plan.office,
      labels: session.plan.labels,
      isGiven: (address) => {
        const value = session.book.get(address)?.effective;
        return value?.kind === 'quantity' && !value.exact.equals(0);
      },
    });
    const { place } = piece.block.project;
    const start = 'line' in place ? place : { file: place.file, line: 1, column: 1 };
    return renderer.render(text, { ...start, whole: true }, true, { task: task.id });
  }
  const { text, file, line, home, block } = piece;
  const project = block && { task: task.id, project: block.project.id };
  if (project !== undefined)
    session.ownTexts.push({ file, from: line, to: line + text.split('\n').length - 1, project });
  return renderer.render(text, { file, line, column: 1 }, true, {
    task: task.id,
    home,
    ...(block && project && { project, former: block.former }),
  });
}
