// A project that nobody wrote about -> the text of its block, from its data: name with target, period, budget by source.
import { type Address, projectAddress } from '../figure/address.ts';
import { inOneLine } from '../figure/characters.ts';
import type { Labels } from './labels.ts';
import { markupOf } from './literal.ts';
import { type OfficeKind, sourceLabels } from './office.ts';
import { sourcesIn } from './programme.ts';
import type { MadePiece } from './sheet-pieces.ts';

/** What a block is made for. */
interface BlockPlace {
  readonly task: string;
  readonly office: OfficeKind;
  readonly labels?: Labels | undefined;
  /** Whether a figure is to be printed: it has a value, and an amount is not 0. */
  readonly isGiven: (address: Address) => boolean;
}

/** The text of a project of the data, which prints what the data say whenever it is printed. */
export function liveBlock({
  block: { project },
  style: { marker, bold, sub },
}: Pick<MadePiece, 'block' | 'style'>): string {
  const fact = (path: string) => `{{fact "./projects/${project.id}/${path}"}}`;
  const name = `{{project "${project.id}"}}${project.target === undefined ? '' : fact('target')}`;
  return [
    `${marker} ${bold ? `**${name}**` : name}`,
    ...(project.period === undefined ? [] : [`${sub} 사업기간 : ${fact('period')}`]),
    ...(project.funding.total === undefined ? [] : [`${sub} 사업예산 : ${fact('funding')}`]),
  ].join('\n');
}

/** Outline text with helpers, as a sheet has it; figures stay figures, and only what is given is said. */
export function madeBlock(
  { block: { project }, style: { marker, bold, sub } }: Pick<MadePiece, 'block' | 'style'>,
  { task, office, labels: words, isGiven }: BlockPlace,
): string {
  const figure = (path: string, unit = ' unit=true') => `{{fig "./projects/${project.id}/${path}"${unit}}}`;
  const given = (...item: string[]) => isGiven(projectAddress({ task, project: project.id }, ...item));
  const target = project.target !== undefined && given('target') ? `(${figure('target')})` : '';
  const name = `{{project "${project.id}"}}${target}`;
  const lines = [`${marker} ${bold ? `**${name}**` : name}`];
  if (project.period !== undefined)
    lines.push(`${sub} 사업기간 : ${inOneLine(markupOf(project.period.text))}`);
  if (project.funding.total !== undefined && given('funding', 'total')) {
    const labels = sourceLabels(office, words);
    const sources = sourcesIn(project.funding).filter((source) => given('funding', source));
    const [only] = sources;
    const shares =
      only !== undefined && sources.length === 1
        ? `전액${labels[only]}`
        : sources.map((source) => `${labels[source]} ${figure(`funding/${source}`, '')}`).join(' ');
    lines.push(`${sub} 사업예산 : ${figure('funding/total')}${shares === '' ? '' : `(${shares})`}`);
  }
  return lines.join('\n');
}
