// Command line -> exit code, on a thread of its own, which `cli.ts` watches.
import { shortageIn } from '../files.ts';
import { type Activity, crashText } from './crash.ts';
import { EXIT } from './exit-code.ts';
import { warnLines } from './print.ts';
import { runCommand } from './run-command.ts';
import { silenceOthers } from './silence.ts';

silenceOthers();
const activity: Activity = { args: process.argv.slice(2) };

/** Says what went wrong and ends: after an error that no one handled nothing can be relied on. */
async function crash(error: unknown): Promise<void> {
  // What ran out is no fault of the program.
  const exit = shortageIn(error) === undefined ? EXIT.internal : EXIT.unusable;
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
