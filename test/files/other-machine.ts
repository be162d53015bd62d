// A test's own folders of users -> this process as one machine or another.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const STATE = 'XDG_STATE_HOME';

export interface Machines {
  /** From now on this process is the machine of that name; one that has no secret to keep when it is unset. */
  become(name: string | undefined): Promise<void>;
  /** As it was before. */
  end(): Promise<void>;
}

/** For tests that run one after the other: what a process is stands in its environment. */
export async function machines(): Promise<Machines> {
  const root = await mkdtemp(path.join(tmpdir(), 'iljari-machines-'));
  const before = process.env[STATE];
  const keys = new Map<string, string>();
  return {
    become: async (name) => {
      if (name === undefined) {
        // No folder can be made below a file.
        await writeFile(path.join(root, 'file'), '');
        process.env[STATE] = path.join(root, 'file');
        return;
      }
      const state = path.join(root, name);
      const key = keys.get(name) ?? String(keys.size + 1).repeat(64);
      keys.set(name, key);
      await mkdir(path.join(state, 'iljari'), { recursive: true });
      await writeFile(path.join(state, 'iljari/machine-id'), `${key}\n`);
      process.env[STATE] = state;
    },
    end: async () => {
      if (before === undefined) delete process.env[STATE];
      else process.env[STATE] = before;
      await rm(root, { recursive: true, force: true });
    },
  };
}
