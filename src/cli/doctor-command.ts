// `iljari doctor`: what it takes on the command line; what looks at the plan is loaded when it is run.
import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import { planArgument } from './plan-argument.ts';

export function addDoctorCommand(command: Command, done: (exit: ExitCode) => void): void {
  command
    .description('이 컴퓨터와 계획이 만들 준비가 되었는지 봅니다. 문의할 때 이 결과를 함께 보냅니다.')
    .addArgument(planArgument())
    .action(async (plan: string) => {
      const { runDoctor } = await import('./run-doctor.ts');
      done(await runDoctor(plan));
    });
}
