// The head of a document, its cover and its contents -> plan.yaml, cover.yaml and contents.yaml.
import type { Furnished } from '../furniture.ts';
import type { HeadDraft } from '../head.ts';
import { plain } from '../inline-text.ts';
import type { PartDraft } from '../parts.ts';
import type { OwnKind } from '../programme/programme-draft.ts';
import { yearMarks } from '../year-text.ts';
import { contentsYaml, coverYaml, planYaml } from './plan-yaml.ts';

interface Front {
  readonly head: HeadDraft;
  readonly contents: Furnished['contents'];
  readonly parts: readonly PartDraft[];
  /** What the grids of sheets call sources, and what only this plan counts. */
  readonly sources: ReadonlyMap<string, string>;
  readonly own: readonly OwnKind[];
}

export function frontFiles(
  id: string,
  { head, contents, parts, sources, own }: Front,
): ReadonlyMap<string, string> {
  const files = new Map([['plan.yaml', planYaml(id, head, sources, own)]]);
  const cover = coverYaml(head);
  if (cover !== undefined) files.set('cover.yaml', cover);
  if (contents === undefined) return files;
  // Titles of parts that only the contents spell otherwise.
  const entries = parts.flatMap(({ numeral, title = '' }) => {
    const roman = numeral.normalize('NFKC');
    const listed = contents.entries.find((entry) => entry.title.normalize('NFKC').startsWith(`${roman}.`));
    const said = listed?.title.replace(/^[^.]*\.\s*/, '') ?? '';
    return roman === '' || said === '' || said === plain(title)
      ? []
      : [[`part-${roman.toLowerCase()}`, yearMarks(said, head.year)] as const];
  });
  return files.set('contents.yaml', contentsYaml(contents.title, new Map(entries)));
}
