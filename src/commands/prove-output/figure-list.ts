// A figures.json that lies somewhere -> the files it speaks of, and which figures are others today.
import type { Diagnostic } from '../../diagnostic.ts';
import { parseAddress } from '../../figure/address.ts';
import { figureLabel } from '../../plan/figure-name.ts';
import type { Plan } from '../../plan/plan.ts';
import { figuresJson, type Outputs, proveOutputs } from '../../proof/prove-outputs.ts';
import type { ProvenFile } from './prove-file.ts';

const NAME = 'figures.json';
const NOTHING = '(없음)';

/** The files in which it found figures. */
export function filesIn(list: Uint8Array | undefined): ReadonlySet<string> {
  const text = list === undefined ? '' : new TextDecoder().decode(list);
  return new Set([...text.matchAll(/"file":"([a-z.]+)"/g)].map(([, file = '']) => file));
}

/** Compared with what the files it speaks of would show today. */
export function proveFigureList(
  bytes: Uint8Array,
  plan: Plan,
  outputs: Outputs,
  listed: ReadonlySet<string>,
): Omit<ProvenFile, 'name'> {
  const text = new TextDecoder().decode(bytes);
  const head = /^\{\s*"plan": "([^"]*)",\s*("proven": false)?/.exec(text);
  if (head?.[2] !== undefined && head[1] === plan.id)
    return { state: 'proven', notes: ['만들 때 되읽어 확인하지 않았습니다(--no-proof).'], diagnostics: [] };
  if (head !== null && head[1] !== plan.id)
    return { state: 'changed', notes: [`다른 계획(${head[1]})의 파일입니다.`], diagnostics: [] };
  const today = figuresJson(outputs.document.id, proofOf(outputs, listed));
  if (text === today) return { state: 'same', notes: [], diagnostics: [] };
  const [was, is] = [linesOf(text), linesOf(today)];
  const diagnostics = [...new Set([...was.keys(), ...is.keys()])].flatMap((address): Diagnostic[] => {
    const [then, now] = [was.get(address), is.get(address)];
    if (then?.text === now?.text) return [];
    const known = parseAddress(address);
    const label = known === undefined ? address : figureLabel(known, plan);
    const differs = then?.value !== now?.value;
    return [
      {
        rule: differs ? 'figure-changed' : 'figure-elsewhere',
        severity: 'error',
        message: differs
          ? `${label}: 파일에는 ${then?.value ?? NOTHING}, 지금은 ${now?.value ?? NOTHING}입니다.`
          : `${label}: 값은 같지만 찍힌 꼴이나 자리가 다릅니다.`,
        place: { file: NAME, line: then?.line ?? 1, column: 1 },
      },
    ];
  });
  const changed = diagnostics.filter(({ rule }) => rule === 'figure-changed').length;
  const note =
    changed > 0
      ? [`이 파일을 만든 뒤에 자료가 바뀌었거나, 다른 판의 파일이거나, 파일을 고쳤습니다: 수치 ${changed}개.`]
      : [];
  return {
    state: 'changed',
    notes: diagnostics.length === 0 ? ['적은 모양이 다릅니다.'] : note,
    diagnostics,
  };
}

function proofOf(outputs: Outputs, listed: ReadonlySet<string>) {
  const { pdf, workbooks } = outputs;
  return (
    proveOutputs({
      ...outputs,
      pdf: pdf !== undefined && (listed.size === 0 || listed.has(pdf.name)) ? pdf : undefined,
      press: undefined,
      workbooks: workbooks.filter(({ model }) => listed.size === 0 || listed.has(model.file)),
    }).value?.figures ?? []
  );
}

interface ListLine {
  readonly text: string;
  readonly line: number;
  /** With its unit. */
  readonly value: string;
}

/** One figure a line, by address. */
function linesOf(text: string): ReadonlyMap<string, ListLine> {
  return new Map(
    text.split('\n').flatMap((line, index) => {
      const found =
        /^\s*\{"address":"([^"]*)","value":(null|"[^"]*"),"state":"([a-z]*)","unit":"([^"]*)"/.exec(line);
      if (found === null) return [];
      const [, address = '', value = '', state = '', unit = ''] = found;
      const shown = value === 'null' ? (state === 'nil' ? '-' : NOTHING) : value.slice(1, -1) + unit;
      return [[address, { text: line.replace(/,$/, ''), line: index + 1, value: shown }] as const];
    }),
  );
}
