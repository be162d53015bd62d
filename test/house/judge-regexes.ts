// The source files -> linear-regexes.txt: every regular expression without end that the checker calls linear. With --new those that are there already are not judged again.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { isBounded, regexesOfSource } from './regexes.ts';
import { superlinear } from './superlinear.ts';

const listed = path.join(import.meta.dirname, 'left-regexes.yaml');
const { left, made } = parse(readFileSync(listed, 'utf8')) as {
  readonly left: readonly { readonly regex: string }[];
  readonly made: readonly { readonly form?: string }[];
};
const literals = regexesOfSource().flatMap((one) => (one.made ? [] : [one.text]));
const all = new Set([...literals, ...made.flatMap(({ form }) => form ?? [])]);
const reasoned = new Set(left.map(({ regex }) => regex));
const list = path.join(import.meta.dirname, 'linear-regexes.txt');
const known = new Set(process.argv.includes('--new') ? readFileSync(list, 'utf8').split('\n') : []);
const linear = [...all].sort().filter((text) => {
  if (isBounded(text) || reasoned.has(text)) return false;
  if (known.has(text)) return true;
  const told = superlinear(text);
  if (told !== undefined) process.stdout.write(`${text}\n  ${told}\n`);
  return told === undefined;
});
writeFileSync(list, `${linear.join('\n')}\n`);
