// A finished edition -> whether it may go out, and the record that it has.
import { printedNow } from '../check/history/printed-now.ts';
import { publicationText, readPublication } from '../check/history/publication-text.ts';
import { publicationLabel } from '../check/history/published-words.ts';
import { type Diagnostic, fileFault } from '../diagnostic.ts';
import { showFigure } from '../figure/show.ts';
import { editionNumber } from '../plan/edition.ts';
import type { Plan } from '../plan/plan.ts';
import { publicationFile, publishedSource } from '../plan/publication.ts';
import { digestsOf, type Folders } from './build/published.ts';
import type { BuildResult } from './build.ts';
import type { SourceFolder } from './sources.ts';

/** Why an edition cannot be said to have gone out: it has, or it is not meant to. `edition` is the last one there is unless said otherwise. */
export function refusedPublication(
  { displayRoot, files }: SourceFolder,
  edition: number | 'latest',
): Diagnostic | undefined {
  const numbers = [...files.keys()].map((name) => editionNumber(name) ?? 0);
  const number = edition === 'latest' ? Math.max(0, ...numbers) : edition;
  const name = publicationFile(number);
  const text = files.get(name);
  if (text === undefined) return undefined;
  const record = readPublication(text);
  const when = record === undefined ? '(기록을 읽을 수 없음)' : `(${publicationLabel(record)})`;
  const message = `이미 공시한 판입니다 ${when}. 한 판은 한 번만 공시합니다.`;
  const expected = '바로잡을 것은 정정 판으로 더해 그 판을 공시함';
  return fileFault('already-published', `${displayRoot}/${name}`, message, expected);
}

/** An edition that says of itself that it is internal does not go out. */
export function internalEdition(plan: Plan): Diagnostic | undefined {
  const last = plan.editions.at(-1);
  if (last === undefined || last.published) return undefined;
  return {
    rule: 'internal-edition',
    severity: 'error',
    message: `제${last.number}차 판은 내부 판이라 공시하지 않습니다: ${last.title.text}`,
    expected: 'published: true',
    place: last.place,
  };
}

/** The record of a publication that has been built, to be added to the plan. Throws for a build that made nothing, or not a publication. */
export function publicationRecord(
  { plan, book, document }: Pick<BuildResult, 'plan' | 'book' | 'document'>,
  sources: Folders,
  date: string,
): { readonly name: string; readonly bytes: Uint8Array } {
  if (plan === undefined || book === undefined || document === undefined || document.reviewCopy)
    throw new Error('no publication');
  const edition = plan.editions.length;
  const { displayRoot } = sources.plan;
  const { figures, names, texts } = printedNow(plan, book, document);
  const { text } = publicationText({
    ...{ plan: plan.id, edition, date, program: sources.program ?? '' },
    files: digestsOf(sources, edition),
    figures: new Map([...figures].map(([address, figure]) => [address, showFigure(figure, { unit: true })])),
    names: new Map([...names].map(([key, name]) => [key, name.text])),
    texts: texts.map(({ text, place }) => ({ text, file: publishedSource(displayRoot, place.file) })),
  });
  return { name: publicationFile(edition), bytes: new TextEncoder().encode(text) };
}
