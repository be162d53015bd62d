// Numbers of strategies and tasks -> the files of a plan of that size, with everything that a plan may have.

export interface PlanSize {
  readonly strategies: number;
  /** Tasks of all strategies together. */
  readonly tasks: number;
  /** Projects of each task. */
  readonly projects: number;
  /** Put behind every name. */
  readonly longer?: string;
  /** Parts with a title and nothing else. */
  readonly emptyParts?: true;
}

const TITLES = ['요약', '지역 노동시장 현황', '일자리 목표', '세부 실천과제', '추진일정'];
const NUMERALS = ['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ'];
const NARRATIVES = ['summary', 'labour-market', 'targets', 'projects', 'schedule'];
const BODIES = [
  '□ 핵심 전략\n{{insert "overview"}}',
  '## 1 인구\n□ 현황\n○ 인구를 적습니다.',
  '## 1 비전\n{{insert "vision"}}\n## 2 목표\n○ 목표를 적습니다.',
  '{{insert "projects"}}\n{{insert "task-sheets"}}',
  '□ 일정\n{{insert "schedule"}}\n□ 홍보\n{{insert "outreach"}}',
];

export function sizedPlan(size: PlanSize): ReadonlyMap<string, string> {
  const longer = size.longer ?? '';
  const files = new Map<string, string>();
  files.set(
    'plan.yaml',
    `id: sized\ntitle: '{{year 0}}년 일자리대책${longer}'\nissuer: 어느 구${longer}\nyear: 2030\nissue-date: 2030-03-31\n`,
  );
  files.set('cover.yaml', `tag: 지역일자리 공시제\nvision: 일자리가 많은 구${longer}\n`);
  files.set('contents.yaml', 'title: 순서\n');
  files.set(
    'vision.yaml',
    `alt: 비전 그림\ngoals:\n  - { label: 비전, text: '일자리가 많은 구${longer}' }\nlabel: 전략과 과제\nstrategies: 추진전략\ntasks: 실천과제\n`,
  );
  files.set(
    'outreach.yaml',
    `columns: [대상, 시기, 키워드, 방법]\nrows:\n  - { subject: '사업${longer}', timing: 연중, keywords: ['#일자리'], methods: ['누리집${longer}'] }\n`,
  );
  files.set(
    'colophon.yaml',
    `title: 일자리대책${longer}\nrows:\n  - { label: 발행처, text: '어느 구${longer}' }\nback-cover: ['일자리과${longer}']\n`,
  );
  const strategies: string[] = [];
  const schedule: string[] = [];
  for (let strategy = 1; strategy <= size.strategies; strategy++) {
    const members = Array.from({ length: size.tasks }, (_, index) => index + 1).filter(
      (task) => task % size.strategies === strategy % size.strategies,
    );
    strategies.push(
      `  - id: s${strategy}\n    name: ${strategy}번째 추진전략${longer}\n    tasks: [${members.map((task) => `t${task}`).join(', ')}]`,
    );
    for (const task of members) {
      files.set(`tasks/t${task}.yaml`, taskFile(task, size.projects, longer));
      files.set(`tasks/t${task}.hbs`, taskText(size.projects));
      schedule.push(`  t${task}:${size.projects === 0 ? ' {}' : `\n${lanes(size.projects)}`}`);
    }
  }
  files.set(
    'strategies.yaml',
    `strategies:${strategies.length === 0 ? ' []' : `\n${strategies.join('\n')}`}\n`,
  );
  files.set(
    'schedule.yaml',
    `corner: 과제\ntasks:${schedule.length === 0 ? ' {}' : `\n${schedule.join('\n')}`}\n`,
  );
  NARRATIVES.forEach((name, index) => {
    const body = size.emptyParts ? '' : (BODIES[index] ?? '');
    files.set(`narrative/${name}.hbs`, `# ${NUMERALS[index]} ${TITLES[index]}${longer}\n${body}\n`);
  });
  return files;
}

function taskFile(task: number, projects: number, longer: string): string {
  const list = Array.from(
    { length: projects },
    (_, index) =>
      `  - id: p${index + 1}\n    name: ${task}-${index + 1}번째 세부사업${longer}\n    target: ${task + index}\n    funding: { total: ${1000 * task + index}, national: ${600 * task}, district: ${400 * task + index} }`,
  );
  return `id: t${task}\nname: ${task}번째 실천과제${longer}\npurpose: 일자리를 위한${longer}\nprojects:${projects === 0 ? ' []' : `\n${list.join('\n')}`}\n`;
}

function taskText(projects: number): string {
  const items = Array.from({ length: projects }, (_, index) => {
    const id = `p${index + 1}`;
    return `○ **{{project "${id}"}}**\n- 대상 : {{fig "./projects/${id}/target"}}명\n- 예산 : {{fig "./projects/${id}/funding/total"}}천원`;
  });
  return `□ 목적\n○ 목적을 적습니다.\n□ 사업내용\n${items.join('\n')}\n□ 기대효과\n○ 효과를 적습니다.\n`;
}

function lanes(projects: number): string {
  return Array.from(
    { length: projects },
    (_, index) =>
      `    p${index + 1}:\n      - [ { months: 1-${(index % 6) + 1}, text: 모집 }, { months: ${(index % 6) + 3}-12, text: 추진, inferred: true } ]`,
  ).join('\n');
}
