// A version of Node.js -> whether the program runs on it.

/** As a person is told. */
export const NODE_VERSIONS = '20.15 이상(21, 22.0, 22.1 제외)';

/** `version` like `20.15.0`. Checksums of packed files (`zlib.crc32`) came with 20.15 and 22.2. */
export function runsOn(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 20 ? minor >= 15 : major === 22 ? minor >= 2 : major > 22;
}
