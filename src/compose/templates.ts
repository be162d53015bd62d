// What composing takes from the program: the publication's templates, chart specs and the look.
import type { Theme } from '../document/theme.ts';
import type { Memo } from '../memo.ts';
import type { Frame } from '../plan/plan.ts';
import type { CompiledText } from './compiled-text.ts';

/** A text with the file that messages about it name. */
export interface TemplateFile {
  readonly file: string;
  readonly text: string;
}

export interface Templates {
  /** The master template of the publication. */
  readonly publication: TemplateFile;
  /** By the name that `{{> name}}` calls. */
  readonly partials: ReadonlyMap<string, TemplateFile>;
  /** Vega-Lite specs by name. */
  readonly charts: ReadonlyMap<string, TemplateFile>;
  readonly theme: Theme;
  /** What was compiled before, of these texts or others. */
  readonly compiled?: Memo<CompiledText>;
}

/** The templates with what the plan has of its own before what all plans share. */
export function withFrame(shared: Templates, own: Frame | undefined): Templates {
  if (own === undefined) return shared;
  return {
    ...shared,
    publication: own.publication ?? shared.publication,
    partials: new Map([...shared.partials, ...own.partials]),
    charts: new Map([...shared.charts, ...own.charts]),
  };
}
