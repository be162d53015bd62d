// One composition: the plan, its figures, the templates, and what has been said about them so far.
import type { Diagnostic, SourceLocation } from '../diagnostic.ts';
import type { FigureBook } from '../figure/figure.ts';
import type { Plan } from '../plan/plan.ts';
import type { Templates } from './templates.ts';
import { TokenTable } from './tokens.ts';

/** An author's fault, without its severity: every fault in a template or text is an error. */
export interface Fault {
  readonly rule: string;
  readonly message: string;
  readonly expected?: string;
  readonly place: SourceLocation;
}

export class Session {
  readonly tokens = new TokenTable();
  readonly diagnostics: Diagnostic[] = [];

  constructor(
    readonly plan: Plan,
    readonly book: FigureBook,
    readonly templates: Templates,
  ) {}

  fault(fault: Fault): void {
    this.diagnostics.push({ ...fault, severity: 'error' });
  }
}
