// A folder -> a word each time that something in it may have changed.
import { watch } from 'node:fs';

/** In milliseconds. Network drives tell of nothing, so whoever watches looks by himself as often as this. */
const LOOK = 2_000;
/** In milliseconds: an editor writes a file in several steps. */
const REST = 50;

/** `onChange` may be called though nothing has changed. Gives back how to end it. */
export function watchFolder(folder: string, onChange: () => void): () => void {
  let resting: NodeJS.Timeout | undefined;
  const tell = (): void => {
    clearTimeout(resting);
    resting = setTimeout(onChange, REST);
  };
  const looking = setInterval(onChange, LOOK);
  let watcher: ReturnType<typeof watch> | undefined;
  try {
    // Where the system has no room for more watchers, looking remains.
    watcher = watch(folder, { recursive: true }, tell).on('error', () => watcher?.close());
  } catch {
    watcher = undefined;
  }
  return () => {
    clearTimeout(resting);
    clearInterval(looking);
    watcher?.close();
  };
}
