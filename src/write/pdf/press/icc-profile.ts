// An ICC profile's bytes -> what it is for and what it is called (ICC.1:2010, 7.2 and 7.3).

export interface ProfileFacts {
  /** `prtr` for printing. */
  readonly deviceClass: string;
  /** `CMYK` for four inks. */
  readonly space: string;
  readonly name: string;
}

/** Undefined when the bytes are no profile. */
export function profileFacts(bytes: Uint8Array): ProfileFacts | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length < 132 || data.toString('latin1', 36, 40) !== 'acsp') return undefined;
  return {
    deviceClass: data.toString('latin1', 12, 16),
    space: data.toString('latin1', 16, 20).trimEnd(),
    name: nameOf(data) ?? '',
  };
}

function nameOf(data: Buffer): string | undefined {
  for (let index = 0; index < data.readUInt32BE(128); index++) {
    const entry = 132 + 12 * index;
    if (entry + 12 > data.length) return undefined;
    if (data.toString('latin1', entry, entry + 4) !== 'desc') continue;
    const at = data.readUInt32BE(entry + 4);
    if (at + 28 > data.length) return undefined;
    const kind = data.toString('latin1', at, at + 4);
    if (kind === 'desc') return data.toString('latin1', at + 12, at + 11 + data.readUInt32BE(at + 8));
    if (kind !== 'mluc') return undefined;
    const start = at + data.readUInt32BE(at + 24);
    const text = Buffer.from(data.subarray(start, start + data.readUInt32BE(at + 20)));
    return text.length % 2 === 0 ? text.swap16().toString('utf16le') : undefined;
  }
  return undefined;
}
