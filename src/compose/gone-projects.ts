// The blocks of an edition -> what in them still speaks of projects that ended or moved away: their names, and their figures, which are nil.
import { particle } from '../diagnostic/particle.ts';
import type { SourceLocation } from '../diagnostic.ts';
import type { Block, Note } from '../document/document.ts';
import { plainText, type RichText } from '../document/inline.ts';
import { textsOf } from '../document/reading.ts';
import { type Address, projectAddress } from '../figure/address.ts';
import { planFolder } from '../plan/plan-folder.ts';
import { type PlacedName, type Project, placesFrom, type Task, tasksOf } from '../plan/programme.ts';
import { richText } from './inline.ts';
import type { TemplateRenderer } from './render.ts';
import type { Session } from './session.ts';

/** A project that stands no more where it stood. */
interface Gone {
  /** Of all its figures there. */
  readonly base: string;
  readonly name: string;
  readonly spellings: readonly string[];
  /** The task in which it goes on; none for one that ended. */
  readonly now: { readonly task: Task; readonly project: string } | undefined;
}

/**
 * Tells of every text that names one (`ended-project-named`) and of every figure of one that is printed
 * (`gone-figure-printed`: an error when `strict`, else a warning). Blocks of the project's own are no such texts, nor the sheet of the
 * task where it is now, nor what the programme prints by itself.
 */
export function tellOfGoneProjects(
  session: Session,
  renderer: TemplateRenderer,
  blocks: readonly Block[],
  notes: ReadonlyMap<string, Note>,
  strict: boolean,
): void {
  const gone = goneOf(session, renderer);
  if (gone.length === 0) return;
  const names = allNames(session, renderer, gone);
  const longer = new Map(gone.map((one) => [one, longerThan(names, one)]));
  const own = programmeFiles(session);
  const printed = blocks.filter(({ id }) => !session.comparing.has(id));
  const texts = [...printed.flatMap(textsOf), ...[...notes.values()].map(({ content }) => content)];
  const purposes = new Set(
    blocks.flatMap((block) => (block.kind === 'task-sheet' && block.purpose ? [block.purpose] : [])),
  );
  for (const text of texts) {
    for (const one of gone)
      if (printsFigure(session, text, one)) tellOfFigure(session, one, text.place, strict);
    if (own.has(text.place.file) && !purposes.has(text)) continue;
    const words = typedWords(text).replaceAll(/\s+/g, ' ');
    for (const one of gone) {
      if (isAtHome(session, one, text.place)) continue;
      const rest = masked(words, longer.get(one) ?? []);
      if (callsName(text, one) || one.spellings.some((name) => speaks(rest, name)))
        tellOfName(session, one, text.place);
    }
  }
}

function goneOf(session: Session, renderer: TemplateRenderer): readonly Gone[] {
  const { programme } = session.plan;
  const tasks = new Map(tasksOf(programme).map((task) => [task.id, task]));
  return [...tasks.values()].flatMap((task) =>
    task.ended.map((project): Gone => {
      const at = { task: task.id, project: project.id };
      const last = placesFrom(programme, at, project, 'movedTo').at(-1);
      const now = last?.project.endedIn === undefined ? last && tasks.get(last.key.task) : undefined;
      const spellings = spellingsOf(session, renderer, project.name);
      return {
        base: `${projectAddress(at)}/`,
        name: spellings[0] ?? project.id,
        spellings,
        now: now && last && { task: now, project: last.key.project },
      };
    }),
  );
}

/** The canonical spelling first, as they are printed. */
function spellingsOf(
  session: Session,
  renderer: TemplateRenderer,
  { canonical, published }: PlacedName,
): readonly string[] {
  const spelt = [canonical, ...Object.values(published)].map((source) =>
    plainText(richText(session, renderer, source).inlines)
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
  return [...new Set(spelt)].filter((name) => name !== '');
}

/** Every name of the plan, in force or not. */
function allNames(session: Session, renderer: TemplateRenderer, gone: readonly Gone[]): readonly string[] {
  const { programme, names } = session.plan;
  const placed = [
    ...programme.strategies.map(({ name }) => name),
    ...tasksOf(programme).flatMap(({ name, projects }) => [
      name,
      ...projects.map((one: Project) => one.name),
    ]),
  ];
  return [
    ...placed.flatMap((name) => spellingsOf(session, renderer, name)),
    ...gone.flatMap(({ spellings }) => spellings),
    ...[...names.values()].flatMap(({ canonical, published }) => [canonical, ...published]),
  ];
}

/** Names that hold one of the project's: 청년 인턴 지원 does not speak of 청년 인턴. The longest first. */
function longerThan(names: readonly string[], { spellings }: Gone): readonly string[] {
  const longer = names.filter(
    (name) => !spellings.includes(name) && spellings.some((one) => name.includes(one)),
  );
  return [...new Set(longer)].sort((a, b) => b.length - a.length);
}

function masked(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replaceAll(name, '\uFFFC'), text);
}

/** Whether the name stands in the text, and not as the end of another word. */
function speaks(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return true;
  return false;
}

/** Without the names that a helper or a list put in: of those it is known whose they are, whatever else has that name. */
function typedWords({ inlines }: RichText): string {
  return plainText(
    inlines.map((one) =>
      one.kind === 'text' && one.meaning.kind === 'name' ? { ...one, text: '\uFFFC' } : one,
    ),
  );
}

/** Whether a helper in the text called the name. */
function callsName({ inlines }: RichText, { base }: Gone): boolean {
  return inlines.some(
    (one) =>
      one.kind === 'text' &&
      one.meaning.kind === 'name' &&
      `${one.meaning.name.replace(/^project\/([^/]+)\//, 'tasks/$1/projects/')}/` === base,
  );
}

/** Files whose texts are the programme's own, and those of the editions: names stand there in their own right. */
function programmeFiles({ plan }: Session): ReadonlySet<string> {
  const { strategies } = plan.programme;
  return new Set(
    [...strategies, ...tasksOf(plan.programme), ...plan.editions].map(({ place }) => place.file),
  );
}

/** Whether the text is the project's own, or of the sheet of the task where it is now. */
function isAtHome({ ownTexts }: Session, { now }: Gone, place: SourceLocation): boolean {
  if (now === undefined) return false;
  if (place.file === now.task.sheet?.file) return true;
  return ownTexts.some(
    ({ file, from, to, project }) =>
      file === place.file &&
      'line' in place &&
      from <= place.line &&
      place.line <= to &&
      project.task === now.task.id &&
      project.project === now.project,
  );
}

function printsFigure(session: Session, { inlines }: RichText, { base }: Gone): boolean {
  const restates = (address: Address): boolean => {
    if (address.startsWith(base)) return true;
    const relation = session.book.get(address)?.definition.relation;
    if (relation?.kind === 'same') return restates(relation.as);
    return relation?.kind === 'rounded' && restates(relation.of);
  };
  return inlines.some((one) => one.kind === 'figure' && restates(one.address));
}

function tellOfFigure(
  session: Session,
  { name, base, now }: Gone,
  place: SourceLocation,
  strict: boolean,
): void {
  const goes = now === undefined ? '끝난' : `${taskName(now.task)} 옮긴`;
  session.say({
    rule: 'gone-figure-printed',
    subject: subjectOf(session, base, place),
    severity: strict ? 'error' : 'warning',
    message: `${goes} 세부사업 ‘${name}’의 수치가 여기서 ‘-’로 인쇄됩니다.`,
    expected:
      '세부사업을 따라가도록 {{#project "세부사업-id"}}와 {{/project}}로 묶은 글, 또는 판의 changes에 { text: 파일, before: …, after: … }',
    place,
  });
}

function tellOfName(session: Session, { name, base, now }: Gone, place: SourceLocation): void {
  session.say({
    rule: 'ended-project-named',
    subject: subjectOf(session, base, place),
    severity: 'warning',
    message:
      now === undefined
        ? `끝난 세부사업을 글에서 아직 말합니다: ${name}`
        : `${taskName(now.task)} 옮긴 세부사업을 글에서 말합니다: ${name}`,
    expected: '이 판에 맞는 글 (판의 changes에 { text: 파일, before: …, after: … })',
    place,
  });
}

/** The project, and the file of the text: one decision for all that the text says of it. */
function subjectOf({ plan }: Session, base: string, { file }: SourceLocation): string {
  const folder = planFolder(plan);
  return `${base.slice(0, -1)} in ${file.startsWith(folder) ? file.slice(folder.length) : file}`;
}

/** ‘청년 인턴’ 과제로 */
function taskName({ name }: Task): string {
  return `과제 ‘${name.canonical.text}’${particle(name.canonical.text, '으로/로')}`;
}
