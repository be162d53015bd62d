// The texts of a plan and the templates -> what every command works on: the plan as of an edition, its figures, its document.
import { composeDocument } from '../compose/compose-document.ts';
import type { Templates } from '../compose/templates.ts';
import { type Diagnostic, hasErrors, type Outcome, taker } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import { type CheckWords, NO_CHECK_WORDS } from '../plan/check-words.ts';
import { omittedSubjects } from '../plan/disposition.ts';
import { inLevels } from '../plan/labels.ts';
import type { Plan } from '../plan/plan.ts';
import type { RateWords } from '../plan/rate-words.ts';
import { checkWordsOf } from '../plan-format/read-check-words.ts';
import { readPlan } from '../plan-format/read-plan.ts';
import { rateWordsOf } from '../plan-format/read-rate-words.ts';
import { type RevisedFigures, reviseFigures } from '../revise/apply/revise-figures.ts';
import { readTemplates } from './read-templates.ts';
import type { SourceFolder } from './sources.ts';

/** A plan with its figures and with what it is printed with, as far as there was something to go on with. */
interface Prepared {
  readonly plan: Plan | undefined;
  readonly revised: RevisedFigures | undefined;
  readonly templates: Templates | undefined;
  /** What tells numbers and years in prose, for the check. */
  readonly checkWords: CheckWords;
  readonly diagnostics: readonly Diagnostic[];
}

interface PrepareOptions {
  /** The last one there is unless said otherwise; 0 is the data itself. */
  readonly edition?: number | 'latest' | undefined;
  /** Set where it is to be compared with the edition `from`, the last published one before unless said; there are no figures where it cannot be. */
  readonly compared?: { readonly from: number | undefined };
  /** What rates are called; as the templates say, unless given. */
  readonly words?: RateWords | undefined;
  /** The templates for what the plan takes from them alone, where nothing is composed. */
  readonly lists?: SourceFolder | undefined;
}

/** Reads the plan and, where they are given, the templates, and works the figures out. Goes on past an author's fault, so that one run tells them all. */
export function prepare(
  { plan: folder, templates: shared }: { readonly plan: SourceFolder; readonly templates?: SourceFolder },
  { edition = 'latest', compared, words, lists }: PrepareOptions = {},
): Prepared {
  const diagnostics: Diagnostic[] = [];
  const take = taker(diagnostics);
  const plan = take(readPlan(folder, { edition, shared: lists ?? shared }));
  const templates = shared && take(readTemplates(shared));
  const checkWords = take(checkWordsOf(shared)) ?? NO_CHECK_WORDS;
  const isEarlier = (compared?.from ?? 0) < (plan?.editions.length ?? 0);
  if (compared !== undefined && (hasErrors(diagnostics) || !isEarlier))
    return {
      plan,
      templates,
      checkWords,
      revised: undefined,
      diagnostics: inLevels(diagnostics, plan?.labels),
    };
  const rates = words ?? take(rateWordsOf(shared));
  const revised = plan && take(reviseFigures(plan, compared?.from, rates));
  return { plan, revised, templates, checkWords, diagnostics: inLevels(diagnostics, plan?.labels) };
}

type Parts = Pick<Prepared, 'plan' | 'revised' | 'templates'>;

/** What is checked: the plan as it was typed, before any decision changes or leaves out a part of it. */
export function composeTyped({ plan, revised, templates }: Parts): Outcome<Document> {
  if (!plan || !revised || !templates) return { value: undefined, diagnostics: [] };
  const { typed, comparison } = revised;
  return composeDocument(plan, typed, templates, { final: false, comparison });
}

/** The publication as `build --final` would make it, whatever the check says of it. */
export function composeFinal({ plan, revised, templates }: Parts): Outcome<Document> {
  if (!plan || !revised || !templates) return { value: undefined, diagnostics: [] };
  const { book, comparison } = revised;
  const omitted = omittedSubjects(plan.dispositions);
  return composeDocument(plan, book, templates, { final: true, strict: false, omitted, comparison });
}
