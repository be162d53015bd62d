// What was made of a plan, and of which state of its files -> whether what lies in the output folder is still of today.
import * as v from 'valibot';
import { bytesDigest, readBytes } from '../files.ts';
import { OUTPUT_KINDS, type OutputKindName } from './output-kinds.ts';
import { PlanRecord } from './plan-record.ts';

const MADE = v.record(
  v.string(),
  v.object({
    stamp: v.string(),
    /** Of the files, one after another. */
    digest: v.string(),
    /** Local date and time. */
    when: v.string(),
    isFinal: v.boolean(),
    pages: v.optional(v.number()),
  }),
);
type MadeOnes = v.InferOutput<typeof MADE>;

interface OutputState {
  readonly state: 'current' | 'old' | 'none';
  /** Undefined where nobody knows when it was made: by the command line, or on another computer. */
  readonly made?: MadeOnes[string];
}

/** Of one plan's folder. */
export class MadeOutputs {
  readonly #all: PlanRecord<typeof MADE>;

  constructor(folder: string) {
    this.#all = new PlanRecord('made', folder, MADE, {});
  }

  /** Notes that the files in the output folder are of the state. */
  async note(output: string, kind: OutputKindName, how: Omit<MadeOnes[string], 'digest'>): Promise<void> {
    const digest = await digestIn(output, kind);
    if (digest === undefined) return;
    await this.#all.write({ ...(await this.#all.read()), [`${output} ${kind}`]: { ...how, digest } });
  }

  /** What nobody knows the age of counts as old. */
  async stateOf(output: string, kind: OutputKindName, stamp: string): Promise<OutputState> {
    const digest = await digestIn(output, kind);
    if (digest === undefined) return { state: 'none' };
    const made = (await this.#all.read())[`${output} ${kind}`];
    if (made === undefined || made.digest !== digest) return { state: 'old' };
    return { state: made.stamp === stamp ? 'current' : 'old', made };
  }
}

/** Undefined where none of its files is there. */
async function digestIn(output: string, kind: OutputKindName): Promise<string | undefined> {
  const files = [...(await readBytes(output, OUTPUT_KINDS[kind].files)).values()];
  if (files.every((bytes) => bytes === undefined)) return undefined;
  return bytesDigest(Buffer.from(files.map((bytes) => (bytes ? bytesDigest(bytes) : '-')).join()));
}
