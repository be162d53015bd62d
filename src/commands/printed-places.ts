// What is printed of a plan -> the text that is printed of a place in its files, or for a figure.
import type { CheckInput } from '../check/rule.ts';
import type { PrintedText } from '../check/texts.ts';
import { formatLocation, type SourceLocation } from '../diagnostic.ts';
import { plainText } from '../document/inline.ts';
import type { Address } from '../figure/address.ts';

/** Before a name in a list. */
const NUMBER = /^[①-⑳] |^\d+\. /u;

export class PrintedPlaces {
  readonly #places = new Map<string, PrintedText[]>();
  readonly #lines = new Map<string, PrintedText>();
  /** Files all of whose texts stand in one block: that of a table. */
  readonly #files = new Map<string, PrintedText | undefined>();
  readonly #showing = new Map<Address, PrintedText>();
  readonly #typed: ReadonlyMap<string, Address>;

  constructor({ texts, book }: Pick<CheckInput, 'texts' | 'book'>) {
    for (const printed of texts) {
      const { text, role, context } = printed;
      const key = formatLocation(text.place);
      this.#places.set(key, [...(this.#places.get(key) ?? []), printed]);
      const line = this.#lines.get(lineOf(text.place));
      if (line === undefined || isListed(line)) this.#lines.set(lineOf(text.place), printed);
      const file = this.#files.has(text.place.file) ? this.#files.get(text.place.file) : printed;
      this.#files.set(text.place.file, file?.context.block.id === context.block.id ? file : undefined);
      if (role === 'alt') continue;
      for (const inline of text.inlines)
        if (inline.kind === 'figure') keep(this.#showing, inline.address, printed);
    }
    this.#typed = new Map(
      [...book].map(([address, { definition }]) => [formatLocation(definition.place), address]),
    );
  }

  /** The text that was written at the place; of several that are made of it, as of the place of a whole file, the one that the message quotes. */
  at(place: SourceLocation, message: string): PrintedText | undefined {
    const all = this.#places.get(formatLocation(place)) ?? [];
    // Names stand in the contents too, which say nothing of where they are meant.
    const [first, ...others] = all.toSorted((a, b) => Number(isListed(a)) - Number(isListed(b)));
    if (first === undefined || others.every(({ text }) => sayings(text) === sayings(first.text)))
      return first;
    return [first, ...others].find(({ text }) => {
      const words = sayings(text).replace(NUMBER, '');
      return message.includes(`‘${words}’`) || message.endsWith(`: ${words}`);
    });
  }

  /** What stands nearest: a text of the same line, or of the one block that the file is of. */
  near(place: SourceLocation): PrintedText | undefined {
    return this.#lines.get(lineOf(place)) ?? this.#files.get(place.file);
  }

  /** The first text that shows the figure. */
  showing(figure: Address): PrintedText | undefined {
    return this.#showing.get(figure);
  }

  /** The figure that was typed at the place. */
  typedAt(place: SourceLocation): Address | undefined {
    return this.#typed.get(formatLocation(place));
  }
}

function isListed({ context }: PrintedText): boolean {
  return context.block.kind === 'contents';
}

/** What tells texts of one place apart. */
function sayings({ inlines }: PrintedText['text']): string {
  return plainText(inlines);
}

function keep<K, V>(map: Map<K, V>, key: K, value: V): void {
  if (!map.has(key)) map.set(key, value);
}

function lineOf(place: SourceLocation): string {
  return 'cell' in place ? formatLocation(place) : `${place.file}:${place.line}`;
}
