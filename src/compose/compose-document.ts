// Plan, figures and templates -> the document: templates to outline text to blocks, notes numbered.
import { korean } from '../diagnostic/particle.ts';
import { hasErrors, type Outcome } from '../diagnostic.ts';
import type { Block, ChartBlock, Document } from '../document/document.ts';
import { plainText } from '../document/inline.ts';
import type { Theme } from '../document/theme.ts';
import type { FigureBook } from '../figure/figure.ts';
import type { Comparison } from '../plan/comparison.ts';
import { inLevels } from '../plan/labels.ts';
import type { Plan } from '../plan/plan.ts';
import { blockMaker } from './block-maker.ts';
import { withContents } from './contents.ts';
import { documentFrame } from './document-frame.ts';
import { tellOfGoneProjects } from './gone-projects.ts';
import { INSERTS, warnOfUninserted } from './inserts.ts';
import { composeNotes } from './notes.ts';
import { officeColours } from './office-colours.ts';
import { parseOutline } from './outline.ts';
import { TemplateRenderer } from './render.ts';
import { Session } from './session.ts';
import { renamed } from './statistics-table.ts';
import { type Templates, withFrame } from './templates.ts';

interface ComposeOptions {
  /** Whether it is to be a publication (공시본); a review copy otherwise. */
  readonly final: boolean;
  /** Whether printed figures of projects that are gone forbid it; unless said otherwise they do in a publication. */
  readonly strict?: boolean;
  /** Charts that are not printed because there is no data for them: `charts/<id>`. */
  readonly omitted?: ReadonlySet<string>;
  /** How the plan's edition compares with one before; none for edition 0. */
  readonly comparison?: Comparison | undefined;
  /** Hears of each chart as soon as it is composed, with the look it will be printed in. */
  readonly onChart?: (chart: ChartBlock, theme: Theme) => void;
}

/** Composes the whole publication. Every fault of templates and texts is told in one run; with one, or with a plan that was not wholly read, there is no document. */
export function composeDocument(
  plan: Plan,
  book: FigureBook,
  shared: Templates,
  { final, strict = final, omitted, comparison, onChart }: ComposeOptions = { final: false },
): Outcome<Document> {
  const templates = withFrame(shared, plan.frame);
  const session = new Session(plan, book, templates);
  session.final = final;
  session.insertNames = Object.keys(INSERTS);
  session.comparison = comparison;
  const theme = officeColours(session);
  session.onChart = onChart && ((chart) => onChart(chart, theme));
  const partials = new Map([...templates.partials, ...plan.narratives]);
  const renderer = new TemplateRenderer(session, partials);
  const start = { file: templates.publication.file, line: 1, column: 1 };
  const rendered = renderer.render(templates.publication.text, start, true);
  const parsed = unique(parseOutline(session, rendered, start, blockMaker(session, renderer))).filter(
    ({ kind, id }) => kind !== 'missing' || omitted?.has(id.replace(/^chart-/, 'charts/')) !== true,
  );
  const blocks = withContents(session, renderer, final ? withoutMissing(session, parsed) : parsed);
  const notes = composeNotes(session, renderer, blocks, parsed);
  tellOfGoneProjects(session, renderer, blocks, notes, strict);
  tellOfLost(session);
  warnOfUnused(session, renderer);
  if (!hasErrors(session.diagnostics)) warnOfUninserted(session);
  const frame = documentFrame(session, renderer, theme);
  const diagnostics = inLevels(session.diagnostics, plan.labels);
  if (hasErrors(diagnostics) || plan.unread !== undefined) return { value: undefined, diagnostics };
  return { value: { ...frame, blocks, notes }, diagnostics };
}

/** A table or chart that is called a second time gets an id of its own. */
function unique(blocks: readonly Block[]): Block[] {
  const seen = new Map<string, number>();
  return blocks.map((block) => {
    const count = (seen.get(block.id) ?? 0) + 1;
    seen.set(block.id, count);
    if (count === 1) return block;
    const id = `${block.id}-${count}`;
    return block.kind === 'table' ? renamed(block, id) : { ...block, id };
  });
}

/** A publication has no place for what the team does not have; that it is left out is told. */
function withoutMissing(session: Session, blocks: readonly Block[]): Block[] {
  return blocks.filter((block) => {
    if (block.kind !== 'missing') return true;
    session.say({
      rule: 'missing-left-out',
      severity: 'warning',
      message: korean`자료가 없는 그림 ‘${plainText(block.caption.inlines)}’을(를) 공시본에서 뺐습니다.`,
      expected: '자료를 넣거나 그림을 빼기로 정한 계획',
      place: block.caption.place,
    });
    return false;
  });
}

/** Tells of what a template called and the document does not hold: nothing may be lost without a word. */
function tellOfLost(session: Session): void {
  if (hasErrors(session.diagnostics)) return;
  for (const place of session.tokens.lost) {
    session.fault({
      rule: 'token-lost',
      message: '여기서 부른 수치나 글이 문서에 들어가지 않았습니다.',
      expected: '본문, 표, 각주처럼 인쇄되는 자리의 {{…}}',
      place,
    });
  }
}

/** Tells of narratives that the publication does not include and so would not print. */
function warnOfUnused(session: Session, renderer: TemplateRenderer): void {
  if (hasErrors(session.diagnostics)) return;
  for (const [name, { file }] of [...session.plan.narratives, ...(session.plan.frame?.partials ?? [])]) {
    if (renderer.used.has(name)) continue;
    session.say({
      rule: 'unused-narrative',
      severity: 'warning',
      message: korean`글 ‘${name}’을(를) 발간물의 틀에서 끼워 넣지 않아 인쇄되지 않습니다.`,
      expected: `publication.hbs의 {{> ${name}}}`,
      place: { file, line: 1, column: 1 },
    });
  }
}
