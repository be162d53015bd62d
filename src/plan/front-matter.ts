// The texts of cover, contents, colophon and back cover, the vision map, the schedule and the outreach: what is printed as it stands.

import type { SourceLocation } from '../diagnostic.ts';
import type { ScheduleAxis } from './schedule-axis.ts';
import type { SourceText } from './source-text.ts';

/** What the cover says beside title and issuer. */
export interface Cover {
  readonly registration?: SourceText;
  readonly tag?: SourceText;
  readonly slogan?: SourceText;
  readonly series?: SourceText;
  /** The title with its line breaks; the plan's title when unset. */
  readonly title?: SourceText;
  readonly vision?: SourceText;
}

export interface Contents {
  readonly title: SourceText;
  /** Titles that the contents spell otherwise than the heading, by the heading's id. */
  readonly entries: ReadonlyMap<string, SourceText>;
}

export interface Colophon {
  readonly title: SourceText;
  readonly rows: readonly { readonly label: SourceText; readonly text: SourceText }[];
  /** The lines of the back cover; without any there is none. */
  readonly backCover: readonly SourceText[];
}

export interface KeyFigures {
  readonly title: SourceText;
  readonly figures: readonly {
    readonly label: SourceText;
    readonly value: SourceText;
    readonly note?: SourceText;
  }[];
}

export interface Vision {
  readonly alt: SourceText;
  readonly goals: readonly { readonly label: SourceText; readonly text: SourceText }[];
  readonly label: SourceText;
  readonly strategies: SourceText;
  readonly tasks: SourceText;
  readonly place: SourceLocation;
}

/** Columns of the schedule from 1, first and last included: months, quarters, halves or years. */
export interface Phase {
  readonly from: number;
  readonly to: number;
  /** Whether where it ends was inferred by a transcriber. */
  readonly inferred: boolean;
  readonly text: SourceText;
}

export interface Schedule {
  readonly corner: SourceText;
  readonly axis: ScheduleAxis;
  /** Lanes of phases by task and project id, `task/project`; in a lane the phases follow each other. */
  readonly lanes: ReadonlyMap<string, readonly (readonly Phase[])[]>;
}

export interface Outreach {
  /** Four column heads. */
  readonly columns: readonly SourceText[];
  readonly rows: readonly {
    readonly subject: SourceText;
    readonly timing: SourceText;
    readonly keywords: readonly SourceText[];
    readonly methods: readonly SourceText[];
  }[];
}
