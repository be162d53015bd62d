// A plan's folder -> what is kept of it in the user's folder: JSON of a known form, read when it is first asked for.
import * as v from 'valibot';
import { bytesDigest, readUserFile, writeUserFile } from '../files.ts';

export class PlanRecord<Form extends v.GenericSchema> {
  /** In the user's folder. */
  readonly #file: string;
  #known: v.InferOutput<Form> | undefined;

  /** `folder` is the plan's, without links; `none` stands for what is not there, or nobody can read. */
  constructor(
    kind: string,
    folder: string,
    readonly form: Form,
    readonly none: v.InferOutput<Form>,
  ) {
    this.#file = `${kind}/${bytesDigest(Buffer.from(folder)).slice(0, 32)}.json`;
  }

  async read(): Promise<v.InferOutput<Form>> {
    this.#known ??= await this.#stored();
    return this.#known;
  }

  /** What is read from now on, whether or not it can be kept. */
  async write(value: v.InferOutput<Form>): Promise<void> {
    this.#known = value;
    await writeUserFile(this.#file, JSON.stringify(value));
  }

  async #stored(): Promise<v.InferOutput<Form>> {
    try {
      const read = v.safeParse(this.form, JSON.parse((await readUserFile(this.#file)) ?? 'null'));
      return read.success ? read.output : this.none;
    } catch {
      return this.none;
    }
  }
}
