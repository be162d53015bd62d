// A task as its latest edition has it -> the text of its sheet with the blocks of the projects that it has now.
import type { FigureBook } from '../../figure/figure.ts';
import { liveBlock, madeBlock } from '../../plan/made-block.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Task } from '../../plan/programme.ts';
import { type SheetPiece, sheetPieces } from '../../plan/sheet-pieces.ts';

/** As it was typed where no edition changed it; undefined for a task without a sheet. Without a `book` what is made prints what the data say then. */
export function sheetOfLatest(plan: Plan, task: Task, book?: FigureBook): string | undefined {
  if (task.sheet === undefined) return undefined;
  return sheetPieces(plan.programme, task, plan.frame?.partials)
    .map((piece) => {
      const text = textOf(plan, task, book, piece);
      return piece.block === undefined
        ? text
        : `{{#project "${piece.block.project.id}"}}\n${text}\n{{/project}}`;
    })
    .join('\n');
}

function textOf(plan: Plan, task: Task, book: FigureBook | undefined, piece: SheetPiece): string {
  if (piece.kind === 'made' && book === undefined) return liveBlock(piece);
  if (piece.kind === 'made')
    return madeBlock(piece, {
      task: task.id,
      office: plan.office,
      labels: plan.labels,
      isGiven: (address) => book?.get(address)?.effective.kind === 'quantity',
    });
  const { text, home, block } = piece;
  if (block === undefined) return text;
  const { project, former } = block;
  const was = new Set(former.filter((one) => one.task === home).map((one) => one.project));
  // What the block calls for short is seen from where it stands now.
  return text
    .replaceAll(/(["'])\.\/projects\/([^/"']+)\//g, (_, quote: string, id: string) =>
      was.has(id) || (home === task.id && id === project.id)
        ? `${quote}./projects/${project.id}/`
        : `${quote}${home === task.id ? '.' : `tasks/${home}`}/projects/${id}/`,
    )
    .replaceAll(/\{\{project\s+(["'])([^"'/]+)\1/g, (_, quote: string, id: string) =>
      was.has(id)
        ? `{{project ${quote}${project.id}${quote}`
        : `{{project ${quote}${home === task.id ? '' : `${home}/`}${id}${quote}`,
    );
}
