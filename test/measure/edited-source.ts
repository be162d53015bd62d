// A vitest configuration: the sources with what EDITS names put in, so that tests run a changed program without a file being changed.
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';

/** What stands between two offsets of a file, by the file's path; in order, one after the other. */
export type Edits = Readonly<
  Record<string, readonly { readonly from: number; readonly to: number; readonly after: string }[]>
>;

const edits: Edits = JSON.parse(readFileSync(process.env.EDITS ?? '', 'utf8'));

/** As they are given: those that are quick and near the change come first. */
class Given extends BaseSequencer {
  override async sort<T>(files: T[]): Promise<T[]> {
    return files;
  }
}

export default defineConfig({
  plugins: [
    {
      name: 'edited-source',
      enforce: 'pre',
      transform(code, id) {
        const here = edits[id];
        if (here === undefined) return;
        let [text, at] = ['', 0];
        for (const { from, to, after } of here) {
          text += code.slice(at, from) + after;
          at = to;
        }
        return { code: text + code.slice(at), map: null };
      },
    },
  ],
  test: {
    isolate: false,
    testTimeout: 90_000,
    maxWorkers: 1,
    sequence: { sequencer: Given },
    ...(process.env.REACH !== undefined && { setupFiles: [`${import.meta.dirname}/reach.ts`] }),
  },
});
