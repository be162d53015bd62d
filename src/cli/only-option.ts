// The option --only of the build -> the formats that are asked for.
import { InvalidArgumentError, Option } from 'commander';
import type { Format } from '../commands/build.ts';

const FORMATS: readonly string[] = ['pdf', 'xlsx', 'hwpx', 'form'] satisfies readonly Format[];

export function onlyOption(): Option {
  return new Option(
    '--only <형식>',
    '적은 것만 만듭니다(여럿은 쉼표로): pdf, xlsx(budget.xlsx와 targets.xlsx), hwpx(한글에서 여는 plan.hwpx), form(엑셀에서 모두 채우는 plan.xlsx)',
  ).argParser(formatsOf);
}

/** In the order in which they are made, each once. Throws commander's error for a word that is no format. */
function formatsOf(text: string): readonly Format[] {
  const words = text.split(',').map((word) => word.trim());
  if (words.some((word) => !FORMATS.includes(word))) throw new InvalidArgumentError(FORMATS.join(', '));
  return FORMATS.filter((format) => words.includes(format)) as Format[];
}
