// The routes of the screen 공시: what there is, what is to be made, results opened, and the publication itself.
import path from 'node:path';
import * as v from 'valibot';
import type { Format } from '../commands/build.ts';
import { compareSources } from '../commands/compare.ts';
import { internalEdition, refusedPublication } from '../commands/publish.ts';
import { particle } from '../diagnostic/particle.ts';
import { hasErrors } from '../diagnostic.ts';
import { holdOutput, publishFiles, readBytes } from '../files.ts';
import { shownDate } from '../plan/edition.ts';
import type { Plan } from '../plan/plan.ts';
import { publicationFile } from '../plan/publication.ts';
import type { Fault } from './api.ts';
import type { Desk } from './desk.ts';
import type { House } from './house.ts';
import type { JobStep } from './jobs.ts';
import type { Look } from './look.ts';
import { OUTPUT_KIND_NAMES, OUTPUT_KINDS, type OutputKindName } from './output-kinds.ts';
import { firstDay, heldBy, outputFile, outputOf, outputsOf } from './outputs.ts';
import type { BuildOrder } from './outside.ts';
import { faultsOf, refusal } from './plain-words.ts';
import { editionName } from './plan-state.ts';
import { NOT_FOUND, type Reply } from './reply.ts';
import { DAY, ofPlan, type Route, type Routes, withBody, wordAt } from './route.ts';

const BUILD = v.object({
  kinds: v.pipe(v.array(v.picklist(OUTPUT_KIND_NAMES)), v.minLength(1)),
  isFinal: v.boolean(),
});
const PUBLISH = v.object({ stamp: v.string(), date: DAY });

export const PUBLISH_ROUTES: Routes = {
  'GET /api/plans/P/outputs': ofPlan(async (desk, { house }) => ({
    json: await outputsOf(house, desk, await desk.look()),
  })),
  'POST /api/plans/P/build': withBody(BUILD, async (desk, { kinds, isFinal }, { house }) => {
    const look = await desk.look();
    const plan = look.edition().value?.plan;
    const held = plan && (await heldBy(house, desk, plan));
    if (held !== undefined) return { status: 409, faults: [held] };
    const steps = stepsOf(house, desk, look, kinds, isFinal);
    const note = async (isDone: boolean): Promise<void> => {
      if (isDone) await noteMade(house, desk, look, withTwins(kinds), isFinal);
    };
    const names = titlesOf(kinds);
    const words = `${names}${particle(names, '을/를')} 만들었습니다.`;
    return { json: { job: house.jobs.start(words, steps, note).job } };
  }),
  'POST /api/plans/P/publish': withBody(PUBLISH, async (desk, body, { house }) =>
    published(house, desk, body),
  ),
  'POST /api/jobs/J/stop': (asking) =>
    asking.house.jobs.stop(wordAt(asking, 'J')) ? { json: {} } : NOT_FOUND,
  'POST /api/outputs/O/open': ofOutput(async (file, { outside }) => {
    if (await outside.openFile(file.place)) return { json: {} };
    return {
      status: 409,
      faults: [refusal('이 파일을 여는 프로그램을 시작하지 못했습니다.', '파일을 받아 직접 엶')],
    };
  }),
  'GET /api/outputs/O/file': ofOutput(async ({ bytes, name, title }) => {
    const ending = name.split('.').at(-1) ?? '';
    const shown = encodeURIComponent(`${title}.${ending}`);
    return {
      bytes,
      type: 'application/octet-stream',
      headers: { 'content-disposition': `attachment; filename*=UTF-8''${shown}` },
    };
  }),
};

interface OutputFile {
  readonly bytes: Uint8Array;
  readonly place: string;
  readonly name: string;
  readonly title: string;
}

function ofOutput(answer: (file: OutputFile, house: House) => Promise<Reply>): Route {
  return async (asking) => {
    const { house } = asking;
    const found = await outputFile(house, wordAt(asking, 'O'));
    const all = found && (await readBytes(found.folder, found.names));
    const name = found?.names.find((one) => all?.get(one) !== undefined) ?? '';
    const bytes = all?.get(name);
    if (found === undefined || bytes === undefined) return NOT_FOUND;
    return answer({ bytes, place: path.join(found.folder, name), name, title: found.title }, house);
  };
}

/** Files of one build together, the others each by itself. */
function stepsOf(
  house: House,
  desk: Desk,
  look: Look,
  kinds: readonly OutputKindName[],
  isFinal: boolean,
): readonly JobStep[] {
  const of = (...names: readonly OutputKindName[]) => kinds.filter((kind) => names.includes(kind));
  const main = of('publication', 'press', 'hwpx', 'budget', 'targets');
  const formats = [...new Set(main.flatMap((kind): readonly Format[] => OUTPUT_KINDS[kind].formats))];
  const order = { folder: desk.folder, isFinal, print: main.includes('press'), submit: false };
  return [
    ...(main.length > 0 ? [buildStep(house, titlesOf(main), { ...order, formats })] : []),
    ...of('ministry').map((kind) =>
      buildStep(house, titlesOf([kind]), { ...order, formats: ['xlsx'], print: false, submit: true }),
    ),
    ...of('form').map((kind) =>
      buildStep(house, titlesOf([kind]), { ...order, formats: ['form'], print: false, isFinal: false }),
    ),
    ...of('comparison').map((kind) => comparisonStep(house, desk, look, titlesOf([kind]))),
  ];
}

/** One of the two workbooks is never made without the other. */
function withTwins(kinds: readonly OutputKindName[]): readonly OutputKindName[] {
  const isBoth = kinds.includes('budget') || kinds.includes('targets');
  return isBoth ? [...new Set<OutputKindName>([...kinds, 'budget', 'targets'])] : kinds;
}

function titlesOf(kinds: readonly OutputKindName[]): string {
  return kinds.map((kind) => OUTPUT_KINDS[kind].title).join(', ');
}

function buildStep({ outside }: House, words: string, order: BuildOrder): JobStep {
  return {
    words,
    run: async (onStep, onStop) => {
      const running = outside.build(order, onStep);
      onStop(running.stop);
      const { isDone, diagnostics, why } = await running.end;
      const faults = faultsOf(diagnostics);
      if (isDone || faults.some(({ severity }) => severity === 'error')) return faults;
      return [refusal(why ?? '만들지 못했습니다. 전에 만든 파일은 그대로 있습니다.'), ...faults];
    },
  };
}

function comparisonStep(house: House, desk: Desk, look: Look, words: string): JobStep {
  return {
    words,
    run: async () => {
      const plan = look.edition().value?.plan;
      const sources = { ...look.sources, fonts: await house.fonts() };
      const { value, diagnostics } = await compareSources(sources, { files: true, places: false });
      if (value === undefined || plan === undefined) return faultsOf(diagnostics);
      const folder = outputOf(house, plan, plan.editions.length);
      await holdOutput(desk.folder, plan.id, house.outside.working);
      const written = await publishFiles(folder, value.files, 'replace', house.outside.working);
      return faultsOf([...diagnostics, ...written.diagnostics]);
    },
  };
}

async function noteMade(
  house: House,
  desk: Desk,
  look: Look,
  kinds: readonly OutputKindName[],
  isFinal: boolean,
): Promise<void> {
  const plan = look.edition().value?.plan;
  if (plan === undefined) return;
  const output = outputOf(house, plan, plan.editions.length);
  for (const kind of kinds)
    await desk.made.note(output, kind, { stamp: look.stamp, when: house.outside.now(), isFinal });
}

/** Why the last edition cannot have gone out on that day. */
function wrongDay({ outside }: House, look: Look, plan: Plan, date: string): Fault | undefined {
  const [first, today] = [firstDay(look, plan), outside.now().slice(0, 10)];
  const said = `공시한 날짜 ${shownDate(date)}`;
  if (date < first)
    return refusal(
      `${said}은 이 판의 날짜나 앞서 공시한 날보다 이릅니다. 공시하지 않았습니다.`,
      `${shownDate(first)}이거나 그 뒤의 날짜`,
    );
  if (date <= today) return undefined;
  return refusal(
    `${said}은 아직 오지 않았습니다(이 컴퓨터의 오늘: ${shownDate(today)}). 공시하지 않았습니다.`,
    '오늘이거나 그 앞의 날짜. 컴퓨터의 날짜가 틀렸으면 맞춘 뒤 다시 함',
  );
}

/** Everything that goes out, and the plan's own word that it has. */
async function published(
  house: House,
  desk: Desk,
  { stamp, date }: v.InferOutput<typeof PUBLISH>,
): Promise<Reply> {
  const look = await desk.look();
  const refuse = (faults: readonly Fault[]): Reply => ({ status: 409, faults });
  if (look.stamp !== stamp)
    return refuse([refusal('그동안 자료가 바뀌었습니다. 공시하지 않았습니다.', '바뀐 자료를 보고 다시 함')]);
  const plan = look.edition().value?.plan;
  const wrong = plan && (refusedPublication(look.sources.plan, 'latest') ?? internalEdition(plan));
  if (plan === undefined || wrong !== undefined) {
    const words =
      wrong?.rule === 'internal-edition'
        ? refusal('아직 확정하지 않은 판이라 공시할 수 없습니다. 바뀐 것은 없습니다.', '추경 화면에서 확정함')
        : refusal('이미 공시한 판입니다. 한 판은 한 번만 공시합니다.', '바로잡을 것을 담은 정정 판');
    return refuse(plan === undefined ? faultsOf(look.edition().diagnostics) : [words]);
  }
  const unfit = wrongDay(house, look, plan, date) ?? (await heldBy(house, desk, plan));
  if (unfit !== undefined) return refuse([unfit]);
  const kinds: readonly OutputKindName[] = ['publication', 'hwpx', 'budget', 'targets'];
  const formats: readonly Format[] = ['pdf', 'hwpx', 'xlsx'];
  const order = {
    folder: desk.folder,
    formats,
    isFinal: true,
    print: false,
    submit: false,
    publishedOn: date,
  };
  const name = editionName(plan.editions.at(-1), plan);
  // The record that it writes is this program's own doing.
  const record = publicationFile(plan.editions.length);
  const done = desk.own((file) => file === record);
  const onEnd = async (isDone: boolean): Promise<void> => {
    const after = await desk.look();
    done();
    if (!isDone) return;
    await desk.store.close(`${name} 공시함`);
    if (hasErrors(after.told)) return;
    await noteMade(house, desk, after, kinds, true);
    house.send({ kind: 'changed', plan: house.handleOf(desk), stamp: after.stamp });
  };
  return {
    json: {
      job: house.jobs.start(
        `${name}${particle(name, '을/를')} 공시했습니다.`,
        [buildStep(house, '공시본', order)],
        onEnd,
      ).job,
    },
  };
}
