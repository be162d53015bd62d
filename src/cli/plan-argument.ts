// The argument [계획] that most commands have, and [계획...] of those that take several.
import { Argument } from 'commander';

const BUNDLED_PLAN = 'incheon-seogu-2023';

/** A folder's path, or a folder's name under data/; the bundled plan when it is left out. */
export function planArgument(): Argument {
  return new Argument('[계획]', '계획 폴더의 경로, 또는 data/ 아래의 폴더 이름').default(BUNDLED_PLAN);
}

/** One or more of them, or folders that hold some; the bundled plan when all is left out. */
export function plansArgument(): Argument {
  return new Argument(
    '[계획...]',
    '계획 폴더의 경로, data/ 아래의 폴더 이름, 또는 계획이 여럿 든 폴더',
  ).default([BUNDLED_PLAN], BUNDLED_PLAN);
}
