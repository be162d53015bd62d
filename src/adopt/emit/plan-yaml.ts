// The head of a plan, its cover, contents, notes and charts -> their files.

import type { Question } from '../block.ts';
import type { HeadDraft } from '../head.ts';
import { withoutBold } from '../inline-text.ts';
import type { OwnKind } from '../programme/programme-draft.ts';
import { yearMarks } from '../year-text.ts';
import { flowList, flowMap, yamlText } from './yaml-text.ts';

/** `gridSources`: what the grids of sheets call sources that the office's kind calls otherwise. */
export function planYaml(
  id: string,
  { title, issuer, year, issueDate, office }: HeadDraft,
  gridSources: ReadonlyMap<string, string>,
  own: readonly OwnKind[],
): string {
  const listed = (kind: OwnKind['kind']) =>
    own.flatMap((one) =>
      one.kind === kind
        ? flowMap([
            ['id', one.id],
            ['label', yamlText(one.label)],
            ['unit', kind === 'target' && one.unit !== undefined ? yamlText(one.unit) : undefined],
          ])
        : [],
    );
  const [sources, targets] = [listed('source'), listed('target')];
  return lines([
    ['id', id],
    ['title', yamlText(yearMarks(title, year))],
    ['issuer', yamlText(issuer)],
    ['year', String(year)],
    ['issue-date', issueDate],
    ['language', 'ko-KR'],
    ['office', office],
    ...(sources.length === 0
      ? []
      : [['sources', flowList(['national', ...sources, 'province', 'district', 'private'])]]),
    ...(targets.length === 0 ? [] : [['targets', flowList(targets)]]),
    ...(gridSources.size === 0
      ? []
      : [['grid-sources', flowMap([...gridSources].map(([source, name]) => [source, yamlText(name)]))]]),
  ]);
}

export function coverYaml({ cover, year }: HeadDraft): string | undefined {
  if (cover === undefined) return undefined;
  const { tag, slogan, series, title, vision } = cover;
  const plainTitle = title === undefined ? undefined : yearMarks(title, year);
  const texts = { tag: bare(tag), slogan: bare(slogan), series: bare(series), title: plainTitle, vision };
  return lines(
    Object.entries(texts).flatMap(([key, text]) => (text === undefined ? [] : [[key, yamlText(text)]])),
  );
}

function bare(text: string | undefined): string | undefined {
  return text === undefined ? undefined : withoutBold(text);
}

export function contentsYaml(title: string, entries: ReadonlyMap<string, string>): string {
  const others = [...entries].map(([id, text]) => `  ${id}: ${yamlText(text)}`);
  return `title: ${yamlText(title)}\n${others.length === 0 ? '' : `entries:\n${others.join('\n')}\n`}`;
}

export function notesYaml(notes: ReadonlyMap<string, string>): string | undefined {
  return notes.size === 0 ? undefined : lines([...notes].map(([id, text]) => [id, yamlText(text)]));
}

export interface ChartDraft {
  readonly id: string;
  readonly caption: string;
  readonly unitLine: string | undefined;
  readonly alt: string;
}

/** Pictures are lost; where each was, its caption waits for data. */
export function chartsYaml(charts: readonly ChartDraft[]): string | undefined {
  if (charts.length === 0) return undefined;
  return charts
    .map(({ id, caption, unitLine, alt }) =>
      [
        `${id}:`,
        `  caption: ${yamlText(caption)}`,
        ...(unitLine === undefined ? [] : [`  unit-line: ${yamlText(unitLine)}`]),
        `  alt: ${yamlText(alt)}`,
        `  missing: ${yamlText([`${withoutBold(caption)}의 자료`, unitLine ?? ''].join(' ').trim())}`,
        '',
      ].join('\n'),
    )
    .join('');
}

function lines(entries: readonly (readonly string[])[]): string {
  return `${entries.map(([key, value]) => `${key}: ${value}`).join('\n')}\n`;
}

/** What nobody has answered yet, for corrections.yaml. */
export function questionsYaml(questions: readonly Question[]): string {
  const said = (text: string) => yamlText(text.replaceAll('\n', ' ').trim());
  const rows = questions.map(
    ({ at, what, excerpt, proposal }) =>
      `  - ${flowMap([
        ['place', yamlText(at)],
        ['what', said(what)],
        ['words', excerpt === '' ? undefined : said(excerpt)],
        ['proposal', said(proposal)],
      ])}`,
  );
  return `questions:\n${rows.join('\n')}\n`;
}
