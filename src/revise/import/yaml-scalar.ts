// A text -> the characters that stand for it in a YAML file, in block and flow style alike.

/** Begins with a letter, holds nothing that YAML could take for its own signs, and is no word of YAML's. */
const PLAIN = /^[\p{L}(][\p{L}\p{N} ·.()~/+%&「」‘’“”『』-]*$/u;
const WORDS = /^(true|false|null|yes|no|on|off|y|n)$/i;

export function yamlScalar(text: string): string {
  const plain = PLAIN.test(text) && !WORDS.test(text) && text === text.trim();
  return plain ? text : JSON.stringify(text);
}
