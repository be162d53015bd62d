// Command line -> exit code, on a thread of its own, which `cli.ts` watches.
import { type Activity, crashExit, crashText } from './crash.ts';
import { warnLines } from './print.ts';
import { runCommand } from './run-command.ts';
import { silenceOthers } from './silence.ts';

silenceOthers();
const activity: Activity = { args: process.argv.slice(2) };

/** Says what went wrong and ends: after an error that no one handled nothing can be relied on. */
async function crash(error: unknown): Promise<void> {
  const exit = crashExit(error);
  process.exitCode = exit;
  const text = await crashText(error, activity);
  warnLines(text, () => process.exit(exit));
}

process.on('uncaughtException', (error) => void crash(error));
process.on('unhandledRejection', (reason) => void crash(reason));

try {
  process.exitCode = await runCommand(activity);
} catch (error) {
  await crash(error);
}
