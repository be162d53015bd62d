// What a plan keeps of an edition that has gone out: when, and everything that was printed of it.
import type { Address } from '../figure/address.ts';

/** A printed text and the file of the plan it was written in; `templates` where the program's own say it. */
export interface PublishedText {
  readonly file: string;
  /** As `markedText` has it: figures stand in it as `{address|12,345}`. */
  readonly text: string;
}

/** `published/<edition>.json`. */
export interface Publication {
  readonly plan: string;
  readonly edition: number;
  /** ISO date on which it went out. */
  readonly date: string;
  /** The version of the program that printed it. */
  readonly program: string;
  /** A digest of each file it was made from; of the program's templates together under `templates`. */
  readonly files: ReadonlyMap<string, string>;
  /** Every figure in print, with its unit; empty where it was missing. */
  readonly figures: ReadonlyMap<Address, string>;
  /** Strategies, tasks, projects, tables and institutions by where they are declared, what charts show, what is said of the whole plan, and what no page says (`file/…`). */
  readonly names: ReadonlyMap<string, string>;
  /** In reading order; not those cells that show a figure and nothing else. */
  readonly texts: readonly PublishedText[];
}

/** The file that says that an edition has gone out. */
export function publicationFile(edition: number): string {
  return `published/${edition}.json`;
}

/** A file by its name in the plan's folder, as a `PublishedText` has it. */
export function publishedSource(displayRoot: string, file: string): string {
  return file.startsWith(`${displayRoot}/`) ? file.slice(displayRoot.length + 1) : 'templates';
}

/** Which editions have gone out, by the names of a plan's files, in order. */
export function publishedEditions(files: Iterable<string>): readonly number[] {
  return [...files]
    .flatMap((name) => {
      const [, number] = /^published\/(0|[1-9]\d{0,3})\.json$/.exec(name) ?? [];
      return number === undefined ? [] : [Number(number)];
    })
    .sort((a, b) => a - b);
}
