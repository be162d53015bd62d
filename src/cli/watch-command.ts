// `iljari watch`: a plan's name -> its review copy in the output folder, made anew at each change until the program is ended.
import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import { planArgument } from './plan-argument.ts';

export function addWatchCommand(command: Command, done: (exit: ExitCode) => void): void {
  command
    .description(
      '계획을 저장할 때마다 검토본을 다시 만듭니다. PDF가 먼저 놓이고, 확인과 통합문서가 뒤따릅니다. Ctrl+C로 끝냅니다.',
    )
    .addArgument(planArgument())
    .option('--out <폴더>', '결과를 둘 폴더 (처음값: output/<계획>)')
    .action(async (plan: string, { out }: { readonly out?: string }) => {
      // No other command needs all that a build does to begin with.
      const { runWatch } = await import('./run-watch.ts');
      done(await runWatch(plan, out));
    });
}
