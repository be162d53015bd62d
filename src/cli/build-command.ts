// `iljari build`: plans' names and the options -> their finished files in the output folder.
import { type Command, Option } from 'commander';
import { PROGRAM_FOLDER, plansOf } from '../files.ts';
import { editionOf } from './edition-option.ts';
import type { ExitCode } from './exit-code.ts';
import { jobsOption } from './jobs-option.ts';
import { onlyOption } from './only-option.ts';
import { plansArgument } from './plan-argument.ts';
import { printOption } from './print-option.ts';
import { type BuildOptions, runBuild } from './run-build.ts';
import { runBuilds } from './run-builds.ts';

export function addBuildCommand(command: Command, done: (exit: ExitCode) => void): void {
  command
    .description(
      '계획을 만들어 output/<계획>/에 둡니다. 계획을 여럿, 또는 계획이 여럿 든 폴더를 적으면 모두 만듭니다.',
    )
    .addArgument(plansArgument())
    .option(
      '--out <폴더>',
      '결과를 둘 폴더 (처음값: output/<계획>). 계획이 여럿이면 그 안에 계획 폴더의 이름으로 둡니다.',
    )
    .addOption(onlyOption())
    .addOption(
      new Option(
        '--edition <차수>',
        '만들 판: 0은 당초, 1부터 editions/의 변경 판 (처음값: 마지막 판)',
      ).argParser(editionOf),
    )
    .option('--final', '검토본이 아니라 공시본을 만듭니다.')
    .option(
      '--submit',
      '제출용 통합문서만 만듭니다: 빈 행, 입력 표시, 공시차이, 메모, 숨은 시트가 없습니다. (output/<계획>/submit/)',
    )
    .option('--findings', '검토본 끝에 수치 확인 내역을 붙입니다.')
    .option('--task <과제>', '과제 시트 하나만 만듭니다(id나 이름). --only hwpx와 함께 씁니다.')
    .addOption(printOption())
    .addOption(new Option('--untagged', '태그 없는 PDF를 만듭니다 (시간을 재기 위한 것).').hideHelp())
    .option(
      '--no-proof',
      '만든 파일을 되읽어 확인하지 않고, figures.json도 만들지 않습니다. (--final과 함께 쓸 수 없음)',
    )
    .option('--timings', '단계별로 걸린 시간과 쓴 기억장치를 보여 줍니다.')
    .addOption(jobsOption())
    .action(
      async (names: readonly string[], { jobs, ...options }: BuildOptions & { readonly jobs?: number }) => {
        const folders = { working: process.cwd(), program: PROGRAM_FOLDER };
        const plans = (await Promise.all(names.map((name) => plansOf(name, folders)))).flat();
        const [only] = plans;
        const isOne = names.length === 1 && plans.length === 1 && only === names[0];
        done(
          isOne && only !== undefined ? await runBuild(only, options) : await runBuilds(plans, options, jobs),
        );
      },
    );
}
