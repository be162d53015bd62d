#!/usr/bin/env node
// A process -> a thread that runs the command line in it, and words for what the engine itself cannot go on without.
import { fileURLToPath } from 'node:url';
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { ask, askLine } from './cli/ask.ts';
import { crashExit, crashText } from './cli/crash.ts';
import { ENGINE_FLAGS } from './cli/engine-flags.ts';
import { EXIT } from './cli/exit-code.ts';
import { NODE_VERSIONS, runsOn } from './cli/node-version.ts';
import { warnLines } from './cli/print.ts';
import { silenceOthers } from './cli/silence.ts';
import { type CommandData, put, type Sent, TERMINAL } from './cli/terminal.ts';
import { lackingSpace } from './files/address-space.ts';
import { shortageOf } from './files/shortage.ts';

for (const flag of ENGINE_FLAGS) setFlagsFromString(flag);
// Nearly all that a build makes is garbage at once; in a larger young space it is swept less often (5 % of the time).
setFlagsFromString('--min-semi-space-size=16');

/** Says what went wrong and ends: after an error that no one handled nothing can be relied on. */
async function crash(error: unknown): Promise<void> {
  const exit = crashExit(error);
  process.exitCode = exit;
  // What it had open is closed with it.
  await thread?.terminate();
  const text = await crashText(error, { args: process.argv.slice(2) });
  warnLines(text, () => process.exit(exit));
}

/** Says that what was printed did not get where it was to go (`iljari check > 목록.txt` on a full disk), and ends. */
function unprinted(stream: NodeJS.WriteStream, { code }: NodeJS.ErrnoException): void {
  process.exitCode = EXIT.unusable;
  if (stream === process.stderr) process.exit();
  const next = shortageOf(code ?? '')?.message ?? '디스크에 빈 공간이 있는지 확인하고 다시 실행하십시오.';
  warnLines(`화면이나 파일로 내보내던 글이 잘렸습니다(${code}). ${next}\n`, () => process.exit());
}

let thread: Worker | undefined;

silenceOthers();
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read along has gone (`iljari check | head`): there is no one left to tell.
    if (error.code === 'EPIPE') process.exit();
    if (error.syscall === 'write') unprinted(stream, error);
    else void crash(error);
  });
}
process.on('uncaughtException', (error) => void crash(error));
process.on('unhandledRejection', (reason) => void crash(reason));

/** Begins the thread, and passes on what it says. */
function begin(): Worker {
  let astray = false;
  try {
    process.cwd();
  } catch {
    astray = true;
    process.chdir(fileURLToPath(new URL('.', import.meta.url)));
  }
  // A process whose memory is used up is ended by the engine at once, with words of its own; a thread is ended, and told here.
  const maxOldGenerationSizeMb = Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20);
  const thread = new Worker(new URL('./command-thread.js', import.meta.url), {
    argv: process.argv.slice(2),
    workerData: { terminal: TERMINAL, astray } satisfies CommandData,
    resourceLimits: { maxOldGenerationSizeMb },
  });
  thread.on('message', async (sent: Sent) => {
    if ('text' in sent) put(sent.stream, sent.text);
    else thread.postMessage('prompt' in sent ? await askLine(sent.prompt) : await ask(sent.question));
  });
  thread.on('error', (error) => void crash(error));
  thread.on('exit', (code) => {
    process.exitCode ??= code;
  });
  return thread;
}

const lacking = lackingSpace('read');
if (!runsOn(process.versions.node)) {
  const text = `Node.js ${process.version}에서는 쓸 수 없습니다. Node.js ${NODE_VERSIONS}을 설치하고 다시 실행하십시오.\n`;
  warnLines(text, () => process.exit(EXIT.unusable));
} else if (lacking !== undefined) warnLines(`${lacking}\n`, () => process.exit(EXIT.unusable));
else thread = begin();
