// A small plan (test/plans/workbooks) -> the parts of its workbooks, one element a line, as the golden ones stand on disk.
import path from 'node:path';
import { build } from '../../src/commands/build.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import { KEPT } from '../kept.ts';
import { partsIn } from '../write/xlsx/parts.ts';
import { GOLDEN_FOLDER } from './golden-folder.ts';

export const GOLDEN_WORKBOOKS = path.join(GOLDEN_FOLDER, 'workbooks');

/** Fixed text of the library's, 8 kB in each workbook. */
const THEME = 'xl/theme/theme1.xml';

/** By path: `budget/xl/workbook.xml`. */
export async function workbookParts(): Promise<ReadonlyMap<string, string>> {
  const folders = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
  const folder = path.join(PROGRAM_FOLDER, 'test/plans/workbooks');
  const sources = (await readSources(folder, folders, { fonts: false, kept: KEPT })).value;
  if (sources === undefined) throw new Error(`${folder} cannot be read`);
  const options = { proof: false };
  const { files, diagnostics } = await build(sources, ['xlsx'], undefined, undefined, options);
  if (files.length !== 2) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return new Map(
    files.flatMap(({ name, bytes }) =>
      [...partsIn(bytes)]
        .filter(([part]) => part !== THEME)
        .map(([part, text]) => [
          `${path.basename(name, '.xlsx')}/${part}`,
          `${text.replaceAll('><', '>\n<')}\n`,
        ]),
    ),
  );
}
