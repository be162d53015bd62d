// A folder -> in it a small plan of everything: strategies, tasks, tables, notes and a chart.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BUNDLED, SMALL } from '../fuzz/base-plan.ts';

const CHART = `trend: { caption: 구인 추이, unit-line: '(단위 : 건)', alt: 해마다의 구인건수, spec: openings-by-year, tables: [job-openings] }
`;

/** Its id is `small`; it has no editions, and nothing is told of it but findings. */
export async function writeSmallPlan(folder: string): Promise<void> {
  const files = new Map(SMALL);
  for (const name of ['dispositions.yaml', 'editions/1.yaml', 'budget-codes.yaml']) files.delete(name);
  files.set('charts.yaml', CHART);
  const openings = BUNDLED.get('statistics/job-openings.yaml') ?? '';
  files.set('statistics/job-openings.yaml', openings.replaceAll(/\[\^[a-z-]+\]/g, ''));
  files.set('narrative/labour-market.hbs', `${files.get('narrative/labour-market.hbs')}{{chart "trend"}}\n`);
  for (const [name, text] of files) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
}
