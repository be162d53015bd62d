// A path as it is shown -> the word to type for it in a shell.

/** Quoted where it has more than letters, digits and the marks of a path. */
export function inShell(shown: string): string {
  return /[^\p{L}\p{N}._/:-]/u.test(shown) ? `"${shown}"` : shown;
}
