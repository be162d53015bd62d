// The phases of a build as they begin -> the time of each, and which one is running on a terminal.
import type { Phase } from '../commands/build.ts';
import { showProgress } from './print.ts';

const PHASE_NAMES = {
  loading: '프로그램 불러오기',
  reading: '자료 읽기',
  composing: '구성',
  checking: '확인',
  charts: '차트',
  layout: '배치',
  rendering: '그리기',
  hwpx: '한글 문서',
  workbook: '통합문서',
  proof: '되읽어 확인',
  writing: '파일 쓰기',
} as const satisfies Record<Phase, string>;

/** What is done in a build, as people call it, in order. */
export const PHASE_WORDS: readonly string[] = Object.values(PHASE_NAMES);

/** Adds up the time of each phase and, on a terminal, shows which one is running; `onPhase` hears what people call it. */
export function stopwatch(onPhase: (words: string) => void = () => {}) {
  const spent = new Map<Phase | 'startup', number>([['startup', performance.now()]]);
  let running: Phase | undefined;
  let since = performance.now();
  const stopRunning = () => {
    const now = performance.now();
    if (running !== undefined) spent.set(running, (spent.get(running) ?? 0) + now - since);
    since = now;
  };
  return {
    begin: (phase: Phase) => {
      stopRunning();
      running = phase;
      showProgress(`${PHASE_NAMES[phase]} …`);
      onPhase(PHASE_NAMES[phase]);
    },
    /** The phase that is running, as people call it. */
    running: () => (running === undefined ? '' : PHASE_NAMES[running]),
    end: () => {
      stopRunning();
      running = undefined;
      showProgress('');
    },
    /** Milliseconds a phase, the whole since the process began, and the most memory it held. */
    table: () => {
      const rows = [...spent].map(([phase, time]) => `${phase}\t${time.toFixed(1)} ms`);
      const peak = process.resourceUsage().maxRSS / 1024;
      return [
        ...rows,
        `total\t${performance.now().toFixed(1)} ms`,
        `peak memory\t${peak.toFixed(1)} MB`,
        '',
      ].join('\n');
    },
  };
}

/** How much time has gone by since this was called, in words: `1.3초`. */
export function secondsFromNow(): () => string {
  const since = performance.now();
  return () => `${((performance.now() - since) / 1000).toFixed(1)}초`;
}
