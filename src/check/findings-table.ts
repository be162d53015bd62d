// Findings with their decisions -> the appendix 수치 확인 내역 of a review copy.
import { formatLocation, type Severity, type SourceLocation } from '../diagnostic.ts';
import type { Block, Document } from '../document/document.ts';
import { plainRich } from '../document/inline.ts';
import type { CellAlign, CellRole, TableCell } from '../document/table.ts';
import { inOneLine } from '../figure/characters.ts';
import type { Decision } from '../plan/disposition.ts';
import type { DisposedFinding } from './disposed.ts';

export const SEVERITY_NAMES = {
  error: '오류',
  warning: '주의',
  style: '표기',
  information: '참고',
} as const satisfies Record<Severity, string>;

export const DECISION_NAMES = {
  keep: '공시된 대로 둠',
  'print-computed': '계산한 값을 찍음',
  correct: '자료를 고침',
  'not-a-fault': '잘못이 아님',
  omit: '싣지 않음',
} as const satisfies Record<Decision['kind'], string>;

/** Over the table. */
export const FINDINGS_TITLE = '수치 확인 내역';
const ID = 'findings';
const COLUMNS = [
  { label: '번호', width: 6, align: 'center' },
  { label: '구분', width: 7, align: 'center' },
  { label: '내용', width: 52, align: 'left' },
  { label: '곳', width: 18, align: 'left' },
  { label: '처리', width: 17, align: 'left' },
] as const satisfies readonly { label: string; width: number; align: CellAlign }[];

/** The document with the table behind its last part, in front of the colophon. Places are named within the plan's folder, behind the page where it is known. */
export function withFindings(
  document: Document,
  findings: readonly DisposedFinding[],
  pageOf: (finding: DisposedFinding) => string | undefined = () => undefined,
): Document {
  if (findings.length === 0) return document;
  const end = document.blocks.findIndex(({ kind }) => kind === 'colophon' || kind === 'back-cover');
  const at = end === -1 ? document.blocks.length : end;
  return {
    ...document,
    blocks: [
      ...document.blocks.slice(0, at),
      ...blocksOf(findings, document.id, pageOf),
      ...document.blocks.slice(at),
    ],
  };
}

function blocksOf(
  findings: readonly DisposedFinding[],
  plan: string,
  pageOf: (finding: DisposedFinding) => string | undefined,
): readonly Block[] {
  const place = findings[0]?.place;
  if (place === undefined) return [];
  const header = COLUMNS.map(({ label }, column) =>
    cell(column, label, place, `h${column}`, 'column-header'),
  );
  const rows = findings.map((finding, index) => {
    const { disposition } = finding;
    const decision =
      disposition === undefined
        ? '미처리'
        : `${DECISION_NAMES[disposition.decision.kind]}: ${disposition.reason}`;
    const words = [
      String(index + 1),
      SEVERITY_NAMES[finding.severity],
      finding.message,
      [pageOf(finding) ?? [], within(plan, formatLocation(finding.place))].flat().join(' · '),
      decision,
    ];
    return words.map((text, column) => cell(column, text, finding.place, `${index + 1}-${column}`));
  });
  return [
    { kind: 'page-break', id: `${ID}-page` },
    { kind: 'heading', id: ID, title: plainRich(FINDINGS_TITLE, place) },
    {
      kind: 'table',
      id: `${ID}-table`,
      widths: COLUMNS.map(({ width }) => width),
      headerRows: 1,
      rows: [header, ...rows],
      density: 'dense',
    },
  ];
}

function cell(
  column: number,
  text: string,
  place: SourceLocation,
  id: string,
  role: CellRole = 'data',
): TableCell {
  return {
    column,
    colSpan: 1,
    rowSpan: 1,
    role,
    align: role === 'column-header' ? 'center' : (COLUMNS[column]?.align ?? 'left'),
    emphasis: 'none',
    blocks: [{ kind: 'paragraph', id: `${ID}-${id}`, content: plainRich(inOneLine(text), place) }],
  };
}

function within(plan: string, place: string): string {
  const at = place.indexOf(`${plan}/`);
  return at === -1 ? place : place.slice(at + plan.length + 1);
}
