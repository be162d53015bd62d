// The sRGB colour space as an ICC profile: what the numbers of DeviceRGB mean on screen.
// Source: IEC 61966-2-1 (primaries, transfer curve); ICC.1:2001-04 (version 2.4 profiles: header, tags, curveType, XYZType).

/** D50 media white and the sRGB primaries adapted to it by Bradford, as IEC 61966-2-1 profiles state them. */
const WHITE = [0.9642, 1, 0.8249] as const;
const PRIMARIES = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
} as const;
const CURVE_POINTS = 1024;
const HEADER = 128;

/** The bytes of the profile, always the same. */
export function srgbProfile(): Uint8Array {
  const tags: readonly (readonly [name: string, data: Buffer])[] = [
    ['desc', description('sRGB IEC61966-2.1')],
    ['cprt', text('No copyright, use freely')],
    ['wtpt', xyz(WHITE)],
    ...Object.entries(PRIMARIES).map(([name, values]) => [name, xyz(values)] as const),
    ['rTRC', curve()],
  ];
  const count = tags.length + 2;
  const table = Buffer.alloc(4 + 12 * count);
  table.writeUInt32BE(count, 0);
  const bodies: Buffer[] = [];
  let offset = HEADER + table.length;
  const place = new Map<string, readonly [offset: number, size: number]>();
  for (const [name, data] of tags) {
    place.set(name, [offset, data.length]);
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    bodies.push(padded);
    offset += padded.length;
  }
  // All three channels share one curve.
  const names = [...tags.map(([name]) => name), 'gTRC', 'bTRC'];
  names.forEach((name, index) => {
    const [at, size] = place.get(name) ?? place.get('rTRC') ?? [0, 0];
    table.write(name, 4 + 12 * index, 'latin1');
    table.writeUInt32BE(at, 8 + 12 * index);
    table.writeUInt32BE(size, 12 + 12 * index);
  });
  return Buffer.concat([header(offset), table, ...bodies]);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(HEADER);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02400000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  // The date of the standard's profile: a profile has a date, and this one no clock.
  [1999, 10, 18, 0, 0, 0].forEach((part, index) => void bytes.writeUInt16BE(part, 24 + 2 * index));
  bytes.write('acsp', 36, 'latin1');
  xyz(WHITE).copy(bytes, 68, 8);
  return bytes;
}

function typed(signature: string, size: number): Buffer {
  const bytes = Buffer.alloc(8 + size);
  bytes.write(signature, 0, 'latin1');
  return bytes;
}

function xyz(values: readonly number[]): Buffer {
  const bytes = typed('XYZ ', 12);
  values.forEach((value, index) => void bytes.writeInt32BE(Math.round(value * 0x10000), 8 + 4 * index));
  return bytes;
}

function text(value: string): Buffer {
  const bytes = typed('text', value.length + 1);
  bytes.write(value, 8, 'latin1');
  return bytes;
}

/** ASCII name; the Unicode and script parts stay empty. */
function description(value: string): Buffer {
  const bytes = typed('desc', 4 + value.length + 1 + 4 + 4 + 2 + 1 + 67);
  bytes.writeUInt32BE(value.length + 1, 8);
  bytes.write(value, 12, 'latin1');
  return bytes;
}

function curve(): Buffer {
  const bytes = typed('curv', 4 + 2 * CURVE_POINTS);
  bytes.writeUInt32BE(CURVE_POINTS, 8);
  for (let index = 0; index < CURVE_POINTS; index++) {
    const value = index / (CURVE_POINTS - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    bytes.writeUInt16BE(Math.round(linear * 0xffff), 12 + 2 * index);
  }
  return bytes;
}
