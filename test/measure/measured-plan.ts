// A whole-plan case -> the plan as somebody else's document would state it, and what the check says of it after a change.
import path from 'node:path';
import { checkInput } from '../../src/check/check-plan.ts';
import { disposedFindings } from '../../src/check/disposed.ts';
import { findingKey } from '../../src/check/finding.ts';
import type { CheckInput } from '../../src/check/rule.ts';
import { readTemplates } from '../../src/commands/read-templates.ts';
import type { Sources } from '../../src/commands/sources.ts';
import { composeDocument } from '../../src/compose/compose-document.ts';
import type { Templates } from '../../src/compose/templates.ts';
import { hasErrors } from '../../src/diagnostic.ts';
import { formOf } from '../../src/figure/address.ts';
import { evaluateFigures } from '../../src/figure/evaluate.ts';
import type { FigureDefinition } from '../../src/figure/figure.ts';
import { roundHalfUp } from '../../src/figure/quantity.ts';
import { PROGRAM_FOLDER, readSources } from '../../src/files.ts';
import type { CheckWords } from '../../src/plan/check-words.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { checkWordsOf } from '../../src/plan-format/read-check-words.ts';
import { readPlan } from '../../src/plan-format/read-plan.ts';
import { reviseFigures } from '../../src/revise/apply/revise-figures.ts';
import { KEPT } from '../kept.ts';

export type Texts = ReadonlyMap<string, string>;

/** A plan of edition 0 in which every figure is stated: what can be wrong in a document, and not in data that compute it. */
export interface Stated {
  readonly plan: Plan;
  readonly figures: readonly FigureDefinition[];
}

/** What changes between the case and one with a fault in it. */
export interface Change {
  readonly files?: Texts;
  readonly change?: (stated: Stated) => Stated;
}

/** What the check says, by the identity of a finding. */
export type Told = ReadonlyMap<string, string>;

export class MeasuredPlan {
  readonly #templates: Templates;
  readonly #words: CheckWords;
  readonly files: Texts;
  readonly stated: Stated;
  /** Figures whose value is typed. */
  readonly typed: ReadonlySet<string>;

  constructor(
    readonly name: string,
    readonly sources: Sources,
  ) {
    const [templates, words] = [
      readTemplates(sources.templates).value,
      checkWordsOf(sources.templates).value,
    ];
    if (templates === undefined || words === undefined) throw new Error('the templates cannot be read');
    this.#templates = templates;
    this.#words = words;
    this.files = sources.plan.files;
    const stated = this.#read(this.files);
    if (stated === undefined) throw new Error(`${name} cannot be read`);
    this.stated = stated.stated;
    this.typed = stated.typed;
  }

  #read(files: Texts): { readonly stated: Stated; readonly typed: ReadonlySet<string> } | undefined {
    const read = readPlan({ ...this.sources.plan, files }, { edition: 0, shared: this.sources.templates });
    const plan = hasErrors(read.diagnostics) ? undefined : read.value;
    const book = plan && reviseFigures(plan).value?.typed;
    if (plan === undefined || book === undefined) return undefined;
    const figures = plan.figures.map((definition): FigureDefinition => {
      const { given, relation, address, digits } = definition;
      const value = book.get(address)?.effective;
      if (given !== undefined || relation === undefined || value?.kind !== 'quantity') return definition;
      return { ...definition, given: { kind: 'quantity', exact: roundHalfUp(value.exact, digits), digits } };
    });
    const typed = new Set(
      plan.figures.filter(({ given }) => given !== undefined).map(({ address }) => address),
    );
    return { stated: { plan: { ...plan, figures }, figures }, typed };
  }

  /** What is checked after the change; undefined where the change cannot be read or composed. `stripped`: no table declares any relation. */
  input({ files, change = (stated) => stated }: Change, stripped = false): CheckInput | undefined {
    const read = files === undefined ? this.stated : this.#read(files)?.stated;
    const { plan, figures: all } = read === undefined ? { figures: [] } : change(read);
    if (plan === undefined) return undefined;
    const figures = stripped ? all.map((one) => withoutRelations(one, plan)) : all;
    const tables = stripped ? withoutAsserts(plan) : plan.tables;
    const changed = { ...plan, figures, tables };
    const { value: book, diagnostics } = evaluateFigures(figures);
    const document = book && composeDocument(changed, book, this.#templates, { final: false }).value;
    if (book === undefined || document === undefined || hasErrors(diagnostics)) return undefined;
    return checkInput({ plan: changed, book, document, words: this.#words });
  }

  told(change: Change, stripped = false): Told | undefined {
    const input = this.input(change, stripped);
    if (input === undefined) return undefined;
    // Decisions would be stale, which nobody is asked about.
    const { dispositions: _, ...plan } = input.plan;
    const found = disposedFindings({ ...input, plan }).filter(({ severity }) => severity !== 'information');
    // Notes are numbered anew where one is gone, which says nothing.
    const told = ({ message, related }: (typeof found)[number]) =>
      `${message} ${related.length}`.replaceAll(/각주 [\d, 각주]*/gu, '각주');
    return new Map(found.map((one) => [findingKey(one), told(one)]));
  }
}

/** The lines that are new or say something else. */
export function newIn(before: Told, after: Told): readonly string[] {
  return [...after]
    .filter(([key, message]) => before.get(key) !== message)
    .map(([key, message]) => `${key}: ${message}`);
}

function withoutRelations(definition: FigureDefinition, plan: Plan): FigureDefinition {
  const form = formOf(definition.address);
  if (form.kind !== 'table' || plan.tables.get(form.table)?.isOfProgramme) return definition;
  const { relation: _, ...rest } = definition;
  return { ...rest, equals: [] };
}

function withoutAsserts({ tables }: Plan): Plan['tables'] {
  return new Map([...tables].map(([id, { asserts: _, ...table }]) => [id, table] as const));
}

/** The plan of a folder of the program's. */
export async function planOf(name: string): Promise<MeasuredPlan> {
  const folder = path.join(PROGRAM_FOLDER, name);
  const folders = { working: PROGRAM_FOLDER, program: PROGRAM_FOLDER };
  const { value } = await readSources(folder, folders, { fonts: false, kept: KEPT });
  if (value === undefined) throw new Error(`${name} cannot be read`);
  return new MeasuredPlan(path.basename(name), value);
}
