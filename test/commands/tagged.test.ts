// The bundled plan's finished PDF -> proof that it is tagged as it claims: read back object by object.
import { beforeAll, describe, expect, it } from 'vitest';
import { plainText } from '../../src/document/inline.ts';
import type { TableBlock } from '../../src/document/table.ts';
import { archiveFaults } from '../write/pdf/archive-rules.ts';
import { PdfFile } from '../write/pdf/pdf-file.ts';
import {
  attributeOf,
  contentOf,
  type Element,
  isElement,
  type TaggedFile,
  taggedFile,
  textOf,
} from '../write/pdf/structure-tree.ts';
import { rowsOf, tableGrid } from '../write/pdf/tag-rules.ts';
import { type BundledPlan, bundledPlan } from './bundled-plan.ts';

let plan: BundledPlan;
let tagged: TaggedFile;
const bare = (text: string): string => text.replace(/\s/g, '');

beforeAll(async () => {
  plan = await bundledPlan();
  tagged = taggedFile(new PdfFile(plan.pdf.bytes));
}, 60_000);

function all(type: string): readonly Element[] {
  return tagged.elements.filter((element) => element.type === type);
}

describe('the bundled plan', () => {
  it('breaks no rule of PDF/A-2a or PDF/UA-1', () => {
    expect(archiveFaults(tagged, plan.pdf.bytes)).toEqual([]);
  });

  it('has the title, the author and the date in its properties and its XMP alike', () => {
    const { file } = tagged;
    const xmp = file.data(file.root.get('Metadata')).toString('utf8');
    const info = file.dict(file.trailer.get('Info'));
    expect(file.text(info.get('Title'))).toBe(plan.document.title);
    expect(file.text(info.get('Author'))).toBe(plan.document.issuer);
    expect(xmp).toContain(`<rdf:li xml:lang="x-default">${plan.document.title}</rdf:li>`);
    expect(xmp).toContain(`<xmp:CreateDate>${plan.document.issueDate}T00:00:00Z</xmp:CreateDate>`);
    expect(file.text(info.get('CreationDate'))).toBe(
      `D:${plan.document.issueDate.replaceAll('-', '')}000000Z`,
    );
  });

  it('has one table for each table of the document, with its cells, in its order', () => {
    const tables = plan.document.blocks.flatMap((block): TableBlock[] =>
      block.kind === 'table' ? [block, ...innerTables(block)] : [],
    );
    const found = all('Table').filter((table) => !isSchedule(table));
    expect(found).toHaveLength(tables.length);
    tables.forEach((table, index) => {
      const element = found[index];
      if (element === undefined) throw new Error('a table is missing');
      const rows = rowsOf(element);
      expect(
        rows.map((row) => row.kids.filter(isElement).map(spans)),
        table.id,
      ).toEqual(table.rows.map((row) => row.map((cell) => [cell.colSpan, cell.rowSpan])));
      table.rows.forEach((cells, row) => {
        const elements = rows[row]?.kids.filter(isElement) ?? [];
        cells.forEach((cell, column) => {
          const tag = elements[column];
          const scopes = { 'column-header': 'Column', 'row-header': 'Row', data: undefined };
          const isBlank = tag !== undefined && contentOf(tag).length === 0;
          const scope = isBlank ? undefined : scopes[cell.role];
          expect(tag?.type, table.id).toBe(scope === undefined ? 'TD' : 'TH');
          expect(tag && tagged.file.name(attributeOf(tagged, tag, 'Scope'))).toBe(scope);
          const [only] = cell.blocks;
          if (cell.blocks.length === 1 && only?.kind === 'paragraph')
            expect(tag && bare(withoutReferences(tag)), table.id).toBe(bare(plainText(only.content.inlines)));
        });
      });
    });
  });

  it('reads in the order of the document', () => {
    const heads = tagged.elements
      .filter(({ type }) => /^H\d$|^LBody$|^Caption$/.test(type))
      .map(textOf)
      .map(bare);
    let from = 0;
    for (const block of plan.document.blocks) {
      const text =
        block.kind === 'part' ||
        block.kind === 'section' ||
        block.kind === 'heading' ||
        block.kind === 'task-sheet'
          ? block.title
          : block.kind === 'item'
            ? block.content
            : block.kind === 'table'
              ? block.caption
              : undefined;
      if (text === undefined) continue;
      const wanted = bare(plainText(text.inlines));
      const at = heads.findIndex(
        (head, index) =>
          index >= from && bare(head.replace(/\d+\)/g, '')).includes(bare(wanted.replace(/\d+\)/g, ''))),
      );
      expect(at, wanted).toBeGreaterThanOrEqual(from);
      from = at;
    }
  });

  it('has a figure for each chart, with the words that stand for it', () => {
    const charts = plan.document.blocks.flatMap((block) =>
      block.kind === 'chart' ? [plainText(block.alt.inlines)] : [],
    );
    expect(charts.length).toBeGreaterThan(0);
    const told = all('Figure').map(({ dict }) => tagged.file.text(dict.get('Alt')) ?? '');
    const more = told.map((alt, index) => alt.slice(charts[index]?.length));
    expect(told.map((alt, index) => alt.slice(0, charts[index]?.length))).toEqual(charts);
    // No table has the rates that stand over the years' bars.
    expect(more.filter((words) => words !== '')).toEqual([
      ' 그 밖의 수치: 2019년 1.1%, 2020년 마이너스 0.5%, 2021년 2.5%.',
    ]);
    const captions = all('Figure').map(({ kids }) => kids.filter(isElement).map(({ type }) => type));
    expect(captions).toEqual(charts.map(() => ['Caption']));
  });

  it('has each note once, with what it says, and links to it and back', () => {
    const notes = all('Note');
    expect(notes.map((note) => bare(textOf(note)))).toEqual(
      [...plan.document.notes.values()].map(({ number, content }) =>
        bare(`${number})${plainText(content.inlines)}`),
      ),
    );
    const references = new Set(all('Reference').map((one) => textOf(one).trim()));
    for (const { number } of plan.document.notes.values()) expect(references).toContain(`${number})`);
    const leads = (element: Element): readonly string[] =>
      element.kids.flatMap((kid) =>
        isElement(kid)
          ? leads(kid)
          : kid.kind === 'annotation'
            ? [tagged.file.text(kid.dict.get('Dest')) ?? '']
            : [],
      );
    for (const note of notes) expect(leads(note)).toHaveLength(1);
  });

  it('has every text of the body either in an element or printed a second time', () => {
    const artifacts = tagged.pages.flatMap(({ operations }) =>
      operations
        .filter(({ marks }) => marks.some(({ tag }) => tag === 'Artifact'))
        .map(({ text }) => text.trim()),
    );
    const heard = bare(
      tagged.elements
        .filter(({ type }) => type === 'Document')
        .map(textOf)
        .join(''),
    );
    const lost = artifacts.filter(
      (text) =>
        text !== '' &&
        !/^\[?검토(본|용)\]?$|^\d+$/.test(text) &&
        // The names of part and section in a head.
        !text
          .split(' · ')
          .every((one) => heard.includes(bare(one.replace(/^[Ⅰ-Ⅹ\d]+\. |\(계속\)$|…$/g, '')))),
    );
    expect(lost.filter((text) => text !== plan.document.title && text !== '(계속)')).toEqual([]);
  });

  it('reads the schedule as project, phase, months', () => {
    const schedule = plan.document.blocks.find((block) => block.kind === 'schedule');
    const table = all('Table').find(isSchedule);
    if (schedule?.kind !== 'schedule' || table === undefined) throw new Error('there is no schedule');
    const rows = tableGrid(tagged, table).slice(1);
    const wanted = schedule.rows.flatMap((row) => {
      const label = bare(plainText(row.label.inlines));
      if (row.kind !== 'project') return [[label, label, label]];
      const phases = row.lanes.flat();
      const lines = phases.map(({ from, to, text, inferred }) => [
        label,
        bare(plainText(text.inlines)),
        `${from === to ? `${from}월` : `${from}월~${to}월`}${inferred ? ' (끝나는 달은 짐작)' : ''}`,
      ]);
      return lines.length === 0 ? [[label, '', '']] : lines;
    });
    const said = rows.map((row) =>
      row.map((cell) => tagged.file.text(cell.dict.get('ActualText')) ?? bare(textOf(cell))),
    );
    expect(said).toEqual(wanted);
  });
});

/** The schedule alone has three columns under a heading that says its months in other words. */
function isSchedule(table: Element): boolean {
  return rowsOf(table)[0]?.kids.some((cell) => isElement(cell) && cell.dict.has('ActualText')) ?? false;
}

function spans(cell: Element): readonly number[] {
  return [
    Number(attributeOf(tagged, cell, 'ColSpan') ?? 1),
    Number(attributeOf(tagged, cell, 'RowSpan') ?? 1),
  ];
}

function innerTables(table: TableBlock): TableBlock[] {
  return table.rows.flatMap((row) =>
    row.flatMap((cell) =>
      cell.blocks.flatMap((block) => (block.kind === 'table' ? [block, ...innerTables(block)] : [])),
    ),
  );
}

function withoutReferences(element: Element): string {
  return element.kids
    .map((kid) =>
      isElement(kid)
        ? ['Note', 'Reference'].includes(kid.type)
          ? ''
          : withoutReferences(kid)
        : 'text' in kid
          ? kid.text
          : '',
    )
    .join('');
}
