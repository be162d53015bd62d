// `npx tsx test/check/try.ts FILE BEFORE AFTER` -> what changes among the findings; without arguments all findings of the plan.
import { changedBy, findingsAfter, lineOf } from './edited-plan.ts';

const [file, before, after] = process.argv.slice(2);
const lines =
  file === undefined || before === undefined || after === undefined
    ? (await findingsAfter([])).map(lineOf)
    : await changedBy([{ file, before, after }]);
process.stdout.write(lines.map((line) => `${line}\n`).join(''));
