// An ICC profile's bytes -> what it calls itself.

/** Bytes before its list of tags, and of an entry of that (ICC.1:2010, 7.2 and 7.3). */
const HEADER = 128;
const ENTRY = 12;
/** More tags than any profile has. */
const MOST_TAGS = 200;

/** What a profile calls itself: an ASCII text, or the first of several languages in UTF-16 (10.13, 10.15). */
export function profileNameIn(profile: Uint8Array): string | undefined {
  const bytes = Buffer.from(profile.buffer, profile.byteOffset, profile.byteLength);
  const four = (at: number): number => (at + 4 <= bytes.length ? bytes.readUInt32BE(at) : 0);
  const places = Array.from(
    { length: Math.min(four(HEADER), MOST_TAGS) },
    (_, tag) => HEADER + 4 + tag * ENTRY,
  );
  const entry = places.find((at) => bytes.toString('latin1', at, at + 4) === 'desc');
  if (entry === undefined) return undefined;
  const at = four(entry + 4);
  const kind = bytes.toString('latin1', at, at + 4);
  if (kind === 'desc') return bytes.toString('latin1', at + 12, at + 12 + four(at + 8) - 1);
  if (kind !== 'mluc') return undefined;
  const text = bytes.subarray(at + four(at + 24), at + four(at + 24) + four(at + 20));
  return new TextDecoder('utf-16be').decode(text);
}
