// A file's name and the names beside it -> the file of which it is a backup, a copy or what an editor keeps while that is open.

/** What editors and systems put before a name: locks of Emacs (`.#`) and offices (`.~lock.`, `~$`), copies saved by Emacs (`#`), what macOS knows of a file (`._`). */
const BEFORE = /^(?:\.~lock\.|\.[_#~]|~\$|[#~])/;
/** Vim's and Kate's copies of a file that is open have a dot in front, too; most others with one are settings of other programs. */
const OPEN = /^\.(?=.+\.(?:sw[a-p]|kate-swp)$)/;
/** As a plan's own texts are called, in which nothing stands behind a name. */
const OWN = /^[a-z\d-]+(?:\.vl)?\.[a-z]+$/;
const TEXT = /\.(?:yaml|hbs|json)$/;
/** What a person or a program adds to a name: a blank, a bracket or a dot; words for it; a computer's name. `youth_jobs` is a name itself, wrongly typed. */
const ADDED = /^(?:[^\p{L}\p{N}_-]|[-_]?(?:충돌|사본|복사본|[Cc]onflict|[Cc]opy|[Bb]ak|old|[A-Z]{2}))/u;

/** What macOS puts beside every file on a disk that is not its own. */
export function isOfMac(name: string): boolean {
  return name.startsWith('._');
}

/**
 * Undefined where it is none, or of no file that `fits`. Merges, editors and people put something behind the whole name
 * (`plan.yaml.orig`, `plan.yaml.r12`, `plan.yaml (1)`); drives that two people share, and copies, before its ending (`plan (충돌된 사본).yaml`):
 * that is told by the file beside it.
 */
export function keptBeside(typed: string, beside: ReadonlySet<string>, fits: RegExp): string | undefined {
  const name = typed.normalize('NFC');
  const bare = name.replace(BEFORE, '').replace(OPEN, '');
  if (bare.startsWith('.')) return undefined;
  const ends = [...bare.matchAll(/\.[A-Za-z]+/g)].map(({ 0: ending, index }) => index + ending.length);
  const isWhole = bare === name && fits.test(name);
  const whole = isWhole ? name : ends.map((end) => bare.slice(0, end)).find((start) => fits.test(start));
  if (whole === undefined || (whole === name && OWN.test(name))) return undefined;
  if (whole !== name) return isText(bare, whole) ? undefined : whole;
  const ending = TEXT.exec(name)?.[0];
  if (ending === undefined) return undefined;
  return [...beside].find(
    (other) =>
      other !== name &&
      other.endsWith(ending) &&
      name.startsWith(other.slice(0, -ending.length)) &&
      ADDED.test(name.slice(other.length - ending.length)),
  );
}

/** What Notepad makes of a name is the file itself. */
function isText(name: string, whole: string): boolean {
  return name.toLowerCase() === `${whole.toLowerCase()}.txt`;
}
