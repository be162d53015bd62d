// The reading of the bundled plan -> the texts of the document, of the check and of the proof: the same ones, both ways.
import { beforeAll, describe, expect, it } from 'vitest';
import { printedTexts } from '../../src/check/texts.ts';
import type { Block } from '../../src/document/document.ts';
import { plainRun, plainText, type RichText } from '../../src/document/inline.ts';
import { outlineOf } from '../../src/document/outline.ts';
import { isSeen, leavesIn, nodesOf, readingOf } from '../../src/document/reading.ts';
import { isPart, type ReadingNode } from '../../src/document/reading-node.ts';
import type { Address } from '../../src/figure/address.ts';
import { expectedBlock, squeezed } from '../../src/proof/expected-text.ts';
import { type BundledPlan, bundledPlan } from '../commands/bundled-plan.ts';
import { cell, item, paragraph, table } from '../write/pdf/documents.ts';

const MARK = {
  ...{
    set: 'bars',
    style: 'bar',
    measures: [],
    names: [],
    colours: [],
    places: [],
    plot: '',
    outside: false,
    dash: [],
    lineWidth: 0,
  },
  shape: { kind: 'box', left: 0, top: 0, right: 1, bottom: 1 },
} as const;

let plan: BundledPlan;

beforeAll(async () => {
  plan = await bundledPlan();
}, 120_000);

/** Every rich text that anything in the value holds, whatever kind of block it is. */
function richTexts(value: unknown, found = new Set<RichText>()): ReadonlySet<RichText> {
  if (typeof value !== 'object' || value === null) return found;
  if (value instanceof Map) richTexts([...value.values()], found);
  else if ('inlines' in value && 'place' in value) found.add(value as RichText);
  else for (const member of Object.values(value)) richTexts(member, found);
  return found;
}

const said = (texts: Iterable<RichText>): readonly string[] =>
  [...texts]
    .map(({ inlines }) => plainText(inlines))
    .filter((text) => text.trim() !== '')
    .sort();

describe('the reading of the bundled plan', () => {
  it('says every text of the document, and no other', () => {
    const { blocks, notes } = plan.document;
    const read = leavesIn(readingOf(plan.document).nodes).flatMap((leaf) =>
      leaf.kind === 'text' ? [leaf.text] : [],
    );
    expect(said(new Set(read))).toEqual(
      said(richTexts([blocks, [...notes.values()].map(({ content }) => content)])),
    );
    expect(read.length).toBeGreaterThan(700);
  });

  it('is what the check reads', () => {
    const read = leavesIn(readingOf(plan.document).nodes).flatMap((leaf) =>
      leaf.kind === 'text' ? [leaf.text] : [],
    );
    expect(printedTexts(plan.document).map(({ text }) => text)).toEqual(read);
  });

  it('is what the proof looks for, but for what is only heard', () => {
    const { blocks } = plan.document;
    const expected = blocks.flatMap((block) =>
      expectedBlock(block, plan.document).texts.map(({ text }) => text),
    );
    const read = blocks.flatMap((block) =>
      leavesIn(nodesOf(block)).flatMap((leaf) => {
        if (leaf.kind === 'marker') return [leaf.words];
        if (leaf.kind !== 'text' || !isSeen(leaf)) return [];
        const { inlines } = leaf.behindNumber ?? leaf.text;
        return [
          inlines
            .map((one) =>
              one.kind === 'note-reference'
                ? `${plan.document.notes.get(one.note)?.number})`
                : plainText([one], ''),
            )
            .join(''),
        ];
      }),
    );
    expect(expected.filter((text) => text !== '')).toEqual(read.map(squeezed).filter((text) => text !== ''));
  });

  it('has the headings that the contents name, in their order', () => {
    const contents = plan.document.blocks.find(({ kind }) => kind === 'contents');
    if (contents?.kind !== 'contents') throw new Error('no contents');
    const outline = outlineOf(readingOf(plan.document).nodes).map(({ block }) => block);
    const targets = contents.entries.map(({ target }) => target);
    let from = 0;
    for (const target of targets) {
      const at = outline.indexOf(target, from);
      expect(at, target).toBeGreaterThanOrEqual(from);
      from = at;
    }
  });

  it('has headings that skip no level', () => {
    let last = 0;
    const visit = (nodes: readonly ReadingNode[]): void => {
      for (const node of nodes) {
        if (!isPart(node)) continue;
        if (node.kind === 'heading') {
          expect(node.level).toBeLessThanOrEqual(last + 1);
          last = node.level;
        }
        visit(node.nodes);
      }
    };
    visit(readingOf(plan.document).nodes);
    expect(last).toBeGreaterThan(0);
  });
});

describe('the reading of blocks one below the other', () => {
  const shape = (nodes: readonly ReadingNode[]): unknown =>
    nodes.map((node) =>
      isPart(node)
        ? [node.kind, ...(shape(node.nodes) as unknown[])]
        : node.kind === 'text'
          ? plainText(node.text.inlines)
          : node.kind === 'marker'
            ? node.words
            : node.kind,
    );

  it('nests items by their level, and what hangs under them', () => {
    const blocks = [
      item('a', 1, '하나'),
      item('b', 2, '둘'),
      { kind: 'remark', id: 'r', level: 1, marker: '※', content: paragraph('x', '덧붙임').content } as const,
      item('c', 1, '셋'),
      paragraph('p', '글'),
      item('d', 1, '넷'),
    ];
    expect(shape(readingOf({ blocks }).nodes)).toEqual([
      [
        'list',
        [
          'item',
          ['label', '○'],
          ['body', '하나', ['list', ['item', ['label', '-'], ['body', '둘']]], ['paragraph', '※', '덧붙임']],
        ],
        ['item', ['label', '○'], ['body', '셋']],
      ],
      ['paragraph', '글'],
      ['list', ['item', ['label', '○'], ['body', '넷']]],
    ]);
  });

  it('says of a chart what is known, and what it is where nothing else is left to say', () => {
    const figure = (id: string, shown: string) =>
      ({
        address: `tables/t/${id}/count` as Address,
        label: `${id} 수`,
        shown,
        names: [id],
        words: [id],
      }) as const;
    const run = (id: string, text: string) =>
      ({ kind: 'figure', address: figure(id, '').address, text, bold: false }) as const;
    const { place } = paragraph('x', '').content;
    const altOf = (inlines: RichText['inlines'], rows: readonly ReturnType<typeof figure>[]) => {
      const caption = paragraph('c', '수의 흐름').content;
      const chart: Block = {
        ...{ kind: 'chart', id: 'chart-t', caption, alt: { inlines, place }, spec: {}, rows: { t: rows } },
      };
      const marks = rows.map((_, index) => ({ ...MARK, rows: [[`t:${index}`]] }));
      const [node] = readingOf({ blocks: [chart] }, [{ block: 'chart-t', marks }]).nodes;
      return node?.kind === 'figure' ? plainText(node.alt.inlines) : undefined;
    };
    const [old, now, none] = [figure('old', '5명'), figure('now', '△3명'), figure('now', '')];
    const words = [
      plainRun('막대 그림. 지난해는 '),
      run('old', '5'),
      plainRun('명이고, 올해는 '),
      run('now', '3'),
    ];
    expect(altOf(words, [old, now])).toBe('막대 그림. 지난해는 5명이고, 올해는 3');
    expect(altOf(words, [old, none])).toBe('막대 그림. 그 밖의 수치: old 수 5명.');
    expect(altOf(words.slice(1), [old, none])).toBe('수의 흐름. 그 밖의 수치: old 수 5명.');
    expect(altOf(words, [none])).toBe('수의 흐름: 자료가 없어 아직 그리지 못한 그림이다.');
  });

  it('leaves out what says nothing, but for the cells of a table', () => {
    const blocks = [paragraph('p', ' '), table('t', 0, [[cell(0, ''), cell(1, '값')]], 2)];
    expect(shape(readingOf({ blocks }).nodes)).toEqual([
      ['table', ['rows', ['row', ['cell'], ['cell', '값']]]],
    ]);
  });

  it('has each note behind the first text that refers to it, and behind a heading rather than in it', () => {
    const refers = {
      inlines: [{ kind: 'note-reference', note: 'n' }],
      place: { file: 'a', line: 1, column: 1 },
    } as const;
    const note = { id: 'n', number: 1, content: paragraph('n', '각주 글').content };
    const blocks = [
      { kind: 'heading', id: 'h', title: refers } as const,
      { kind: 'paragraph', id: 'p', content: { ...refers } } as const,
    ];
    expect(shape(readingOf({ blocks, notes: new Map([['n', note]]) }).nodes)).toEqual([
      ['heading', '□', ''],
      ['note', ['label', '1)'], '각주 글'],
      ['paragraph', ''],
    ]);
    expect(() => readingOf({ blocks, notes: new Map() })).toThrow('n');
  });
});
