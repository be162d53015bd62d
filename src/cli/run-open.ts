// A plan's name, or none -> the page in a window, served until its windows are closed.
import { userInfo } from 'node:os';
import { openChartDrawer } from '../draw/chart-drawer.ts';
import { findPlan, PROGRAM_FOLDER, readUserFile, removeUserFile, writeUserFile } from '../files.ts';
import type { Outside } from '../serve/outside.ts';
import { localTime } from './clock.ts';
import { crashText } from './crash.ts';
import { startFirst, startsOfFile, startsOfPage } from './desktop.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { pageBuild } from './page-build.ts';
import { say, warn, warnLines } from './print.ts';
import { report } from './report.ts';

/** In the user's folder: the page that is served now, for the next start. */
const RUNNING = 'page.json';

export async function runOpen(planName: string | undefined, browser: boolean): Promise<ExitCode> {
  const working = process.cwd();
  const folders = { working, program: PROGRAM_FOLDER };
  const found = planName === undefined ? undefined : await findPlan(planName, folders);
  if (found !== undefined) report(found.diagnostics);
  if (found !== undefined && found.value === undefined) return EXIT.unusable;
  const folder = found?.value;
  const running = await addressOfRunning(folder);
  if (running !== undefined) return (await show(running, browser)) ? EXIT.done : EXIT.unusable;
  const { serve } = await import('../serve/server.ts');
  const served = await serve(outsideOf(working));
  if (folder !== undefined) served.name(folder);
  const entry = JSON.stringify({ port: served.port, secret: served.secret });
  await writeUserFile(RUNNING, entry);
  if (!(await show(served.address(), browser))) {
    served.end();
    return EXIT.unusable;
  }
  await served.ended;
  // Another start may have come after this one.
  if ((await readUserFile(RUNNING)) === entry) await removeUserFile(RUNNING);
  return EXIT.done;
}

function outsideOf(working: string): Outside {
  return {
    now: localTime,
    who: userName(),
    working,
    program: PROGRAM_FOLDER,
    build: (order, onStep) => pageBuild(order, onStep, working),
    openDrawer: openChartDrawer,
    onFault: (error) =>
      void crashText(error, { args: process.argv.slice(2), command: 'open' }).then((text) => warnLines(text)),
    openFile: (file) => startFirst(startsOfFile(file, process.platform, process.env)),
  };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '담당자';
  }
}

async function show(address: string, browser: boolean): Promise<boolean> {
  if (!browser) {
    say(address);
    return true;
  }
  if (await startFirst(startsOfPage(address, process.platform, process.env))) {
    say('화면을 열었습니다. 창을 모두 닫으면 30분 뒤에 끝납니다(지금 끝내려면 Ctrl+C).');
    return true;
  }
  warn(
    '창을 열 브라우저를 찾지 못했습니다. iljari open --no-browser가 알려 주는 주소를 브라우저에 적으십시오.',
  );
  return false;
}

/** A new address of the page that is served already; undefined where none answers. */
async function addressOfRunning(folder: string | undefined): Promise<string | undefined> {
  try {
    const { port, secret }: { port?: unknown; secret?: unknown } = JSON.parse(
      (await readUserFile(RUNNING)) ?? '{}',
    );
    if (typeof port !== 'number' || typeof secret !== 'string') return undefined;
    const own = `http://127.0.0.1:${port}`;
    const answer = await fetch(`${own}/api/again`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: own, 'x-secret': secret },
      body: JSON.stringify(folder === undefined ? {} : { folder }),
      signal: AbortSignal.timeout(5_000),
    });
    const { address }: { address?: unknown } = JSON.parse(await answer.text());
    return typeof address === 'string' && address.startsWith(`${own}/#k=`) ? address : undefined;
  } catch {
    return undefined;
  }
}
