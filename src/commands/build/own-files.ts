// The fonts and profiles that the program brings along -> those that are not what they were.

import { crc32 } from 'node:zlib';
import { type Diagnostic, fileFault } from '../../diagnostic.ts';
import { grouped } from '../../figure/show.ts';
import type { SourceFolder } from '../sources.ts';
import { CHECKSUMS } from './checksums.ts';

/** What the bundled profile is called among those at hand: no file of a plan begins with a slash. */
export const OWN_PROFILE = '/FOGRA39L_coated.icc';

type OwnFile = keyof typeof CHECKSUMS;

/** Each font that is missing, cut, emptied, harmed or exchanged, as `harmed-file`: nothing may be printed with it. */
export function harmedFonts(
  templates: SourceFolder,
  fonts: ReadonlyMap<string, Uint8Array>,
): readonly Diagnostic[] {
  return (Object.keys(CHECKSUMS) as OwnFile[])
    .filter((file) => file.startsWith('fonts/'))
    .flatMap((file) => harm(templates, file, fonts.get(file.slice('fonts/'.length))));
}

export function harmedProfile(templates: SourceFolder, bytes: Uint8Array | undefined): readonly Diagnostic[] {
  return harm(templates, `templates/press${OWN_PROFILE}`, bytes);
}

function harm(
  { displayRoot }: SourceFolder,
  file: OwnFile,
  bytes: Uint8Array | undefined,
): readonly Diagnostic[] {
  const { bytes: size, crc32: sum } = CHECKSUMS[file];
  if (bytes?.length === size && crc32(bytes) === sum) return [];
  const what = file.startsWith('fonts/') ? '글꼴 파일' : 'ICC 프로파일';
  const [count, right] = [bytes?.length ?? 0, size].map((one) => grouped(String(one)));
  const differs = count === right ? '내용이 다릅니다' : `${right}바이트여야 하는데 ${count}바이트입니다`;
  const message =
    bytes === undefined
      ? `프로그램의 ${what}이 없습니다.`
      : `프로그램의 ${what}이 손상되었거나 다른 파일로 바뀌었습니다: ${differs}.`;
  const expected = `프로그램에 들어 있던 ${file} 그대로 (나누어 준 곳에서 다시 받습니다)`;
  // The folders of the program lie side by side.
  return [fileFault('harmed-file', displayRoot.replace(/templates$/, file), message, expected)];
}
