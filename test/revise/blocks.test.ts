// A plan whose projects start, move, come back and end -> what its sheets and its schedule print in each edition, and what is told.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { TOLD_RULES } from '../../src/check/told-rules.ts';
import { formatDiagnostic } from '../../src/cli/report.ts';
import { build } from '../../src/commands/build.ts';
import { inspectPlan } from '../../src/commands/check.ts';
import { nextPlan } from '../../src/commands/next-plan.ts';
import type { Block, Document } from '../../src/document/document.ts';
import { plainText } from '../../src/document/inline.ts';
import { KEPT } from '../kept.ts';
import { PLANS, textsIn } from '../plan-format/plan-folders.ts';
import { fonts } from '../write/pdf/documents.ts';
import { revisedTemplates } from './revised-plan.ts';

const CASE = path.join(PLANS, 'blocks');
const files = new Map([
  ...textsIn(path.join(CASE, 'plan')),
  ...[...textsIn(path.join(CASE, 'editions'))].map(([name, text]) => [`editions/${name}`, text] as const),
]);
const sources = { plan: { displayRoot: 'plan', kept: KEPT, files }, templates: revisedTemplates, fonts };

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
  it.each([
    0, 1, 2, 3, 4,
  ])('edition %d prints those that are in force, and tells of the others', async (edition) => {
    const {
      document,
      diagnostics,
      findings,
      files: made,
    } = await build(sources, ['pdf', 'xlsx'], undefined, undefined, { edition });
    const told = findings
      .filter(({ rule }) => Object.hasOwn(TOLD_RULES, rule))
      .map(({ remedy = '', ...finding }) => ({ ...finding, expected: remedy }));
    const actual = [
      ...[...diagnostics, ...told].map(formatDiagnostic),
      ...printed(document ?? { blocks: [] }),
    ].join('\n');
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

describe('a block that has no place', () => {
  it.each([
    ['narrative/summary.hbs', '{{#project "room"}}\n○ 창업\n{{/project}}\n', 8],
    ['tasks/town.hbs', '□ 글\n○ 앞 {{#project "shop"}}가게{{/project}} 뒤\n', 2],
  ])('is told where it stands: %s', async (name, text, line) => {
    const own = new Map([...files, [name, `${files.get(name) ?? ''}${text}`]]);
    const plan = { displayRoot: 'plan', kept: KEPT, files: own };
    const { diagnostics } = await build({ ...sources, plan }, ['xlsx'], undefined, undefined, { edition: 0 });
    expect(diagnostics.map(({ rule, place }) => [rule, 'line' in place && place.line])).toEqual([
      ['project-block', line],
    ]);
  });
});

describe('next year’s plan', () => {
  const sheets = (last: number) => {
    const own = new Map([...files].filter(([name]) => !/^editions/.test(name) || Number(name[9]) <= last));
    const next = nextPlan({ displayRoot: 'plan', files: own }, new Map(), 'next', undefined);
    const made = new Map(next.value?.files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]));
    return { made, plan: { displayRoot: 'next', kept: KEPT, files: made } };
  };

  it('has the blocks where the projects are, under the ids that they have', () => {
    const { made } = sheets(2);
    expect(made.get('tasks/young.hbs')).not.toContain('#project "intern"}}');
    expect(made.get('tasks/young.hbs')).toContain('#project "course"}}');
    expect(made.get('tasks/women.hbs')).toContain(
      [
        '{{#project "space"}}',
        '- **{{project "space"}}**',
        '○ 책상 {{fig "./projects/space/desks" unit=true}}, 과제 목표 {{fig "./target" unit=true}} 가운데 {{fig "tasks/women/projects/space/target" unit=true}}',
        '○ {{project "young/intern-plus"}}({{fig "tasks/young/projects/intern-plus/target" unit=true}})와 함께 추진',
        '{{/project}}',
      ].join('\n'),
    );
  });

  it.each([0, 1, 2, 3, 4])('of edition %d is composed and checked', (last) => {
    const { value, diagnostics } = inspectPlan({ ...sources, plan: sheets(last).plan });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(value).toBeDefined();
  });
});
