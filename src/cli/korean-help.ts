// A command of the library -> its help and its faults in Korean.
import type { Argument, Command, CommanderError } from 'commander';
import { korean as spoken } from '../diagnostic/particle.ts';
import { sayLines, warnLines } from './print.ts';

const HELP_TITLES: Readonly<Record<string, string>> = {
  'Usage:': '사용법:',
  'Arguments:': '인자:',
  'Options:': '선택:',
  'Commands:': '명령:',
};

/** Help and faults in Korean, and no exit behind our back. */
export function korean(command: Command): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', '도움말을 보여 줍니다.')
    .configureHelp({
      styleTitle: (title) => HELP_TITLES[title] ?? title,
      styleUsage: (usage) => usage.replace('[options]', '[선택]').replace('[command]', '[명령]'),
      styleSubcommandTerm: (term) => term.replace('[options]', '[선택]'),
      argumentDescription: describe,
      optionDescription: (option) => option.description,
    })
    .configureOutput({ writeOut: sayLines, writeErr: (text) => warnLines(text), outputError: () => {} });
}

function describe(argument: Argument): string {
  return argument.defaultValue === undefined
    ? argument.description
    : `${argument.description} (처음값: ${String(argument.defaultValue)})`;
}

/** What is wrong with a command line, from the library's code and the word it quotes. */
export function usageMessage(error: CommanderError): string {
  const word = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const messages: Readonly<Record<string, string>> = {
    'commander.unknownCommand': spoken`'${word}'은(는) 없는 명령입니다.`,
    'commander.unknownOption': spoken`'${word}'은(는) 없는 선택입니다.`,
    'commander.optionMissingArgument': `'${word}' 뒤에 값이 있어야 합니다.`,
    'commander.missingArgument': spoken`'${word}'을(를) 적어야 합니다.`,
    'commander.missingMandatoryOptionValue': spoken`${optionOf(error)}을(를) 적어야 합니다.`,
    'commander.conflictingOption': spoken`'${word}'은(는) --from과 함께 쓸 수 없습니다.`,
    'commander.invalidArgument': `'${word}'의 값이 바르지 않습니다.${formIn(error)}`,
    'commander.excessArguments': '인자가 너무 많습니다.',
  };
  return `${messages[error.code] ?? error.message} 쓰는 법은 iljari --help로 볼 수 있습니다.`;
}

/** What the value has to be, where an option of ours says so. */
function formIn({ message }: CommanderError): string {
  const form = (message.split(' is invalid. ')[1] ?? '')
    .replace('Allowed choices are ', '')
    .replace(/\.$/, '');
  return form === '' ? '' : ` (바른 형식: ${form})`;
}

/** `--title` of `required option '--title <제목>' not specified`. */
function optionOf({ message }: CommanderError): string {
  return /'(--[\w-]+)/.exec(message)?.[1] ?? '';
}
