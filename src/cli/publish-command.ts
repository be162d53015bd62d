// `iljari publish`: a plan's name and a day -> the publication in the output folder, and the plan's word that it has gone out.
import { type Command, Option } from 'commander';
import { dateOf } from './date-option.ts';
import { editionOf } from './edition-option.ts';
import type { ExitCode } from './exit-code.ts';
import { planArgument } from './plan-argument.ts';
import { printOption } from './print-option.ts';
import { runBuild } from './run-build.ts';

interface PublishOptions {
  readonly date: string;
  readonly edition?: number;
  readonly out?: string;
  readonly print?: 'cover' | 'inside' | true;
}

export function addPublishCommand(command: Command, done: (exit: ExitCode) => void): void {
  command
    .description(
      '판을 공시했다고 적습니다: 공시본을 만들고, 찍힌 수치와 글과 이름을 계획의 published/에 남깁니다.',
    )
    .addArgument(planArgument())
    .addOption(
      new Option('--date <날짜>', '공시한 날짜 (예: 2023-03-31)').argParser(dateOf).makeOptionMandatory(),
    )
    .addOption(new Option('--edition <차수>', '공시한 판: 0은 당초 (처음값: 마지막 판)').argParser(editionOf))
    .option('--out <폴더>', '결과를 둘 폴더 (처음값: output/<계획>)')
    .addOption(printOption())
    .action(async (plan: string, { date, ...options }: PublishOptions) =>
      done(await runBuild(plan, { ...options, final: true, proof: true, publishedOn: date })),
    );
}
