// Command line -> a command, its messages in Korean and an exit code.
import { Command, CommanderError } from 'commander';
import { programVersion } from '../files.ts';
import { addAdoptCommand } from './adopt-command.ts';
import { beforeAll, UNFINISHED } from './before-all.ts';
import { addBuildCommand } from './build-command.ts';
import { addCheckCommand } from './check-command.ts';
import { addCompareCommand } from './compare-command.ts';
import type { Activity } from './crash.ts';
import { hasDesktop } from './desktop.ts';
import { addDoctorCommand } from './doctor-command.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { addImportCommand } from './import-command.ts';
import { korean, usageMessage } from './korean-help.ts';
import { addNewCommand } from './new-command.ts';
import { addOpenCommand } from './open-command.ts';
import { warn } from './print.ts';
import { addProveCommand } from './prove-command.ts';
import { addPublishCommand } from './publish-command.ts';
import { addRevertCommand } from './revert-command.ts';
import { addSchemaCommand } from './schema-command.ts';
import { ASTRAY, TERMINAL } from './terminal.ts';
import { addWatchCommand } from './watch-command.ts';

/** One file a command, in the order in which the help lists them. */
const COMMANDS = {
  open: addOpenCommand,
  build: addBuildCommand,
  watch: addWatchCommand,
  check: addCheckCommand,
  import: addImportCommand,
  compare: addCompareCommand,
  publish: addPublishCommand,
  prove: addProveCommand,
  revert: addRevertCommand,
  new: addNewCommand,
  adopt: addAdoptCommand,
  schema: addSchemaCommand,
  doctor: addDoctorCommand,
} as const satisfies Record<string, (command: Command, done: (exit: ExitCode) => void) => void>;

/** Tells the error that there is no working folder from those of the command line. */
const NO_FOLDER = 'iljari.noFolder';

/** Runs one command line (without node and script) in the working folder, notes what it does, and returns the exit code. */
export async function runCommand(activity: Activity): Promise<ExitCode> {
  let exit: ExitCode = EXIT.done;
  const program = korean(new Command('iljari'))
    .description('지방자치단체 일자리대책 자료를 공시용 PDF와 통합문서로 만듭니다.')
    .version(`iljari ${await programVersion()}`, '-V, --version', '판 번호를 보여 줍니다.')
    .helpCommand(
      'help [명령]',
      '명령의 도움말을 보여 줍니다. 화면에서 하는 일은 help 화면(첫화면, 추경, 확인, 공시, 되돌리기)입니다.',
    );
  for (const [name, add] of Object.entries(COMMANDS)) {
    add(korean(program.command(name)), (code) => {
      exit = code;
    });
  }
  program.hook('preAction', async (_, command) => {
    activity.command = command.name();
    if (command.processedArgs[0] !== undefined) activity.subject = String(command.processedArgs[0]);
    await beforeAll(command, workingFolder());
  });
  try {
    const [first, word] = activity.args;
    if (first === 'help' && word !== undefined && !Object.hasOwn(COMMANDS, word)) {
      const { sayHelpText } = await import('./help-texts.ts');
      if (await sayHelpText(word)) return EXIT.done;
    }
    await program.parseAsync(isBare(activity) ? ['open'] : activity.args, { from: 'user' });
    return exit;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === NO_FOLDER) {
      warn('지금 있는 폴더가 지워졌거나 열 수 없는 폴더입니다. 다른 폴더로 옮겨 다시 실행하십시오.');
      return EXIT.unusable;
    }
    // Told already.
    if (error.code === UNFINISHED) return EXIT.unusable;
    // Help is asked for (exit 0), or shown because no command was given.
    if (error.exitCode === 0) return EXIT.done;
    if (error.code !== 'commander.help') warn(usageMessage(error));
    return EXIT.usage;
  }
}

/** Whether a person before a screen has said nothing but the program's name: the page is what they want. */
function isBare({ args }: Activity): boolean {
  return args.length === 0 && (TERMINAL.stdin || TERMINAL.stdout) && hasDesktop();
}

/** Throws `NO_FOLDER` when someone has removed it. */
function workingFolder(): string {
  if (ASTRAY) throw new CommanderError(EXIT.unusable, NO_FOLDER, NO_FOLDER);
  return process.cwd();
}
