#!/usr/bin/env node
// Command line -> a command, its messages in Korean and an exit code. With src/cli/, the only console output of the program.
import { setFlagsFromString } from 'node:v8';
import { Command, CommanderError } from 'commander';
import { addBuildCommand } from './cli/build-command.ts';
import { addCheckCommand } from './cli/check-command.ts';
import { addCompareCommand } from './cli/compare-command.ts';
import { EXIT, type ExitCode } from './cli/exit-code.ts';
import { addImportCommand } from './cli/import-command.ts';
import { korean, usageMessage } from './cli/korean-help.ts';
import { addNewCommand } from './cli/new-command.ts';
import { programVersion } from './files.ts';

// A cold build is over before optimised code has paid for itself: optimising later saves a third of the processor time
// (measured: 1,540 ms to 1,040 ms on two cores), and long builds are still optimised.
setFlagsFromString('--interrupt-budget=1000000');
// Nearly all that a build makes is garbage at once; in a larger young space it is swept less often (5 % of the time).
setFlagsFromString('--min-semi-space-size=16');

/** One file a command, in the order in which the help lists them. */
const COMMANDS = {
  build: addBuildCommand,
  check: addCheckCommand,
  import: addImportCommand,
  compare: addCompareCommand,
  new: addNewCommand,
} as const satisfies Record<string, (command: Command, done: (exit: ExitCode) => void) => void>;

/** Runs one command line (without node and script) in the working folder and returns the exit code. */
async function main(args: readonly string[]): Promise<ExitCode> {
  let exit: ExitCode = EXIT.done;
  const program = korean(new Command('iljari'))
    .description('지방자치단체 일자리대책 자료를 공시용 PDF와 통합문서로 만듭니다.')
    .version(`iljari ${await programVersion()}`, '-V, --version', '판 번호를 보여 줍니다.')
    .helpCommand('help [명령]', '명령의 도움말을 보여 줍니다.');
  for (const [name, add] of Object.entries(COMMANDS)) {
    add(korean(program.command(name)), (code) => {
      exit = code;
    });
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help is asked for (exit 0), or shown because no command was given.
    if (error.exitCode === 0) return EXIT.done;
    if (error.code !== 'commander.help') process.stderr.write(`${usageMessage(error)}\n`);
    return EXIT.usage;
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`프로그램 내부의 오류입니다. 아래 내용을 개발자에게 알려 주십시오.\n${detail}\n`);
  process.exitCode = EXIT.internal;
}
