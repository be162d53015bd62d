// The records of what has gone out, and the data of today -> what is another now; the digests of what an edition is made from.

import type { Found } from '../../check/finding.ts';
import {
  digestOf,
  plainText,
  type ReadRecord,
  readPublication,
} from '../../check/history/publication-text.ts';
import { publishedChanges, REMEDY } from '../../check/history/published-changes.ts';
import { publicationLabel } from '../../check/history/published-words.ts';
import type { Templates } from '../../compose/templates.ts';
import { hasErrors, isError } from '../../diagnostic.ts';
import type { Address } from '../../figure/address.ts';
import { publicationFile, publishedEditions } from '../../plan/publication.ts';
import { composeFinal, prepare } from '../prepare.ts';
import type { Sources } from '../sources.ts';

/** What an edition is made from. */
export type Folders = Pick<Sources, 'plan' | 'templates' | 'program'>;

/** All that is another now in any edition that has gone out. A plan without records is not read again; nor is an edition whose files are as they were. */
export function publishedFindings(sources: Folders, id: string, templates: Templates): readonly Found[] {
  const earlier = new Set<Address>();
  return publishedEditions(sources.plan.files.keys()).flatMap((edition) => {
    const { displayRoot, files } = sources.plan;
    const name = publicationFile(edition);
    const place = { file: `${displayRoot}/${name}`, line: 1, column: 1 };
    const wrong = (message: string, remedy: string): readonly Found[] => [
      { subject: `${edition} record`, message, place, remedy },
    ];
    const record = readPublication(files.get(name) ?? '');
    if (record === undefined)
      return wrong(
        `공시 기록이 적은 그대로가 아닙니다: ${name}. 고쳤거나 깨졌습니다.`,
        '기록은 고치지 않습니다. 백업해 둔 그대로 되살립니다.',
      );
    if (record.plan !== id || record.edition !== edition)
      return wrong(
        `이 판의 공시 기록이 아닙니다: ${name}에는 계획 ${record.plan}, 제${record.edition}차 판이 적혀 있습니다.`,
        `계획 ${id}, 제${edition}차 판의 기록을 되살립니다.`,
      );
    if (edition > 0 && !files.has(`editions/${edition}.yaml`))
      return wrong(
        `공시한 판이 없어졌습니다(${publicationLabel(record)}): editions/${edition}.yaml이 없습니다.`,
        `editions/${edition}.yaml을 되살립니다. 바로잡을 것은 그 뒤의 정정 판에 적습니다.`,
      );
    const lost = [...record.files].find(([one, digest]) => {
      const text = files.get(one);
      return isRecord(one) && (text === undefined || digestOf(plainText(text)) !== digest);
    });
    if (lost !== undefined && readPublication(files.get(lost[0]) ?? '{}') !== undefined)
      return wrong(`앞서 공시한 판의 기록이 바뀌었습니다: ${lost[0]}`, '백업해 둔 그대로 되살립니다.');
    if (lost !== undefined && !files.has(lost[0]))
      return wrong(`앞서 공시한 판의 기록이 없어졌습니다: ${lost[0]}`, '백업해 둔 그대로 되살립니다.');
    return changesSince(record, sources, templates, earlier);
  });
}

function isRecord(name: string): boolean {
  return name.startsWith('published/');
}

function changesSince(
  record: ReadRecord,
  sources: Folders,
  templates: Templates,
  earlier: Set<Address>,
): readonly Found[] {
  const { edition } = record;
  const { displayRoot } = sources.plan;
  const files = digestsOf(sources, edition);
  const program = sources.program ?? record.program;
  if (program === record.program && sameEntries(files, record.files)) return [];
  const { value, diagnostics } = remade(sources, edition, templates);
  if (value !== undefined)
    return publishedChanges(record, { ...value, program, displayRoot, files }, earlier);
  const first = diagnostics.find(isError);
  return [
    {
      subject: `${edition} remade`,
      message: `공시한 판을 지금 자료로 다시 만들 수 없어 견주지 못했습니다(${publicationLabel(record)}): ${first?.message ?? ''}`,
      place: first?.place ?? { file: `${displayRoot}/${publicationFile(edition)}`, line: 1, column: 1 },
      remedy: REMEDY,
    },
  ];
}

/** The edition as `build --final` would make it today, whatever the check says of it. */
function remade({ plan: folder, templates: lists }: Folders, edition: number, templates: Templates) {
  const { plan, revised, diagnostics } = prepare({ plan: folder }, { edition, lists });
  if (plan === undefined || revised === undefined || hasErrors(diagnostics))
    return { value: undefined, diagnostics };
  const { value: document, diagnostics: found } = composeFinal({ plan, revised, templates });
  return {
    value: document && { plan, book: revised.book, document },
    diagnostics: [...diagnostics, ...found],
  };
}

/** The files that an edition is made from, by name, and the program's templates as one. */
export function digestsOf({ plan, templates }: Folders, edition: number): ReadonlyMap<string, string> {
  const isOf = (name: string) => {
    const [, folder, number = ''] = /^(editions|published)\/(\d+)\./.exec(name) ?? [];
    // What went out before is no part of it, but is not to get lost.
    if (folder === 'published') return Number(number) < edition;
    return folder === undefined ? !UNPRINTED.test(name) : Number(number) <= edition;
  };
  return new Map([
    ...[...plan.files]
      .filter(([name]) => isOf(name))
      .map(([name, text]) => [name, digestOf(isRecord(name) ? plainText(text) : text)] as const),
    ...[...(plan.images ?? [])].map(
      ([name, bytes]) => [name, digestOf(Buffer.from(bytes).toString('latin1'))] as const,
    ),
    ['templates', digestOf(...[...templates.files].flat())] as const,
  ]);
}

const UNPRINTED = /^(README\.md|renew\.md|corrections\.yaml|budget-codes\.yaml)$/;

function sameEntries(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([name, digest]) => b.get(name) === digest);
}
