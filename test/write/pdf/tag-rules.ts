// The structure tree of a file -> what in it breaks PDF/UA-1 (ISO 14289-1, 7; ISO 32000-1, 14.8.4).
import { attributeOf, contentOf, type Element, isElement, type TaggedFile } from './structure-tree.ts';

const BLOCKS = ['P', 'L', 'Table', 'Figure', 'Div', 'Note', 'Reference', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'];
/** What may stand in what; an element that is not named here may hold any but these. */
const KIDS: Readonly<Record<string, readonly string[]>> = {
  Document: ['Part', 'Sect', 'Div', ...BLOCKS],
  Table: ['Caption', 'THead', 'TBody'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
  L: ['LI'],
  LI: ['Lbl', 'LBody'],
  TOC: ['TOCI'],
  TOCI: ['Reference', 'TOC'],
  Reference: ['Link'],
  Link: [],
  Figure: ['Caption'],
};
const ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  TR: ['THead', 'TBody'],
  TH: ['TR'],
  TD: ['TR'],
  THead: ['Table'],
  TBody: ['Table'],
  Caption: ['Table', 'Figure'],
  LI: ['L'],
  LBody: ['LI'],
  Lbl: ['LI', 'Note'],
  TOCI: ['TOC'],
};

/** A table keeps its cells, blank or not. */
const MAY_BE_EMPTY = new Set(['Document', 'Table', 'THead', 'TBody', 'TR', 'TH', 'TD']);

export function tagFaults(tagged: TaggedFile): string[] {
  const faults: string[] = [];
  let heading = 0;
  const ids = new Set<string>();
  for (const element of tagged.elements) {
    const { type, id, parent } = element;
    const at = `${type} (object ${id})`;
    const name = tagged.file.text(element.dict.get('ID'));
    if (name !== undefined && ids.has(name)) faults.push(`7.9 ${at} has the name of another element`);
    if (name !== undefined) ids.add(name);
    const kids = element.kids.filter(isElement);
    const allowed = KIDS[type];
    for (const kid of kids)
      if (allowed !== undefined && !allowed.includes(kid.type)) faults.push(`7.2 ${kid.type} in ${at}`);
    const within = ONLY_IN[type];
    if (within !== undefined && !within.includes(parent?.type ?? ''))
      faults.push(`7.2 ${at} in ${parent?.type}`);
    if (!MAY_BE_EMPTY.has(type) && contentOf(element).length === 0) faults.push(`empty ${at}`);
    const level = /^H(\d)$/.exec(type)?.[1];
    if (level !== undefined) {
      if (Number(level) > heading + 1) faults.push(`7.4.2 ${at} after H${heading}`);
      heading = Number(level);
    }
    switch (type) {
      case 'Figure':
        faults.push(...figureFaults(tagged, element, at));
        break;
      case 'TH':
        if (contentOf(element).length === 0) faults.push(`7.5 ${at} heads with nothing`);
        if (!['Column', 'Row'].includes(tagged.file.name(attributeOf(tagged, element, 'Scope')) ?? ''))
          faults.push(`7.5 ${at} has no scope`);
        faults.push(...headFaults(tagged, element, at));
        break;
      case 'TD':
        faults.push(...headFaults(tagged, element, at));
        break;
      case 'L':
        if (kids.some((kid) => kid.kids.some((own) => isElement(own) && own.type === 'Lbl')))
          if (attributeOf(tagged, element, 'ListNumbering') === undefined)
            faults.push(`7.6 ${at} does not say what it counts with`);
        break;
      case 'Table':
        faults.push(...tableFaults(tagged, element, at));
        break;
      case 'Note': {
        if (name === undefined) faults.push(`7.9 ${at} has no name`);
        for (let above = parent; above !== undefined; above = above.parent)
          if (above.type === 'TH') faults.push(`7.5 ${at} is heard with each cell of its head`);
        break;
      }
      case 'Link':
        if (!element.kids.some((kid) => !isElement(kid) && kid.kind === 'annotation'))
          faults.push(`7.18.5 ${at} has no link`);
        break;
    }
  }
  return [...faults, ...nameFaults(tagged, ids)];
}

function figureFaults(tagged: TaggedFile, element: Element, at: string): string[] {
  const faults: string[] = [];
  if ((tagged.file.text(element.dict.get('Alt')) ?? '').trim() === '')
    faults.push(`7.3 ${at} has no alternative`);
  const [left = 0, bottom = 0, right = 0, top = 0] = tagged.file
    .array(attributeOf(tagged, element, 'BBox'))
    .map(Number);
  if (!(left >= 0 && bottom >= 0 && right > left && top > bottom && right <= 596 && top <= 842))
    faults.push(`${at} has the box ${[left, bottom, right, top].join(' ')}`);
  const marks = element.kids.filter((kid) => !isElement(kid));
  if (marks.length !== 1) faults.push(`${at} is in ${marks.length} pieces`);
  return faults;
}

/** Heads that a cell names are of its own table. */
function headFaults(tagged: TaggedFile, cell: Element, at: string): string[] {
  let table: Element | undefined = cell;
  while (table !== undefined && table.type !== 'Table') table = table.parent;
  const heads = tagged.file.array(attributeOf(tagged, cell, 'Headers') ?? []);
  const known = new Set(
    table === undefined
      ? []
      : rowsOf(table)
          .flatMap(({ kids }) => kids.filter(isElement))
          .flatMap(({ type, dict }) => (type === 'TH' ? [tagged.file.text(dict.get('ID'))] : [])),
  );
  return heads.flatMap((head) =>
    known.has(tagged.file.text(head)) ? [] : [`7.5 ${at} names a head that is not there`],
  );
}

/** Rows of the same width, cells that tile; a head and a body at most once each, the caption first. */
function tableFaults(tagged: TaggedFile, table: Element, at: string): string[] {
  const groups = table.kids.filter(isElement).map(({ type }) => type);
  if (!['Caption THead TBody', 'Caption TBody', 'THead TBody', 'TBody'].includes(groups.join(' ')))
    return [`7.2 ${at} is made of ${groups.join(' ')}`];
  try {
    tableGrid(tagged, table);
    return [];
  } catch (error) {
    return [`7.2 ${at}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** The cell at each place of a table. Throws where cells do not tile. */
export function tableGrid(tagged: TaggedFile, table: Element): readonly (readonly Element[])[] {
  const rows = rowsOf(table);
  const grid: Element[][] = rows.map(() => []);
  rows.forEach((row, top) => {
    let column = 0;
    for (const cell of row.kids.filter(isElement)) {
      while (grid[top]?.[column] !== undefined) column++;
      const width = Number(attributeOf(tagged, cell, 'ColSpan') ?? 1);
      const height = Number(attributeOf(tagged, cell, 'RowSpan') ?? 1);
      for (let y = top; y < top + height; y++) {
        for (let x = column; x < column + width; x++) {
          const line = grid[y];
          if (line === undefined || line[x] !== undefined) throw new Error(`cells overlap in row ${top + 1}`);
          line[x] = cell;
        }
      }
    }
  });
  const width = grid[0]?.length ?? 0;
  grid.forEach((line, index) => {
    if (line.length !== width || line.includes(undefined as never))
      throw new Error(`row ${index + 1} has another width`);
  });
  return grid;
}

/** The rows of a table, without those of tables in its cells. */
export function rowsOf(table: Element): readonly Element[] {
  return table.kids
    .filter(isElement)
    .filter(({ type }) => type !== 'Caption')
    .flatMap((group) => group.kids.filter(isElement));
}

function nameFaults({ file }: TaggedFile, ids: ReadonlySet<string>): string[] {
  const tree = file.dict(file.root.get('StructTreeRoot')).get('IDTree');
  if (tree === undefined) return ids.size === 0 ? [] : ['7.9 no tree of names'];
  const named = file
    .array(file.dict(tree).get('Kids'))
    .flatMap((leaf) => file.array(file.dict(leaf).get('Names')))
    .flatMap((one) => (typeof one === 'string' ? [one] : []));
  return named.join() === [...ids].sort().join() ? [] : ['7.9 the tree of names has others'];
}
