// The system's user -> the folder in which this program keeps what is that user's alone.
import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { isCode } from './file-system.ts';

/** `iljari` in XDG_STATE_HOME or `~/.local/state`, on Windows in LOCALAPPDATA; undefined for a user without a folder. It need not be there. */
export function userFolder(): string | undefined {
  const windows = process.platform === 'win32';
  const given = windows ? process.env.LOCALAPPDATA : process.env.XDG_STATE_HOME;
  if (given !== undefined && path.isAbsolute(given)) return path.join(given, 'iljari');
  try {
    const home = homedir();
    const parts = windows ? ['AppData', 'Local'] : ['.local', 'state'];
    return path.isAbsolute(home) ? path.join(home, ...parts, 'iljari') : undefined;
  } catch {
    return undefined;
  }
}

/** An administrator who is given the folder of a user would make a file in it that the user cannot read. */
export async function isOurs(folder: string): Promise<boolean> {
  const user = process.getuid?.();
  if (user === undefined) return true;
  for (let place = folder; ; place = path.dirname(place)) {
    try {
      return (await stat(place)).uid === user;
    } catch (error) {
      if (!isCode(error, 'ENOENT') || place === path.dirname(place)) return false;
    }
  }
}
