// What a text of a template is once it is compiled: its code, what it calls and where, what is wrong with it.

/** As Handlebars counts: lines from 1, columns from 0. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** A fault of a template, with its place within the text. */
export interface TextFault extends TextPlace {
  readonly rule: string;
  readonly message: string;
  readonly expected?: string;
}

/** The way to a value: from the root of a datum (`@last`) or so many blocks out (`../`), and on by names. */
export interface ValuePath {
  readonly data: boolean;
  readonly depth: number;
  /** Begins at the thing itself (`this`, `./`), and not at a name that a block gave. */
  readonly scoped: boolean;
  readonly parts: readonly string[];
  readonly written: string;
}

export interface Call {
  readonly place: TextPlace;
  readonly path?: ValuePath;
  /** Of a block: the names that it gives (`as |task index|`), and how many lines are within. */
  readonly names?: readonly string[];
  readonly lines?: number;
}

export interface TemplateCalls {
  readonly calls: readonly Call[];
  /** Where each partial is included, by its name. */
  readonly includes: ReadonlyMap<string, TextPlace>;
  /** The lines, from 1, that do not begin inside a tag. */
  readonly lines: ReadonlySet<number>;
}

/** It knows of no composition and no file: the same text is compiled once for all of them. */
export interface CompiledText {
  readonly faults: readonly TextFault[];
  readonly calls: TemplateCalls;
  /** The code, to be bound to the helpers of a composition; undefined when the text cannot be run. */
  readonly code: TemplateSpecification | undefined;
}
