// `{{fact "./projects/…/funding"}}` -> what the data say of a project now, as its sheet says it: (30명), its period, 30,000천원(국비 …).
import { korean } from '../diagnostic/particle.ts';
import { type addressOf, projectAddress } from '../figure/address.ts';
import { nearestOf } from '../figure/nearest.ts';
import { showFigure, UNKNOWN_FIGURE } from '../figure/show.ts';
import { sourceLabels } from '../plan/office.ts';
import { printedPeriod } from '../plan/period.ts';
import { type Project, sourcesIn, tasksOf } from '../plan/programme.ts';
import { type HelperCall, inline, nothing, refuse, text } from './helper-call.ts';
import { addressFrom } from './standpoint.ts';

export const FACT_FORM = '{{fact "./projects/세부사업/target"}} (target, period, funding 가운데 하나)';
const FACT = /^tasks\/([^/]+)\/projects\/([^/]+)\/(target|period|funding)$/;

/** Nothing of a target that there is none of; 미정 of what nobody knows yet. */
export function projectFact(call: HelperCall): string {
  const written = String(call.args[0]);
  const [, task = '', id = '', fact] = FACT.exec(addressFrom(written, call.base)) ?? [];
  const { programme } = call.session.plan;
  const projects = tasksOf(programme).find((one) => one.id === task)?.projects ?? [];
  const project = projects.find((one) => one.id === id);
  if (project === undefined || fact === undefined)
    return refuse(call, {
      rule: 'unknown-project',
      message: korean`세부사업에서 찍을 것을 찾을 수 없습니다: ${written}`,
      expected:
        nearestOf(
          id,
          projects.map((one) => one.id),
        ) ?? FACT_FORM,
    });
  const at = (...item: string[]) => projectAddress({ task, project: id }, ...item);
  if (fact === 'period') return periodOf(call, project);
  if (fact === 'funding') return fundingOf(call, project, at);
  const target = figure(call, at('target'), true);
  return target === undefined ? nothing(call) : `(${target})`;
}

function periodOf(call: HelperCall, { period }: Project): string {
  const said = period === undefined ? '' : printedPeriod(period, call.session.plan.year);
  return text(call, said === '' ? UNKNOWN_FIGURE : said, { kind: 'plain' });
}

/** The whole, and the sources that give of it. */
function fundingOf(
  call: HelperCall,
  { funding }: Project,
  at: (...item: string[]) => ReturnType<typeof addressOf>,
): string {
  const { plan, book } = call.session;
  const total = figure(call, at('funding', 'total'), true);
  if (total === undefined) return text(call, '-', { kind: 'plain' });
  const labels = sourceLabels(plan.office, plan.labels);
  const given = sourcesIn(funding).filter((source) => {
    const value = book.get(at('funding', source))?.effective;
    return value?.kind === 'quantity' && !value.exact.equals(0);
  });
  const label = (source: (typeof given)[number]) => text(call, labels[source] ?? source, { kind: 'plain' });
  const [only, another] = given;
  if (only === undefined) return total;
  if (another === undefined) return `${total}(${text(call, '전액', { kind: 'plain' })}${label(only)})`;
  const shares = given.map(
    (source) => `${label(source)} ${figure(call, at('funding', source), false) ?? ''}`,
  );
  return `${total}(${shares.join(', ')})`;
}

/** In print; undefined where it is none, or said to be nil. */
function figure(call: HelperCall, address: ReturnType<typeof addressOf>, unit: boolean): string | undefined {
  const found = call.session.book.get(address);
  if (found === undefined || found.effective.kind === 'nil') return undefined;
  const shown = showFigure(found, { unit });
  return inline(call, (bold) => ({
    kind: 'figure',
    address,
    text: shown === '' ? UNKNOWN_FIGURE : shown,
    bold,
  }));
}
