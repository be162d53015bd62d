// A plan whose projects start, move, come back and end -> what its sheets and its schedule print in each edition, and what is told.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build.ts';
import { formatDiagnostic } from '../../src/cli/report.ts';
import type { Block, Document } from '../../src/document/document.ts';
import { plainText } from '../../src/document/inline.ts';
import { inspectPlan } from '../../src/inspect.ts';
import { PLANS, textsIn } from '../read/plan-folders.ts';
import { fonts } from '../write/pdf/documents.ts';
import { revisedTemplates } from './revised-plan.ts';

const CASE = path.join(PLANS, 'blocks');
const files = new Map([
  ...textsIn(path.join(CASE, 'plan')),
  ...[...textsIn(path.join(CASE, 'editions'))].map(([name, text]) => [`editions/${name}`, text] as const),
]);
const sources = { plan: { displayRoot: 'plan', files }, templates: revisedTemplates, fonts };

/** The lines of the sheets and of the schedule, each as it is printed. */
function printed({ blocks }: Pick<Document, 'blocks'>): readonly string[] {
  const from = blocks.findIndex(({ kind }) => kind === 'task-sheet');
  return blocks.slice(Math.max(0, from)).flatMap(linesOf);
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'task-sheet':
      return ['', `== ${plainText(block.title.inlines)}`];
    case 'heading':
      return block.id.startsWith('comparison') ? [] : [`□ ${plainText(block.title.inlines)}`];
    case 'item': {
      if (block.id.startsWith('comparison')) return [];
      const [first] = block.content.inlines;
      const bold = first?.kind === 'text' && first.bold ? '**' : '';
      return [`${' '.repeat(block.level)}${block.marker} ${bold}${plainText(block.content.inlines)}${bold}`];
    }
    case 'schedule':
      return block.rows.flatMap((row) => [
        `${row.kind === 'project' ? '   ' : ''}${plainText(row.label.inlines)}`,
        ...(row.kind === 'project' ? row.lanes : []).map(
          (lane) =>
            `      | ${lane.map(({ from, to, text }) => `${from}-${to} ${plainText(text.inlines)}`).join(' | ')}`,
        ),
      ]);
    default:
      return [];
  }
}

describe('blocks and rows of projects', () => {
  it.each([0, 1, 2, 3, 4])('edition %d prints those that are in force, and tells of the others', {
    timeout: 60_000,
  }, async (edition) => {
    const {
      document,
      diagnostics,
      files: made,
    } = await build(sources, ['pdf', 'xlsx'], undefined, undefined, { edition });
    const actual = [...diagnostics.map(formatDiagnostic), ...printed(document ?? { blocks: [] })].join('\n');
    const golden = path.join(CASE, `edition-${edition}.txt`);
    const expected = existsSync(golden) ? readFileSync(golden, 'utf8') : '';
    const beside = path.join(CASE, `edition-${edition}.actual.txt`);
    if (`${actual}\n` === expected) rmSync(beside, { force: true });
    else writeFileSync(beside, `${actual}\n`);
    expect(`${actual}\n`).toBe(expected);
    expect(made.length).toBeGreaterThan(0);
    expect(inspectPlan(sources, { edition }).value).toBeDefined();
  });

  it('edition 1 cannot be published while a figure of what is gone is printed', async () => {
    const { files: made, diagnostics } = await build(sources, ['xlsx'], undefined, undefined, {
      edition: 1,
      final: true,
    });
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(made).toEqual([]);
    expect(errors.map(({ rule, place }) => [rule, place])).toEqual([
      ['gone-figure-printed', { file: 'plan/narrative/summary.hbs', line: 7, column: 1 }],
    ]);
  });
});
