// What the program says to people who know its files -> what it says to those who never see one.
import { type Diagnostic, isError, type Severity } from '../diagnostic.ts';
import type { Fault } from './api.ts';

/** Names of files, addresses, commands, options and signs of templates: of no use to who has a screen before them. */
const TECHNICAL =
  /\.(?:yaml|hbs|json|md)\b|\b(?:tables|tasks|strategies|charts|figures|notes|names|narrative|editions|published|statistics|images|diagrams|output|templates|data)\/|iljari|--[a-z]|\{\{|[a-z]: |[a-z]-[a-z]/;

/** The sentences that anyone understands; undefined where none is left. */
export function plainWords(text: string | undefined): string | undefined {
  if (text === undefined || !TECHNICAL.test(text)) return text;
  const bare = text.replaceAll(/\([^()]*\)/g, (aside) => (TECHNICAL.test(aside) ? '' : aside));
  const kept = bare.split(/(?<=[.!?])\s/).filter((sentence) => !TECHNICAL.test(sentence));
  return kept.length === 0 ? undefined : kept.join(' ');
}

const SEVERITIES = {
  error: 'error',
  warning: 'warning',
  style: 'info',
  information: 'info',
} as const satisfies Record<Severity, Fault['severity']>;

export function plainSeverity(severity: Severity): Fault['severity'] {
  return SEVERITIES[severity];
}

const UNNAMED = '자료에 맞지 않는 곳이 있습니다. 자료를 만든 사람에게 물어보십시오.';

/** What only who has the files before them can do. */
const IN_FILES = '자료 파일';

function faultOf({ severity, message, expected, place }: Diagnostic): Fault {
  const told = expected?.includes(IN_FILES) === true ? undefined : plainWords(expected);
  const at = 'cell' in place ? cellWords(place.cell) : undefined;
  return {
    severity: plainSeverity(severity),
    message: plainWords(message) ?? UNNAMED,
    ...(told !== undefined && { expected: told }),
    ...(at !== undefined && { where: at }),
  };
}

/** `예산!I9` -> ‘예산’ 시트 I9 칸; nothing where the file as a whole is meant, whose cell has no sheet. */
function cellWords(cell: string): string | undefined {
  const at = cell.lastIndexOf('!');
  return at < 0 ? undefined : `‘${cell.slice(0, at)}’ 시트 ${cell.slice(at + 1)} 칸`;
}

/** The errors first; each sentence once. */
export function faultsOf(diagnostics: readonly Diagnostic[]): readonly Fault[] {
  const sorted = [...diagnostics.filter(isError), ...diagnostics.filter((one) => !isError(one))];
  const faults = sorted.map((one) => faultOf(one));
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}

/** A refusal of the page's own. */
export function refusal(message: string, expected?: string): Fault {
  return { severity: 'error', message, ...(expected !== undefined && { expected }) };
}
