// Markers of outline lines -> those that differ from what the rest of the publication does in the same place.
import { korean } from '../../diagnostic/particle.ts';
import type { Found } from '../finding.ts';
import { isCounted } from '../numbered-lists.ts';
import { leadOf, type OutlineItem, outlineItems, usual } from '../outline-items.ts';
import type { CheckInput, Rule } from '../rule.ts';
import { type SheetLine, sheetLines } from '../sheet-lines.ts';

/** How many lines a habit takes, and how many of them must keep it. */
const LEAST = 6;
const MOST = 0.9;

export const outlineMarker: Rule = {
  title: '같은 단의 글에는 같은 글머리표를 씁니다.',
  reason: '글머리표가 다르면 어느 글에 딸린 내용인지 달리 읽힙니다.',
  severity: 'style',
  *find(input) {
    const items = outlineItems(input.texts).filter(({ item }) => !isOwnKind(item.marker));
    const reported = new Set<string>();
    for (const finding of [
      ...depths(items),
      ...projectLines(input),
      ...leads(items),
      ...lonely(items),
      ...single(items),
      ...shapes(input),
    ]) {
      // One wrong marker moves the lines behind it: what stands under one heading has one cause.
      const cause = finding.cause ?? finding.subject;
      if (reported.has(cause)) continue;
      reported.add(cause);
      yield finding;
    }
  },
};

/** A list that counts (1. 가. (1)) and what follows from the lines above (☞, ⇨) stand beside bullets of any habit. */
function isOwnKind(marker: string): boolean {
  return isCounted(marker) || marker === '☞' || marker === '⇨';
}

function at({ item, text }: OutlineItem, why: string, expected: string): Found {
  return {
    subject: `markers/${item.id}`,
    message: korean`‘${start(text)}’의 글머리표 ‘${item.marker}’이(가) ${why}`,
    place: item.content.place,
    stated: item.marker,
    computed: expected,
    remedy: korean`글머리표를 ‘${expected}’(으)로 고칩니다.`,
  };
}

/** Each marker has its depth, and a depth its marker. */
function* depths(items: readonly OutlineItem[]): Iterable<Found> {
  const markers = new Map<string, number | undefined>();
  for (const { item } of items)
    if (!markers.has(item.marker))
      markers.set(
        item.marker,
        usual(
          items.flatMap((one) => (one.item.marker === item.marker ? [one.depth] : [])),
          LEAST,
          MOST,
        ),
      );
  const byDepth = [1, 2].map((depth) =>
    usual(
      items.flatMap((one) => (one.depth === depth ? [one.item.marker] : [])),
      LEAST,
      MOST,
    ),
  );
  for (const one of items) {
    const expected = byDepth[one.depth - 1];
    const depth = markers.get(one.item.marker);
    if (
      (expected === undefined || expected === one.item.marker) &&
      (depth === undefined || depth === one.depth)
    )
      continue;
    const here = `${one.heading?.block ?? one.item.id}`;
    const why = `${one.depth}단에 쓰였습니다. 다른 곳에서는 ${
      expected === undefined || expected === one.item.marker
        ? `이 글머리표를 ${depth}단에 씁니다.`
        : korean`${one.depth}단에 ‘${expected}’을(를) 씁니다.`
    }`;
    yield { ...at(one, why, expected ?? one.item.marker), cause: `heading ${here}` };
  }
}

/** Under the heading that lists them, projects stand at the edge, or below the name of their subtask, and nothing else does unless it is set in bold like them. */
function* projectLines(input: CheckInput): Iterable<Found> {
  const lines = sheetLines(input);
  const naming = new Set(
    lines.filter(({ names }) => names).map(({ task, heading }) => `${task.id} ${heading}`),
  );
  for (const { task, project, heading, names, item, text } of lines) {
    if (!naming.has(`${task.id} ${heading}`)) continue;
    const [first] = item.content.inlines;
    const bold = first?.kind === 'text' && first.bold;
    if (names === (item.level === 1) || (bold && item.level === 1)) continue;
    if (names && item.level === 2 && project?.subtask !== undefined) continue;
    yield {
      subject: `markers/${item.id}`,
      message: names
        ? `세부사업 ‘${start(text)}’의 글머리표가 ‘${item.marker}’입니다. 다른 세부사업은 첫째 단에 있습니다.`
        : korean`‘${start(text)}’이(가) 세부사업과 같은 단의 글머리표 ‘${item.marker}’(으)로 시작합니다. 세부사업의 이름이 아닙니다.`,
      place: item.content.place,
      stated: item.marker,
      remedy: '글머리표를 바로잡습니다.',
      cause: `line ${item.id}`,
    };
  }
}

/** 사업예산 : and the like stand behind the same marker everywhere. */
function* leads(items: readonly OutlineItem[]): Iterable<Found> {
  const byLead = new Map<string, OutlineItem[]>();
  for (const one of items) {
    const lead = leadOf(one.text);
    if (lead !== undefined && one.depth > 1) byLead.set(lead, [...(byLead.get(lead) ?? []), one]);
  }
  for (const [lead, list] of byLead) {
    const marker = usual(
      list.map(({ item }) => item.marker),
      3,
      2 / 3,
    );
    const others = list.filter(({ item }) => item.marker !== marker);
    if (marker === undefined || others.length !== 1) continue;
    for (const one of others) {
      yield {
        ...at(one, korean`다른 ‘${lead}’과(와) 다릅니다. 다른 곳에서는 ‘${marker}’입니다.`, marker),
        cause: `line ${one.item.id}`,
      };
    }
  }
}

/** One line alone with its marker among all of a part, or under one heading of all sheets. */
function* lonely(items: readonly OutlineItem[]): Iterable<Found> {
  const groups = new Map<string, OutlineItem[]>();
  for (const one of items) {
    const title = one.heading?.title.inlines.map((inline) => ('text' in inline ? inline.text : '')).join('');
    const group = one.sheet === undefined ? `part ${one.part}` : `heading ${title?.replaceAll(' ', '')}`;
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  for (const list of groups.values()) {
    const marker = usual(
      list.map(({ item }) => item.marker),
      LEAST,
      MOST,
    );
    // What stands under another line has a marker of its own.
    const depths = new Set(list.flatMap(({ item, depth }) => (item.marker === marker ? [depth] : [])));
    const others = list.filter(({ item, depth }) => item.marker !== marker && depths.has(depth));
    if (marker !== undefined && others.length === 1) {
      for (const one of others)
        yield {
          ...at(one, `다릅니다. 같은 자리의 다른 글은 모두 ‘${marker}’입니다.`, marker),
          cause: `line ${one.item.id}`,
        };
    }
  }
}

/** A marker that a sheet uses for one line only, beside lines as deep with another. */
function* single(items: readonly OutlineItem[]): Iterable<Found> {
  const sheets = new Map<string, OutlineItem[]>();
  for (const one of items) {
    if (one.sheet === undefined || /[①-⑳]/.test(one.item.marker)) continue;
    const key = `${one.sheet} ${one.item.marker}`;
    sheets.set(key, [...(sheets.get(key) ?? []), one]);
  }
  for (const [one, ...more] of sheets.values()) {
    if (one === undefined || more.length > 0) continue;
    const beside = items.filter(({ sheet, depth }) => sheet === one.sheet && depth === one.depth);
    if (beside.length === 1) continue;
    yield { ...at(one, '이 시트에서 한 줄에만 쓰였습니다.', '-'), cause: `line ${one.item.id}` };
  }
}

/** The projects of a sheet are told alike: one whose lines are marked otherwise stands out. */
function* shapes(input: CheckInput): Iterable<Found> {
  const byTask = new Map<string, Map<string, SheetLine[]>>();
  for (const line of sheetLines(input)) {
    if (line.project === undefined) continue;
    const projects = byTask.get(line.task.id) ?? new Map<string, SheetLine[]>();
    projects.set(line.project.id, [...(projects.get(line.project.id) ?? []), line]);
    byTask.set(line.task.id, projects);
  }
  for (const projects of byTask.values()) {
    const shapeOf = (lines: readonly SheetLine[]) => lines.map(({ item }) => item.marker).join(' ');
    const shapes = [...projects.values()].map(shapeOf);
    const shape = usual(shapes, LEAST, (shapes.length - 1) / shapes.length);
    for (const lines of projects.values()) {
      const expected = shape?.split(' ') ?? [];
      const wrong = lines.find(({ item }, index) => item.marker !== expected[index]);
      if (shape === undefined || wrong === undefined || lines.length !== expected.length) continue;
      yield {
        subject: `markers/${wrong.item.id}`,
        message: korean`‘${start(wrong.text)}’의 글머리표 ‘${wrong.item.marker}’이(가) 이 시트의 다른 세부사업과 다릅니다. 다른 세부사업은 ${shape}의 차례입니다.`,
        place: wrong.item.content.place,
        stated: wrong.item.marker,
        remedy: '글머리표를 다른 세부사업에 맞춥니다.',
        cause: `line ${wrong.item.id}`,
      };
    }
  }
}

function start(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
