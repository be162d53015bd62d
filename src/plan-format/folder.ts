// The names of the files in a plan's folder -> which of them is what; strays are reported.
import { isId } from '../figure/address.ts';
import { codePoint, unusableIn } from '../figure/characters.ts';
import { SINGLE_FILES, type SinglePath } from './data-files.ts';
import { didYouMean, type Faults } from './faults.ts';
import type { Mapping } from './node.ts';

export interface NamedFile {
  /** Without folder and ending. */
  readonly name: string;
  /** In the plan's folder. */
  readonly path: string;
}

/** Reads one YAML file if it is there. A file that `data-files.ts` does not know cannot be asked for. */
export type ReadFile = <T>(
  file: SinglePath | NamedFile,
  reader: (root: Mapping) => T | undefined,
) => T | undefined;

interface SortedFiles {
  readonly statistics: readonly NamedFile[];
  readonly narratives: readonly NamedFile[];
  readonly tasks: readonly NamedFile[];
  /** The texts of task sheets. */
  readonly sheets: readonly NamedFile[];
  /** The publication's own frame: its template, texts that it includes, specs of charts. */
  readonly publication: readonly NamedFile[];
  readonly partials: readonly NamedFile[];
  readonly charts: readonly NamedFile[];
  /** Budget revisions, in the order of their numbers. */
  readonly editions: readonly NamedFile[];
}

const SINGLE: readonly string[] = Object.values(SINGLE_FILES).map(({ path }) => path);

const KNOWN = `${SINGLE.join(', ')}, statistics/표-id.yaml, tasks/과제-id.yaml, tasks/과제-id.hbs, narrative/이름.hbs, publication.hbs, partials/이름.hbs, charts/그림틀.vl.json, editions/차수.yaml (이름은 영어 소문자, 숫자, -)`;

/** Read by other phases, by people or by editors; what says that an edition has gone out. */
const ELSEWHERE =
  /^((README|renew|adopt)\.md|published\/(?:0|[1-9]\d{0,3})\.json|schema\/[a-z-]+\.schema\.json)$/;

/** The files of the folder in the order of their names. Rules: `missing-file`, `unknown-file`. */
export function sortFiles(
  displayRoot: string,
  files: ReadonlyMap<string, string>,
  faults: Faults,
): SortedFiles {
  const whole = (path: string) => ({ file: `${displayRoot}/${path}`, line: 1, column: 1 });
  if (!files.has('plan.yaml')) {
    faults.add({
      rule: 'missing-file',
      place: whole('plan.yaml'),
      message: 'plan.yaml 파일이 없습니다.',
      expected: 'id, title, issuer, year, issue-date가 든 plan.yaml',
    });
  }
  const statistics: NamedFile[] = [];
  const narratives: NamedFile[] = [];
  const tasks: NamedFile[] = [];
  const sheets: NamedFile[] = [];
  const publication: NamedFile[] = [];
  const partials: NamedFile[] = [];
  const charts: NamedFile[] = [];
  const editions: NamedFile[] = [];
  for (const path of [...files.keys()].sort()) {
    const [, table] = /^statistics\/([^/]+)\.yaml$/.exec(path) ?? [];
    const [, narrative] = /^narrative\/([^/]+)\.hbs$/.exec(path) ?? [];
    const [, task, ending] = /^tasks\/([^/]+)\.(yaml|hbs)$/.exec(path) ?? [];
    const [, partial] = /^partials\/([^/]+)\.hbs$/.exec(path) ?? [];
    const [, chart] = /^charts\/([^/]+)\.vl\.json$/.exec(path) ?? [];
    const [, edition] = /^editions\/([1-9]\d*)\.yaml$/.exec(path) ?? [];
    if (SINGLE.includes(path) || ELSEWHERE.test(path)) continue;
    if (table !== undefined && isId(table)) statistics.push({ name: table, path });
    else if (narrative !== undefined && isId(narrative)) narratives.push({ name: narrative, path });
    else if (path === 'publication.hbs') publication.push({ name: 'publication', path });
    else if (partial !== undefined && isId(partial)) partials.push({ name: partial, path });
    else if (chart !== undefined && isId(chart)) charts.push({ name: chart, path });
    else if (edition !== undefined) editions.push({ name: edition, path });
    else if (task !== undefined && isId(task))
      (ending === 'yaml' ? tasks : sheets).push({ name: task, path });
    else {
      const [hidden] = unusableIn(path);
      if (hidden !== undefined)
        faults.add({
          rule: 'unusable-character',
          place: whole(path),
          message: `파일 이름에 쓸 수 없는 문자가 있습니다: ${codePoint(hidden.character)}`,
          expected: '영어 소문자, 숫자, -로 된 이름',
        });
      faults.add({
        rule: 'unknown-file',
        place: whole(path),
        message: '이 폴더에 있을 수 없는 파일입니다.',
        expected: path.includes('/') ? KNOWN : didYouMean(path, [...SINGLE, 'publication.hbs'], KNOWN),
      });
    }
  }
  editions.sort((a, b) => Number(a.name) - Number(b.name));
  return { statistics, narratives, tasks, sheets, publication, partials, charts, editions };
}
