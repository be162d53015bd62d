// Lines of a document -> lines of a narrative as plans write them.
import { ITEM, kindOfMarker, markersDownTo } from '../../plan/typed-markers.ts';
import type { LineBlock } from '../block.ts';
import { oneLine, plain, withoutBold } from '../inline-text.ts';

/** Items hang at most so deep. */
const DEEPEST = 4;

/** Writes the lines of one text, one after the other, and knows where it is. */
export class OutlineText {
  readonly #lines: string[] = [];
  #markers: readonly string[] = [];
  #sections = 0;
  readonly #isSheet: boolean;

  /** `isSheet`: it stands in a task's sheet, where no parts and sections are. */
  constructor(isSheet = false) {
    this.#isSheet = isSheet;
  }

  part(numeral: string, title: string): void {
    this.#lines.push(`# ${numeral === '' ? '' : `${numeral} `}${oneLine(title)}`);
    this.#sections = 0;
    this.#markers = [];
  }

  line(block: LineBlock): void {
    const { text } = block;
    const section = this.#isSheet ? undefined : this.#sectionIn(block);
    if (section !== undefined) {
      this.#open('');
      this.#lines.push(section);
    } else if (/^□\s*\S/u.test(text)) {
      this.#open('');
      this.#lines.push(`□ ${oneLine(withoutBold(text.slice(1).trim()))}`);
    } else if (/^[※*]\s*\S/u.test(text) && !text.startsWith('**'))
      this.#lines.push(broken(text.replace(/^(.)\s*/u, '$1 ')));
    else if (ITEM.test(text)) this.#item(text);
    else this.#lines.push(broken(guarded(text)));
  }

  /** A line of its own that calls a table, a chart or something else. */
  call(text: string): void {
    this.#lines.push('', text, '');
  }

  raw(text: string): void {
    this.#lines.push(text);
  }

  toString(): string {
    return `${this.#lines
      .join('\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim()}\n`;
  }

  #open(blank: string): void {
    this.#lines.push(blank);
    this.#markers = [];
  }

  #item(text: string): void {
    const [opening = '', , marker = ''] = ITEM.exec(text) ?? [];
    const markers = markersDownTo(kindOfMarker(marker), this.#markers);
    const content = text.slice(opening.length).trim();
    if (markers.length > DEEPEST)
      this.#lines.push(broken(`${this.#markers.at(-1) ?? '·'} ${marker} ${content}`));
    else {
      this.#markers = markers;
      this.#lines.push(broken(`${marker} ${content}`));
    }
  }

  /** `1 인구변화` where its number follows, or what the source's outline has on its second and third level. */
  #sectionIn({ text, heading, loud }: LineBlock): string | undefined {
    if (text.startsWith('□') || ITEM.test(text)) return undefined;
    const title = oneLine(withoutBold(text));
    const [, digits = ''] = /^(\d{1,2})[.)]?\s+\S/.exec(plain(title)) ?? [];
    const follows = Number(digits) === this.#sections + 1;
    if (heading === 2 || (loud && heading === 0 && follows && plain(title).length < 60)) {
      if (follows) this.#sections++;
      return `## ${title.replace(/^(\d{1,2})[.)]?\s+/, '$1 ')}`;
    }
    return heading === 3 ? `### ${title}` : undefined;
  }
}

/** Breaks stay: a backslash at the end, and the next line set in. */
function broken(text: string): string {
  return text.replaceAll('\n', '\\\n  ');
}

/** What opens with a sign that means something to an outline keeps it as a letter. */
function guarded(text: string): string {
  return /^(?:\*\*|[\\\p{L}\p{N}<('"‘“’])/u.test(text) && !/^[oㅇ]\s/u.test(text) ? text : `\\${text}`;
}
