// `iljari help 확인`: the page's help texts, on the command line.
import { PROGRAM_FOLDER, readHelp } from '../files.ts';
import { sayLines } from './print.ts';

/** By this all of them are asked for. */
const ALL = '화면';

/**
 * Prints the text that begins with the word, as `# 확인: …` does, or that a file is named by; whether there is one. Blanks of the word do
 * not count.
 */
export async function sayHelpText(word: string): Promise<boolean> {
  const asked = word.replaceAll(' ', '');
  const found = (await readHelp(PROGRAM_FOLDER)).filter(
    ({ name, text }) => asked === ALL || name === `${asked}.md` || topicOf(text) === asked,
  );
  for (const { text } of found) sayLines(`${text.replace('# ', '').replaceAll('**', '').trimEnd()}\n\n`);
  return found.length > 0;
}

/** `첫화면` of `# 첫 화면: 할 일부터 시작하기`. */
function topicOf(text: string): string {
  return (text.split(':')[0] ?? '').replace('#', '').replaceAll(' ', '');
}
