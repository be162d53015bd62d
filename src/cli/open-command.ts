// `iljari open`: what it takes on the command line; the page is loaded when it is run.
import { Argument, type Command } from 'commander';
import type { ExitCode } from './exit-code.ts';

export function addOpenCommand(command: Command, done: (exit: ExitCode) => void): void {
  command
    .description('화면을 엽니다: 확인, 추경, 공시를 명령 없이 합니다. 창을 모두 닫으면 30분 뒤에 끝납니다.')
    .addArgument(new Argument('[계획]', '먼저 보일 계획 (처음값: 지금 폴더와 data/의 계획 모두)'))
    .option('--no-browser', '창을 열지 않고 주소만 한 줄로 알려 줍니다.')
    .action(async (plan: string | undefined, { browser }: { readonly browser: boolean }) => {
      const { runOpen } = await import('./run-open.ts');
      done(await runOpen(plan, browser));
    });
}
