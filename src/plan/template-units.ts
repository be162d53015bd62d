// A template's text -> its stretches of lines as people see them: a heading, an item or a paragraph with the lines that go on, or a call.
import { crc32 } from 'node:zlib';
import { ITEM, plainMarker } from './typed-markers.ts';

export interface TemplateUnit {
  /** Lines of the file, from 1. */
  readonly from: number;
  readonly to: number;
  /** Its lines as one, without blanks around; a break that print keeps is one. */
  readonly source: string;
  /** A line of tags that print something of its own, or hold lines together. */
  readonly isCall: boolean;
  /** Whether a comment stands in its lines, which only the file can keep. */
  readonly isRemarked: boolean;
}

/** A comment to its end, or to that of the text, where there is none. */
const COMMENT = /\{\{~?!--[\s\S]*?(?:--~?\}\}|$)/g;
/** Opens a tag that stands on lines of its own. */
const CALL = /^\{\{~?\s*(?:[#/^>]|(?:else|table|chart|image|diagram|insert|page-break)\b)/;
const HEAD = /^(?:#{1,3}\s|□|[※*]\s)/u;

/** In the order of the file; comments are none of them. */
export function unitsOf(text: string): readonly TemplateUnit[] {
  const units: TemplateUnit[] = [];
  const lines = text.replaceAll(COMMENT, (comment) => comment.replaceAll(/[^\n]/g, ' ')).split('\n');
  const written = text.split('\n');
  const isRemarked = (from: number, to: number) =>
    written.slice(from, to).some((line, index) => line !== lines[from + index]);
  for (let index = 0; index < lines.length; index++) {
    const from = index;
    let line = lines[index] ?? '';
    // A tag over several lines is one of them.
    while (isOpen(line) && index + 1 < lines.length) line += `\n${lines[++index]}`;
    const source = line.trim();
    if (source === '') continue;
    const isCall = CALL.test(source);
    const opening = plainMarker(source);
    const above = units.at(-1);
    const goesOn = /^(?: {2}|\t)/.test(line) && !isCall && !HEAD.test(opening) && !ITEM.test(opening);
    if (goesOn && above !== undefined && !above.isCall) {
      const isBroken = above.source.endsWith('\\');
      const before = isBroken ? above.source.slice(0, -1).trimEnd() : above.source;
      units[units.length - 1] = {
        ...above,
        to: index + 1,
        source: `${before}${isBroken ? '\n' : ' '}${source}`,
        isRemarked: isRemarked(above.from - 1, index + 1),
      };
    } else
      units.push({
        ...{ from: from + 1, to: index + 1, source, isCall },
        isRemarked: isRemarked(from, index + 1),
      });
  }
  return units;
}

function isOpen(line: string): boolean {
  return line.split('{{').length > line.split('}}').length;
}

/** `narrative/summary.hbs#5-1a2b3c4d`: the file, the line, and what tells whether the line is still as it was. */
export function unitId(file: string, { from, source }: TemplateUnit): string {
  return `${file}#${from}-${sumOf(source)}`;
}

/** The unit of the file that the id was given to, wherever it stands now: of several alike, the nearest. */
export function unitOf(id: string, units: readonly TemplateUnit[]): TemplateUnit | undefined {
  const [, line, sum] = /#(\d+)-([\da-f]{8})$/.exec(id) ?? [];
  const far = ({ from }: TemplateUnit) => Math.abs(from - Number(line));
  return units.filter(({ source }) => sumOf(source) === sum).toSorted((a, b) => far(a) - far(b))[0];
}

function sumOf(source: string): string {
  return crc32(source).toString(16).padStart(8, '0');
}
