// Changes of a plan's files -> each one journalled write, with a record in the user's folder by which it is undone and done again.
import { randomBytes } from 'node:crypto';
import { type Diagnostic, hasErrors } from '../diagnostic.ts';
import { bytesDigest, publishFiles, readBytes } from '../files.ts';
import { type ChangeRecord, partOf, RECORDS, turned } from './change-record.ts';
import type { Outside } from './outside.ts';
import { PlanRecord } from './plan-record.ts';

/** New texts by the files' names in the plan's folder; undefined: the file goes. */
export type NewTexts = ReadonlyMap<string, string | undefined>;

/** Written; or not, as the files are other ones than they were taken for; or not, and why. */
export type Written = 'written' | 'other' | { readonly refused: readonly Diagnostic[] };

/** In characters: so much of what was changed is kept, the newest first. */
const MOST_KEPT = 8_000_000;
const BOM = '\uFEFF';

export class Store {
  readonly #folder: string;
  readonly #outside: Outside;
  readonly #records: PlanRecord<typeof RECORDS>;

  /** `folder` is the plan's, without links. */
  constructor(folder: string, outside: Outside) {
    this.#folder = folder;
    this.#outside = outside;
    this.#records = new PlanRecord('changes', folder, RECORDS, []);
  }

  /** The oldest first. */
  records(): Promise<readonly ChangeRecord[]> {
    return this.#records.read();
  }

  /** The last change that stands, where it can be undone. */
  async undoable(): Promise<ChangeRecord | undefined> {
    const last = (await this.records()).findLast(({ isUndone }) => !isUndone);
    return last?.parts.length === 0 ? undefined : last;
  }

  /** The first change that was undone. */
  async redoable(): Promise<ChangeRecord | undefined> {
    return (await this.records()).find(({ isUndone }) => isUndone);
  }

  /** Writes the texts where those that stand there are still the `known` ones. */
  async write(words: string, texts: NewTexts, known: ReadonlyMap<string, string>): Promise<Written> {
    const before = await readBytes(this.#folder, [...texts.keys()]);
    for (const [name, bytes] of before) if (textOf(bytes) !== known.get(name)) return 'other';
    const after = new Map(
      [...texts].map(([name, text]) => [name, bytesLike(before.get(name), text)] as const),
    );
    const written = await this.#publish(before, after);
    if (written === 'written') {
      const parts = [...after].map(([name, bytes]) => partOf(name, before.get(name), bytes));
      await this.#keep([
        ...(await this.records()).filter(({ isUndone }) => !isUndone),
        this.#record(words, parts),
      ]);
    }
    return written;
  }

  /** Behind what was done now nothing is undone: it has gone out. */
  async close(words: string): Promise<void> {
    await this.#keep([
      ...(await this.records()).filter(({ isUndone }) => !isUndone),
      this.#record(words, []),
    ]);
  }

  undo(): Promise<Written> {
    return this.#turn(false);
  }

  redo(): Promise<Written> {
    return this.#turn(true);
  }

  async #turn(forth: boolean): Promise<Written> {
    const record = await (forth ? this.redoable() : this.undoable());
    if (record === undefined) return 'other';
    const now = await readBytes(
      this.#folder,
      record.parts.map(({ name }) => name),
    );
    const after = new Map<string, Uint8Array | undefined>();
    for (const part of record.parts) {
      const made = turned(part, now.get(part.name), forth);
      if (made === 'other') return 'other';
      after.set(part.name, made.bytes);
    }
    const written = await this.#publish(now, after);
    if (written === 'written')
      await this.#keep(
        (await this.records()).map((one) => (one === record ? { ...one, isUndone: !forth } : one)),
      );
    return written;
  }

  async #publish(
    before: ReadonlyMap<string, Uint8Array | undefined>,
    after: ReadonlyMap<string, Uint8Array | undefined>,
  ): Promise<Written> {
    const files = [...after].flatMap(([name, bytes]) => (bytes ? [{ name, bytes }] : []));
    const gone = [...after].flatMap(([name, bytes]) => (bytes ? [] : [name]));
    const seen = new Map([...before].map(([name, bytes]) => [name, bytes && bytesDigest(bytes)] as const));
    const working = this.#outside.working;
    const { value, diagnostics } = await publishFiles(
      this.#folder,
      files,
      'edit',
      working,
      undefined,
      gone,
      seen,
    );
    if (value !== undefined && !hasErrors(diagnostics)) return 'written';
    return diagnostics.some(({ rule }) => rule === 'changed-meanwhile') ? 'other' : { refused: diagnostics };
  }

  #record(words: string, parts: ChangeRecord['parts']): ChangeRecord {
    const { now, who } = this.#outside;
    return { id: randomBytes(8).toString('hex'), words, when: now(), who, isUndone: false, parts };
  }

  /** As many as there is room for. */
  async #keep(records: readonly ChangeRecord[]): Promise<void> {
    let room = MOST_KEPT;
    const kept = records.toReversed().filter((record) => {
      room -= JSON.stringify(record).length;
      return room > 0;
    });
    await this.#records.write(kept.toReversed());
  }
}

/** As a plan's file is read; undefined where there is none. */
function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes && new TextDecoder().decode(bytes).replaceAll('\r\n', '\n').normalize('NFC');
}

/** The text in bytes, with the ends of lines that the file had. */
function bytesLike(before: Uint8Array | undefined, text: string | undefined): Uint8Array | undefined {
  if (text === undefined) return undefined;
  const earlier = new TextDecoder('utf-8', { ignoreBOM: true }).decode(before);
  const ended = earlier.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
  return new TextEncoder().encode(earlier.startsWith(BOM) ? BOM + ended : ended);
}
