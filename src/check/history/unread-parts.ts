// A plan and its document -> what goes out with it and is no text of a page: what its files say of themselves, how charts are drawn, the look.
import type { Block, ChartBlock, Document } from '../../document/document.ts';
import type { Plan } from '../../plan/plan.ts';
import { planFolder } from '../../plan/plan-folder.ts';
import type { SourceText } from '../../plan/source-text.ts';
import { digestOf } from './publication-text.ts';

/** What the keys of these begin with among the names of a record. Records of earlier versions have none, and are not held to them. */
export const UNREAD = 'file/';
/** Those that say how something looks, and nothing of what it says: the plan's own colours, and all of it. */
export const LOOKS = ['file/colours', 'file/look'] as const;
const CHARTS = 'file/charts/';

/** A longer specification is known by its digest. In characters. */
const MOST_QUOTED = 4_000;

export function isChartOf(key: string): boolean {
  return key.startsWith(CHARTS);
}

export function unreadParts(plan: Plan, document: Document): ReadonlyMap<string, SourceText> {
  const { place } = plan.title;
  const ownColours = Object.entries(plan.colours);
  return new Map<string, SourceText>([
    ['file/language', { text: document.language, place }],
    ['file/first-page', { text: String(document.firstPage), place }],
    ...(document.keywords === undefined
      ? []
      : [
          [
            'file/keywords',
            { text: document.keywords.join(', '), place: plan.keywords?.[0]?.place ?? place },
          ] as const,
        ]),
    ...(document.summary === undefined
      ? []
      : [['file/summary', { text: document.summary, place: plan.summary?.place ?? place }] as const]),
    ...document.blocks.flatMap((block) => ownSpec(block, plan)),
    [
      'file/colours',
      {
        text: ownColours.map(([name, { text }]) => `${name} ${text}`).join(', '),
        place: ownColours[0]?.[1].place ?? place,
      },
    ],
    ['file/look', { text: digestOf(themeOf(document), lookOf(document.blocks)), place }],
  ]);
}

/** The specification of a chart that the plan has from itself, without its data and what all charts share. */
function ownSpec(block: Block, { title }: Plan): readonly (readonly [string, SourceText])[] {
  const folder = planFolder({ title });
  if (block.kind !== 'chart' || block.specFile === undefined || !block.specFile.startsWith(folder)) return [];
  const { datasets: _, config: __, ...spec } = block.spec;
  const text = JSON.stringify(spec);
  const place = { file: block.specFile, line: 1, column: 1 };
  return [
    [block.id.replace(/^chart-/, CHARTS), { text: text.length > MOST_QUOTED ? digestOf(text) : text, place }],
  ];
}

function themeOf({ theme }: Document): string {
  return JSON.stringify(theme, (key, value: unknown) => (key === 'place' ? undefined : value));
}

/** Words that say how something looks. Others are texts, names and ids: held to the record by themselves, or read by nobody. */
const LOOK_WORDS = new Set(['kind', 'role', 'align', 'emphasis', 'density', 'marker']);

/** Besides these, numbers and yes or no say how a block looks. */
function lookOf(blocks: readonly Block[]): string {
  const specs: unknown[] = [];
  const looks = JSON.stringify(blocks, (key, value: unknown) => {
    if (key === 'place' || key === 'calledAt' || key === 'picture' || key === 'meaning') return undefined;
    if (!isChart(value)) return typeof value !== 'string' || LOOK_WORDS.has(key) ? value : undefined;
    const { datasets: _, config, ...spec } = value.spec;
    // One that the program makes of a table holds the ids of its rows.
    specs.push(config, value.specFile === undefined ? undefined : spec);
    return 'chart';
  });
  return looks + JSON.stringify(specs);
}

function isChart(one: unknown): one is ChartBlock {
  return typeof one === 'object' && one !== null && 'kind' in one && one.kind === 'chart' && 'spec' in one;
}
