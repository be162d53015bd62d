// Builders of the blocks that make up a whole publication: covers, contents, sheets, labels, schedules.
import type {
  BackCoverBlock,
  Block,
  ColophonBlock,
  ContentsBlock,
  ContentsEntry,
  CoverBlock,
  ScheduleBlock,
  SchedulePhase,
  ScheduleRow,
  TaskSheetBlock,
  VisionBlock,
} from '../../../src/document/document.ts';
import { rich } from './documents.ts';

export const cover: CoverBlock = {
  kind: 'cover',
  id: 'cover',
  registration: rich('발간등록번호 52-4710000-000001-01'),
  tag: rich('지역일자리 목표공시제'),
  slogan: rich('함께 만드는 내일'),
  series: rich('2023년도'),
  title: rich('일자리대책 연차별 세부계획'),
  vision: rich('사람이 모이는 도시'),
  issuer: rich('가람시'),
  edition: [rich('수정공시(1차)'), rich('2023. 9. 30.')],
};

export const colophon: ColophonBlock = {
  kind: 'colophon',
  id: 'colophon',
  title: rich('세부계획 판권'),
  rows: [
    { label: rich('발행인'), text: rich('가람시장') },
    { label: rich('발행일'), text: rich('2023. 3. 31.') },
  ],
};

export const backCover: BackCoverBlock = {
  kind: 'back-cover',
  id: 'back',
  issuer: rich('가람시청'),
  lines: [rich('일자리정책과'), rich('가람시 가운데길 1')],
};

export function part(id: string, title: string): Block {
  return { kind: 'part', id, numeral: 'Ⅰ', title: rich(title) };
}

export function heading(id: string, title: string): Block {
  return { kind: 'heading', id, title: rich(title) };
}

export function label(id: string, title: string): Block {
  return { kind: 'label', id, title: rich(title) };
}

export function sheet(id: string, title: string, more: Partial<TaskSheetBlock> = {}): TaskSheetBlock {
  return { kind: 'task-sheet', id, banner: rich('[전략1. 청년]'), title: rich(title), ...more };
}

export function contents(
  entries: readonly (readonly [ContentsEntry['level'], string, string])[],
): ContentsBlock {
  return {
    kind: 'contents',
    id: 'contents',
    title: rich('차례'),
    entries: entries.map(([level, text, target]) => ({ level, label: rich(text), target })),
  };
}

/** `tasks` spread evenly over the strategies. */
export function vision(strategies: number, tasks: number): VisionBlock {
  return {
    kind: 'vision',
    id: 'vision',
    alt: rich('비전'),
    goals: [
      { label: rich('비전'), text: rich('비전문장 하나') },
      { label: rich('목표'), text: rich('목표문장 하나') },
    ],
    label: rich('추진 전략'),
    strategiesTitle: rich(`${strategies}개 추진전략`),
    tasksTitle: rich(`${tasks}개 실천과제`),
    strategies: Array.from({ length: strategies }, (_, strategy) => ({
      name: rich(`전략이름${strategy}.`),
      tasks: Array.from({ length: tasks }, (_, task) => task)
        .filter((task) => task % strategies === strategy)
        .map((task) => rich(`① 과제${task}. 일자리 늘리기`)),
    })),
  };
}

export function schedule(rows: readonly ScheduleRow[]): ScheduleBlock {
  const inferred = rows.some((row) => row.kind === 'project' && row.lanes.flat().some((one) => one.inferred));
  return {
    kind: 'schedule',
    id: 'schedule',
    corner: rich('구분'),
    columns: Array.from({ length: 12 }, (_, index) => rich(`${index + 1}월`)),
    rows,
    ...(inferred && { remark: rich('점선: 끝나는 달을 짐작한 것') }),
  };
}

export function phase(from: number, to: number, text: string, inferred = false): SchedulePhase {
  return { from, to, ...(inferred && { inferred: ' (끝나는 달은 짐작)' }), text: rich(text) };
}

export function project(text: string, ...lanes: readonly (readonly SchedulePhase[])[]): ScheduleRow {
  return { kind: 'project', label: rich(text), lanes };
}
