// What is to be renewed in a new plan -> the text of its renew.md, by file.
import { projectAddress } from '../../figure/address.ts';
import type { RenewedPlan } from './renew-plan.ts';
import type { ToRenew } from './renewed.ts';

export interface RenewCounts {
  readonly figures: number;
  readonly texts: number;
}

export function countsOf({ files }: RenewedPlan): RenewCounts {
  const all = files.flatMap(({ toRenew }) => toRenew);
  const figures = all.filter(({ kind }) => kind === 'figure').length;
  return { figures, texts: all.length - figures };
}

/** Korean Markdown with a box to tick on each line. `from` and `to` are the years. */
export function renewList(plan: RenewedPlan, from: number, to: number): string {
  const { figures, texts } = countsOf(plan);
  const ended = plan.ended.map(({ name, ...key }) => `- ${name} (\`${projectAddress(key)}\`)`);
  return [
    `# ${to}년 계획에서 새로 넣을 것`,
    '',
    `${from}년 계획에서 옮겼습니다. 새로 넣을 수치 ${figures}개는 \`missing\`이고, 살펴볼 글과 자료는 ${texts}곳입니다.`,
    '남은 것은 언제든 `iljari check`가 알려 줍니다(`missing-data`). 다 넣은 뒤 이 파일은 지워도 됩니다.',
    ...(ended.length === 0 ? [] : ['', `## 끝나서 옮기지 않은 세부사업`, '', ...ended]),
    ...section(plan, '새로 넣을 수치', 'figure', from),
    ...section(plan, '아직 없던 자료', 'data', from),
    ...section(plan, '끝난 사업을 말하는 글', 'ended', from),
    ...section(plan, '옮기지 않은 해(임기, 고정)', 'kept', from),
    ...section(plan, '연도가 적힌 글', 'year', from),
    '',
  ].join('\n');
}

function section(
  { files }: RenewedPlan,
  title: string,
  kind: ToRenew['kind'],
  from: number,
): readonly string[] {
  const parts = files.flatMap(({ name, toRenew }) => {
    const own = toRenew.filter((one) => one.kind === kind);
    return own.length === 0
      ? []
      : ['', `### ${name} (${own.length})`, '', ...own.map((one) => lineOf(one, from))];
  });
  return parts.length === 0 ? [] : ['', `## ${title}`, ...parts];
}

function lineOf(one: ToRenew, from: number): string {
  const quoted = (text: string) => text.replaceAll(/\s+/g, ' ');
  switch (one.kind) {
    case 'figure':
      return `- [ ] \`${one.address}\` (${from}년 계획: ${one.last})`;
    case 'year':
      return `- [ ] ${one.moved ? '연도를 옮김: ' : ''}${quoted(one.text)}`;
    case 'kept':
    case 'data':
    case 'ended':
      return `- [ ] ${quoted(one.text)}`;
  }
}
