// A comparison -> the appendix 변경 대비표: what was revised and why, budgets, targets, other figures, texts.

import type { Block } from '../../document/document.ts';
import type { RichText } from '../../document/inline.ts';
import type { ComparedEdition, Comparison } from '../../plan/comparison.ts';
import { shownDate } from '../../plan/edition.ts';
import type { SourceText } from '../../plan/source-text.ts';
import { richText } from '../inline.ts';
import type { TemplateRenderer } from '../render.ts';
import { joinedText, wording } from '../rich-text.ts';
import type { Session } from '../session.ts';
import { composeAmounts } from './amounts-table.ts';
import { composeTexts } from './changed-texts.ts';
import { composeOtherFigures } from './other-changes.ts';

const NUMERAL = '부록';
const TITLE = '변경 대비표';
const NOTHING = '수치와 글이 같습니다.';
const MARKS =
  '검토본의 본문과 표에서는 바뀐 수치를 붉은 글씨와 밑줄로 보입니다. 반올림만 달라진 수치는 보이지 않습니다.';

/** The appendix with its opener; nothing for edition 0. `apart`: whether short texts stand side by side too. */
export function composeComparison(
  session: Session,
  renderer: TemplateRenderer,
  apart = false,
): readonly Block[] {
  const { comparison, plan } = session;
  if (comparison === undefined) return [];
  const place = plan.editions.at(-1)?.place ?? plan.title.place;
  return [
    { kind: 'part', id: 'comparison', numeral: NUMERAL, title: wording(TITLE, place) },
    ...composeComparisonBody(session, renderer, comparison, apart),
  ];
}

/** What the appendix says, below its title. */
function composeComparisonBody(
  session: Session,
  renderer: TemplateRenderer,
  comparison: Comparison,
  apart: boolean,
): readonly Block[] {
  const { plan } = session;
  const edition = plan.editions.at(-1);
  if (edition === undefined) return [];
  const { place } = edition;
  const text = (source: SourceText) => richText(session, renderer, source);
  const item = (id: string, label: string, content: RichText | undefined): readonly Block[] =>
    content === undefined
      ? []
      : [
          {
            kind: 'item',
            id: `comparison-${id}`,
            level: 1,
            marker: '○',
            content: joinedText(wording(`${label}: `, place), content),
          },
        ];
  const named = ({ title, date }: ComparedEdition): RichText =>
    joinedText(
      title === undefined ? wording('당초', place) : text(title),
      wording(` (${shownDate(date)})`, place),
    );
  const section = (id: string, title: string, blocks: readonly Block[]): readonly Block[] =>
    blocks.length === 0
      ? []
      : [{ kind: 'heading', id: `comparison-${id}-heading`, title: wording(title, place) }, ...blocks];
  const tables = [
    ...section('budget', '사업예산', composeAmounts(session, renderer, comparison, 'budget')),
    ...section('target', '일자리 목표', composeAmounts(session, renderer, comparison, 'target')),
    ...section('figures', '그 밖의 수치', composeOtherFigures(session, renderer, comparison)),
    ...section('texts', '글', composeTexts(session, renderer, comparison, apart)),
  ];
  return [
    { kind: 'heading', id: 'comparison-overview', title: wording('변경 개요', place) },
    ...item('to', '변경', joinedText(named(comparison.to), wording(`, ${edition.kind}`, place))),
    ...item('from', '비교한 판', named(comparison.from)),
    ...item('basis', '근거', edition.basis && text(edition.basis)),
    ...item('reason', '사유', edition.reason && text(edition.reason)),
    ...(tables.length === 0 ? item('none', '변경 내용', wording(NOTHING, place)) : tables),
    ...(session.final
      ? []
      : [
          {
            kind: 'remark',
            id: 'comparison-marks',
            level: 0,
            marker: '※',
            content: wording(MARKS, place),
          } as const,
        ]),
  ];
}
