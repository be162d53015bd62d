// Diagrams of boxes as the plan has them: an organisation chart, or steps one after the other.
import type { SourceLocation } from '../diagnostic.ts';
import type { SourceText } from './source-text.ts';

export interface DiagramBox {
  readonly name: SourceText;
  /** A second line: who, how many, when. */
  readonly note?: SourceText;
  /** None below steps. */
  readonly children: readonly DiagramBox[];
}

export interface Diagram {
  readonly id: string;
  readonly caption?: SourceText;
  /** What is to be seen, for readers who cannot see it. */
  readonly alt: SourceText;
  /** Printed below it. */
  readonly source?: SourceText;
  readonly form: 'tree' | 'steps';
  /** The one at the top of a tree, or the steps in their order. */
  readonly boxes: readonly DiagramBox[];
  readonly place: SourceLocation;
}
