// The program's stream of events -> jobs, changes of files and its end.
import type { ServerEvent } from '../../serve/api-jobs.ts';
import { Gone, send } from './client.ts';
import { catchUp, isChanging, isGone, jobs, loadPlans, openPlan, plan, stamp } from './store.ts';

/** Milliseconds until the stream is asked for again after it broke off. */
const PAUSE = 1000;
/** A stream that cannot be had so often in a row: the program has ended. */
const MOST_TRIES = 3;

/** Listens until the program is gone. */
export async function listen(): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    try {
      const stream = await send('/api/events', {});
      // What happened before it was heard.
      void catchUp();
      for await (const event of linesOf(stream)) {
        tries = 0;
        take(event);
        if (isGone.value) return;
      }
    } catch (error) {
      if (error instanceof Gone && tries + 1 === MOST_TRIES) break;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  isGone.value = true;
}

function take(event: ServerEvent): void {
  if (event.kind === 'ended') isGone.value = true;
  else if (event.kind === 'job') jobs.value = new Map(jobs.value).set(event.job.job, event.job);
  else if (!isChanging.value && event.stamp !== stamp.value && event.plan === plan.value?.card.plan)
    void openPlan(event.plan, stamp.value).then(loadPlans);
}

async function* linesOf(answer: Response): AsyncGenerator<ServerEvent> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
    if (done || value === undefined) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as ServerEvent;
  }
}
