// Words and lists -> YAML as people write it: plain where that is safe, quoted where not.

/** Nothing that YAML takes for anything but these words, in flow lists neither. */
const PLAIN = /^[\p{Script=Hangul}\p{Script=Latin}][\p{L}\p{N}.·()%~/ ]*$/u;
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n|missing|computed|nan|inf)$/i;

export function yamlText(text: string): string {
  if (PLAIN.test(text) && !WORDS.test(text) && text === text.trim()) return text;
  return /[\n\t]/.test(text) ? JSON.stringify(text) : quoted(text);
}

/** In single quotes, whatever it says. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** `{ id: a, label: b }`; what is undefined is left out. */
export function flowMap(entries: readonly (readonly [key: string, value: string | undefined])[]): string {
  return `{ ${entries.flatMap(([key, value]) => (value === undefined ? [] : `${key}: ${value}`)).join(', ')} }`;
}

export function flowList(items: readonly string[]): string {
  return `[${items.join(', ')}]`;
}
