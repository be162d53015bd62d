// What happens -> every open window, one JSON a line; and when the last window has been closed for a while, the end.
import type { ServerResponse } from 'node:http';
import type { ServerEvent } from './api-jobs.ts';

/** In milliseconds: a silent line may be cut by what lies between, and a closed window is seen by it. */
const BEAT = 20_000;

export class Events {
  readonly #windows = new Set<ServerResponse>();
  readonly #idle: number;
  readonly #onIdle: () => void;
  #ending: NodeJS.Timeout | undefined;

  /** `onIdle` is called when no window has been open for so many milliseconds, from the first `wait` on. */
  constructor(idle: number, onIdle: () => void) {
    this.#idle = idle;
    this.#onIdle = onIdle;
  }

  /** Keeps the answer open until the window goes. */
  join(window: ServerResponse): void {
    clearTimeout(this.#ending);
    this.#windows.add(window);
    const beat = setInterval(() => window.write('\n'), BEAT);
    window.write('\n');
    window.on('close', () => {
      clearInterval(beat);
      this.#windows.delete(window);
      if (this.#windows.size === 0) this.wait();
    });
  }

  send(event: ServerEvent): void {
    for (const window of this.#windows) window.write(`${JSON.stringify(event)}\n`);
  }

  end(): void {
    clearTimeout(this.#ending);
    this.send({ kind: 'ended' });
    for (const window of this.#windows) window.end();
  }

  /** Waits for a window, from now on as long. */
  wait(): void {
    clearTimeout(this.#ending);
    this.#ending = setTimeout(this.#onIdle, this.#idle);
  }
}
