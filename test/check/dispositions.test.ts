// Decisions on findings -> what stays open, what is stale, and what is printed.
import { describe, expect, it } from 'vitest';
import type { RuleId } from '../../src/check/check-plan.ts';
import { basisOf, type DisposedFinding } from '../../src/check/disposed.ts';
import { printedTexts } from '../../src/check/texts.ts';
import { countText, draftText } from '../../src/cli/findings-text.ts';
import { type BuildResult, build } from '../../src/commands/build.ts';
import { inspectPlan } from '../../src/commands/check.ts';
import { plainText } from '../../src/document/inline.ts';
import { bundledSources } from './edited-plan.ts';

const RATIO = 'ratio-mismatch tables/job-openings/2022/ratio';
const WHO = 'edition: 0, by: 일자리과, date: 2023-03-31, reason: 시험';
const BASIS = `values: [0.80배, 0.81배, '연도별 구인·구직·취업건수 및 취업률: 2022년 구인건수: 46,567건', '연도별 구인·구직·취업건수 및 취업률: 2022년 구직건수: 57,558건']`;

/** The bundled plan with these decisions alone. */
async function sourcesWith(dispositions: string, edits: Readonly<Record<string, string>> = {}) {
  const sources = await bundledSources();
  const files = new Map([
    ...sources.plan.files,
    ['dispositions.yaml', dispositions] as const,
    ...Object.entries(edits),
  ]);
  return { ...sources, plan: { ...sources.plan, files } };
}

/** What these rules find, or all of them. */
async function inspected(dispositions: string, rules?: readonly RuleId[]) {
  const { value, diagnostics } = inspectPlan(await sourcesWith(dispositions), { ...(rules && { rules }) });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value.findings;
}

async function builtWith(dispositions: string): Promise<BuildResult> {
  return build(await sourcesWith(dispositions), []);
}

function textOf({ document }: BuildResult): string {
  if (document === undefined) throw new Error('there is no document');
  return printedTexts(document)
    .map(({ text }) => plainText(text.inlines))
    .join('\n');
}

describe('a decision', () => {
  it('closes the finding that it was made on', async () => {
    const findings = await inspected(
      `findings:\n  - { finding: ${RATIO}, decision: keep, ${BASIS}, ${WHO} }\n`,
      ['ratio-mismatch'],
    );
    const ratio = findings.find(({ rule, subject }) => `${rule} ${subject}` === RATIO);
    expect(ratio?.disposition?.decision).toEqual({ kind: 'keep' });
    expect(findings.filter(({ rule }) => rule === 'stale-disposition')).toEqual([]);
    expect(countText(findings)).toContain('(처리 1건)');
  });

  it('is stale when the values have changed since, and the finding is open again', async () => {
    const findings = await inspected(
      `findings:\n  - { finding: ${RATIO}, decision: keep, ${BASIS.replace('0.80배', '0.79배')}, ${WHO} }\n`,
      ['ratio-mismatch'],
    );
    expect(findings.find(({ subject }) => subject === RATIO)).toMatchObject({
      rule: 'stale-disposition',
      message: `확인사항 ‘${RATIO}’: 처리한 뒤에 내용이 바뀌었습니다: 처리할 때 0.79배, 지금 0.80배.`,
    });
    expect(findings.find(({ rule }) => rule === 'ratio-mismatch')?.disposition).toBeUndefined();
  });

  it('stands on what an earlier version said with both forms of a particle', async () => {
    const now = (await bundledSources()).plan.files.get('dispositions.yaml') ?? '';
    const before = now.replace('’]와 [', '’]와(과) [');
    expect(before).not.toBe(now);
    const stale = async (text: string) =>
      (await inspected(text)).filter(({ rule }) => rule === 'stale-disposition');
    expect(await stale(before)).toEqual([]);
    expect(await stale(now.replace('’]와 [', '’] 또는 ['))).toHaveLength(1);
  });

  it('is stale when its finding is gone', async () => {
    const findings = await inspected(
      `findings:\n  - { finding: sum-mismatch tables/population/seogu/total, decision: keep, values: [], ${WHO} }\n`,
      ['sum-mismatch'],
    );
    expect(findings.filter(({ rule }) => rule === 'stale-disposition')).toMatchObject([
      {
        message: '확인사항 ‘sum-mismatch tables/population/seogu/total’: 이 처리의 확인사항이 이제 없습니다.',
      },
    ]);
  });

  it('prints the computed value in every place that prints the stated one', async () => {
    const before = textOf(await builtWith(''));
    const after = textOf(
      await builtWith(
        `findings:\n  - { finding: share-mismatch figures/trade-and-manufacturing-share, decision: print-computed, values: [], ${WHO} }\n`,
      ),
    );
    expect(before).toContain('서구 전체의 41.2%');
    expect(after).toContain('서구 전체의 41.3%');
    expect(after.replaceAll('41.3%를 차지', '41.2%를 차지')).toBe(before);
  });

  it('corrects an input from the edition on that applies it, and leaves the stated sums above it alone', async () => {
    const correct = (from: number) =>
      `findings:\n  - { finding: sum-mismatch tasks/mid-career/projects/surface-treatment/funding/total, decision: correct, address: tasks/mid-career/projects/surface-treatment/funding/province, value: 74700, from: ${from}, values: [], ${WHO} }\n`;
    const [now, later] = [await builtWith(correct(0)), await builtWith(correct(1))];
    expect(textOf(now)).toContain('74,700');
    expect(textOf(later)).not.toBe(textOf(now));
    const sum = (result: BuildResult) =>
      [...(result.book ?? [])].find(([address]) => address === 'tasks/mid-career/funding/province')?.[1]
        .effective;
    expect(sum(now)).toEqual(sum(later));
  });

  it('leaves out what there is no data for, with its number', async () => {
    const omitted = await builtWith(
      `findings:\n  - { finding: missing-data charts/establishments-by-district, decision: omit, values: [], ${WHO} }\n`,
    );
    const ids = omitted.document?.blocks.flatMap(({ kind, id }) => (kind === 'missing' ? [id] : []));
    expect(ids).toEqual(['chart-industry-growth']);
  });
});

describe('a decision of an edition', () => {
  const SUM = 'sum-mismatch tasks/mid-career/projects/surface-treatment/funding/total';
  const EDITION = `number: 1
title: 제1회 추가경정예산
kind: 추경
date: 2023-05-12
published: true
changes:
  - { set: tasks/mid-career/projects/surface-treatment/funding/district, before: 8300, after: 9300, reason: 시험 }
`;

  it('is made anew where the values have changed, and leaves that of the edition before in force there', async () => {
    const known = new Map<string, readonly DisposedFinding[]>();
    const findingsIn = async (edition: number, dispositions: string) => {
      const sources = await sourcesWith(dispositions, { 'editions/1.yaml': EDITION });
      const key = `${edition} ${dispositions}`;
      const found =
        known.get(key) ?? inspectPlan(sources, { edition, rules: ['sum-mismatch'] }).value?.findings ?? [];
      known.set(key, found);
      return found;
    };
    const staleIn = async (edition: number, dispositions: string) =>
      (await findingsIn(edition, dispositions)).filter(({ rule }) => rule === 'stale-disposition');
    const sumIn = async (edition: number, dispositions: string) => {
      const sum = (await findingsIn(edition, dispositions)).find(
        ({ rule, subject }) => `${rule} ${subject}` === SUM,
      );
      if (sum === undefined) throw new Error(`there is no ${SUM} in edition ${edition}`);
      return sum;
    };
    const decided = async (edition: number) => {
      const values = JSON.stringify(basisOf(await sumIn(edition, '')));
      return `  - { finding: ${SUM}, decision: keep, values: ${values}, ${WHO.replace('edition: 0', `edition: ${edition}`)} }\n`;
    };
    const [first, second] = [await decided(0), await decided(1)];
    // One of which the finding is gone is right for its own edition too: the later one has nothing to say of either.
    const gone = `findings:\n${first}  - { finding: sum-mismatch tables/population/seogu/total, decision: keep, values: [], ${WHO} }\n`;
    expect((await sumIn(1, gone)).disposition).toBeUndefined();
    expect([await staleIn(0, gone), await staleIn(1, gone)].map(({ length }) => length)).toEqual([1, 0]);
    expect(await staleIn(1, `findings:\n${second.replace(/values: .*?\]/, 'values: [1]')}`)).toHaveLength(1);
    expect((await sumIn(0, `findings:\n${first}${second}`)).disposition?.edition).toBe(0);
    expect((await sumIn(1, `findings:\n${first}${second}`)).disposition?.edition).toBe(1);
  });
});

describe('rules that are switched off', () => {
  it('find nothing', async () => {
    const findings = await inspected('rules-off:\n  - { rule: ratio-mismatch, reason: 시험 }\n');
    expect(findings.filter(({ rule }) => rule === 'ratio-mismatch')).toEqual([]);
    expect(findings.length).toBeGreaterThan(0);
  });

  it('are told when they do not exist', async () => {
    const findings = await inspected('rules-off:\n  - { rule: no-such-rule, reason: 시험 }\n', [
      'ratio-mismatch',
    ]);
    expect(findings.filter(({ rule }) => rule === 'stale-disposition')).toMatchObject([
      { message: '끄려는 규칙 ‘no-such-rule’가 없습니다.' },
    ]);
  });
});

describe('a publication', () => {
  it('is refused while an error is open, and made once each is decided', async () => {
    const refused = await build(await sourcesWith(''), [], undefined, undefined, { final: true });
    expect(refused.document).toBeUndefined();
    const draft = draftText(
      refused.findings.filter(({ severity }) => severity === 'error'),
      0,
      '2023-03-31',
    );
    const made = await build(await sourcesWith(draft), [], undefined, undefined, { final: true });
    expect(made.findings.filter(({ rule }) => rule === 'stale-disposition')).toEqual([]);
    expect(made.document?.reviewCopy).toBe(false);
  });
});
