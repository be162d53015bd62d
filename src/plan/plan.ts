// What a plan is: the data of one publication, checked for form, with the place of each part. No files, no formatting.
import type { SourceLocation } from '../diagnostic.ts';
import type { FigureDefinition } from '../figure/figure.ts';
import type { Units } from '../figure/unit.ts';
import type { Picture } from '../picture/picture.ts';
import type { BudgetCodes } from './budget-codes.ts';
import type { ChartDeclaration } from './chart.ts';
import type { Diagram } from './diagram.ts';
import type { Dispositions } from './disposition.ts';
import type { Edition } from './edition.ts';
import type { Colophon, Contents, Cover, KeyFigures, Outreach, Schedule, Vision } from './front-matter.ts';
import type { Labels } from './labels.ts';
import type { OfficeKind } from './office.ts';
import type { OpenQuestion } from './open-question.ts';
import type { PressPlan } from './press.ts';
import type { FundingSource, Programme } from './programme.ts';
import type { Narrative, SourceText } from './source-text.ts';
import type { StatisticsTable } from './statistics-table.ts';
import type { Term } from './years.ts';

/** A canonical name, and how it was published at each place that spells it otherwise. */
export interface Name {
  readonly id: string;
  readonly canonical: string;
  /** The spellings that were published beside the canonical one. */
  readonly published: readonly string[];
  readonly place: SourceLocation;
}

/** An image of the plan's folder. */
export interface ImageDeclaration {
  readonly id: string;
  readonly caption?: SourceText;
  /** What is to be seen, for readers who cannot see it. */
  readonly alt: SourceText;
  /** Where it is from, printed below it. */
  readonly source?: SourceText;
  /** As printed: percent of the text's width, or mm; by its pixels without. */
  readonly width?: { readonly size: number; readonly of: 'text' | 'mm'; readonly place: SourceLocation };
  /** Whether it stands in the workbook of targets too. */
  readonly inWorkbook: boolean;
  /** `told`: why it could not be read. Undefined where the plan was read without its images. */
  readonly picture: Picture | 'told' | undefined;
  readonly place: SourceLocation;
}

/** The SWOT analysis: factor lists (may be missing) and the four strategy boxes. */
export interface Swot {
  readonly alt: SourceText;
  readonly factors: Readonly<
    Record<'strengths' | 'weaknesses' | 'opportunities' | 'threats', readonly SourceText[] | 'missing'>
  >;
  readonly strategies: readonly {
    readonly id: 'so' | 'st' | 'wo' | 'wt';
    readonly title: SourceText;
    readonly items: readonly SourceText[];
  }[];
  readonly place: SourceLocation;
}

/** The files of a publication's frame by their names. */
export interface Frame {
  readonly publication?: Narrative;
  /** Texts that templates include. */
  readonly partials: ReadonlyMap<string, Narrative>;
  /** Vega-Lite specs. */
  readonly charts: ReadonlyMap<string, Narrative>;
}

export interface Plan {
  readonly id: string;
  readonly title: SourceText;
  readonly issuer: SourceText;
  /** The plan's year; `{{year -1}}` counts from it. */
  readonly year: number;
  /** The term of office that the plan is of, where it says so. */
  readonly term?: Term;
  /** ISO date that goes into the files' properties. */
  readonly issueDate: string;
  /** BCP 47, e.g. `ko-KR`. */
  readonly language: string;
  /** What workbooks call 시도비 and 시군구비: by the kind of office. */
  readonly office: OfficeKind;
  /** Words of its own for levels, sources and heads; the usual ones where it has none. */
  readonly labels?: Labels;
  /** What the task grids call sources where it is not what the office calls them. */
  readonly gridSources?: Readonly<Record<FundingSource, string>>;
  /** Whether 1. 가. 1) 가) (1) open items of the outline; plain text without it. */
  readonly numberedItems?: boolean;
  /** What the files' properties say that it is about, and in a sentence or two. */
  readonly keywords?: readonly SourceText[];
  readonly summary?: SourceText;
  /** Number printed on the first body page, 1 or more. */
  readonly firstPage: number;
  /** Overrides of the theme's colours by name, `#RRGGBB`. */
  readonly colours: Readonly<Record<string, SourceText>>;
  /** The units that it knows, its own among them. */
  readonly units: Units;
  /** What its print shop is given. */
  readonly press: PressPlan;
  readonly tables: ReadonlyMap<string, StatisticsTable>;
  /** Every figure: the cells of the tables and the free-standing ones. */
  readonly figures: readonly FigureDefinition[];
  readonly notes: ReadonlyMap<string, SourceText>;
  readonly names: ReadonlyMap<string, Name>;
  readonly charts: ReadonlyMap<string, ChartDeclaration>;
  readonly images?: ReadonlyMap<string, ImageDeclaration>;
  readonly diagrams?: ReadonlyMap<string, Diagram>;
  /** False where the texts of sheets say who does what for whom, and no table does. */
  readonly sheetDetails?: boolean;
  /** The images above the cover's band: the emblem at its left end, the logo at its right one. */
  readonly coverMarks?: Partial<Readonly<Record<'left' | 'right', { image: string; place: SourceLocation }>>>;
  readonly swot?: Swot;
  readonly programme: Programme;
  readonly vision?: Vision;
  readonly schedule?: Schedule;
  readonly outreach?: Outreach;
  readonly keyFigures?: KeyFigures;
  readonly cover?: Cover;
  readonly contents?: Contents;
  readonly colophon?: Colophon;
  /** What the lines of the office's budget system stand for. */
  readonly budgetCodes?: BudgetCodes;
  readonly narratives: ReadonlyMap<string, Narrative>;
  /** What the plan has of its own instead of what all plans share; none for a plan that has nothing. */
  readonly frame?: Frame;
  readonly dispositions?: Dispositions;
  readonly questions?: readonly OpenQuestion[];
  /** The revisions 1, 2, … up to the edition that this is, each on top of the one before; none: edition 0. */
  readonly editions: readonly Edition[];
  /** The editions that have gone out, as the plan's records say. */
  readonly goneOut?: ReadonlySet<number>;
  /**
   * Files that are there and could not be read. With one, the plan is good only for finding further faults: what misses
   * in it may stand in that file.
   */
  readonly unread?: ReadonlySet<string>;
}
