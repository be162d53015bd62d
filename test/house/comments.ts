// The text of a source file -> the same without its comments.

/** Comments that begin a line. A path with an asterisk (`editions/*.yaml`) begins none. */
export function withoutComments(text: string): string {
  return text.replaceAll(/^\s*\/\/.*$/gm, '').replaceAll(/^\s*\/\*[\s\S]*?\*\//gm, '');
}
