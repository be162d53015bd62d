// The bytes of files before and after a change -> what to keep of it so that it can be undone and done again, and back.
import * as v from 'valibot';
import { bytesDigest } from '../files.ts';

const PART = v.object({
  name: v.string(),
  /** Digests; none where there was or is no such file. */
  before: v.optional(v.string()),
  after: v.optional(v.string()),
  /** Where the files begin to differ, in bytes; what stood there and what stands there, in base64. */
  at: v.pipe(v.number(), v.integer(), v.minValue(0)),
  was: v.string(),
  is: v.string(),
});

const RECORD = v.object({
  id: v.string(),
  words: v.string(),
  /** Local date and time. */
  when: v.string(),
  who: v.string(),
  isUndone: v.boolean(),
  /** None for what cannot be undone, behind which nothing can. */
  parts: v.array(PART),
});

export const RECORDS = v.array(RECORD);
export type ChangeRecord = v.InferOutput<typeof RECORD>;
type Part = v.InferOutput<typeof PART>;

/** Undefined bytes: there is no such file. */
type Bytes = Uint8Array | undefined;

export function partOf(name: string, before: Bytes, after: Bytes): Part {
  const [was, is] = [before ?? new Uint8Array(), after ?? new Uint8Array()];
  const most = Math.min(was.length, is.length);
  let at = 0;
  while (at < most && was[at] === is[at]) at++;
  let rest = 0;
  while (rest < most - at && was[was.length - 1 - rest] === is[is.length - 1 - rest]) rest++;
  const cut = (bytes: Uint8Array) => Buffer.from(bytes.subarray(at, bytes.length - rest)).toString('base64');
  return {
    name,
    ...(before && { before: bytesDigest(before) }),
    ...(after && { after: bytesDigest(after) }),
    at,
    was: cut(was),
    is: cut(is),
  };
}

/** The file as it was before the change, or with `forth` as it was after it. `other`: it is not as the change left it. */
export function turned(part: Part, now: Bytes, forth: boolean): { readonly bytes: Bytes } | 'other' {
  const [from, to] = forth ? [part.before, part.after] : [part.after, part.before];
  if ((now && bytesDigest(now)) !== from) return 'other';
  if (to === undefined) return { bytes: undefined };
  const [old, fresh] = (forth ? [part.was, part.is] : [part.is, part.was]).map((text) =>
    Buffer.from(text, 'base64'),
  );
  const own = now ?? new Uint8Array();
  const bytes = Buffer.concat([
    own.subarray(0, part.at),
    fresh ?? new Uint8Array(),
    own.subarray(part.at + (old?.length ?? 0)),
  ]);
  return bytesDigest(bytes) === to ? { bytes } : 'other';
}
