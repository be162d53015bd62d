// Lines {{#box "제목"}} and {{/box}} -> calls of helpers, so that a group may reach over pieces of texts and hold any other tag.
import { GROUPS } from './tokens.ts';

const OPENING = /^([ \t]*\{\{)#(?=([a-z]+)[ \t}])/gmu;
const CLOSING = /^([ \t]*\{\{)\/(?=([a-z]+)[ \t]*\}\}[ \t]*$)/gmu;

const isGroup = (name: string): boolean => GROUPS.some((group) => group === name);

/** The text with those lines rewritten; all else as it was. */
export function withGroupCalls(text: string): string {
  const edge = (word: string) => (whole: string, braces: string, name: string) =>
    isGroup(name) ? `${braces}${word}-` : whole;
  return text.replace(OPENING, edge('begin')).replace(CLOSING, edge('end'));
}
