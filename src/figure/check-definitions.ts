// Definitions -> what is wrong with them before anything is computed: doubles, dead references, circles, units.
import type { Diagnostic } from '../diagnostic.ts';
import type { Address } from './address.ts';
import type { FigureDefinition } from './figure.ts';
import { nearestOf } from './nearest.ts';
import { orderFigures } from './order.ts';
import { operandsOf } from './relation.ts';
import { unitFaultOf } from './unit-fault.ts';

interface CheckedDefinitions {
  /** The first definition of each address. */
  readonly definitions: ReadonlyMap<Address, FigureDefinition>;
  /** Every address once, operands first. */
  readonly order: readonly Address[];
  /** Figures whose relation cannot be worked out. */
  readonly broken: ReadonlySet<Address>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Everything that is wrong with the definitions, in one go. */
export function checkDefinitions(all: readonly FigureDefinition[]): CheckedDefinitions {
  const diagnostics: Diagnostic[] = [];
  const broken = new Set<Address>();
  const definitions = new Map<Address, FigureDefinition>();
  for (const definition of all) {
    const first = definitions.get(definition.address);
    if (first === undefined) definitions.set(definition.address, definition);
    else diagnostics.push(duplicate(definition, first));
  }

  for (const definition of definitions.values()) {
    const operands = definition.relation === undefined ? [] : operandsOf(definition.relation);
    const unknown = new Set([...operands, ...definition.equals].filter((one) => !definitions.has(one)));
    diagnostics.push(...[...unknown].map((one) => unknownFigure(one, definition, definitions)));
    const fault = unitFaultOf(definition, definitions);
    if (fault !== undefined) diagnostics.push(fault);
    if (fault !== undefined || operands.some((one) => unknown.has(one))) broken.add(definition.address);
  }

  const { order, circles } = orderFigures(definitions);
  for (const circle of circles) {
    for (const address of circle) broken.add(address);
    diagnostics.push(...circular(circle, definitions));
  }
  return { definitions, order, broken, diagnostics };
}

function duplicate(definition: FigureDefinition, first: FigureDefinition): Diagnostic {
  return {
    rule: 'duplicate-id',
    severity: 'error',
    message: `주소가 ‘${definition.address}’인 수치가 두 번 정의되었습니다.`,
    expected: '주소 하나에는 수치 하나만 둡니다.',
    place: definition.place,
    related: [{ place: first.place, note: '처음 정의된 곳입니다.' }],
  };
}

function unknownFigure(
  address: Address,
  reader: FigureDefinition,
  definitions: ReadonlyMap<Address, FigureDefinition>,
): Diagnostic {
  const nearest = nearestOf(address, definitions.keys());
  return {
    rule: 'unknown-figure',
    severity: 'error',
    message: `‘${reader.address}’에서 가리키는 주소 ‘${address}’에는 수치가 없습니다.`,
    expected: nearest === undefined ? '자료에 있는 수치의 주소' : `혹시 ‘${nearest}’입니까?`,
    place: reader.place,
  };
}

function circular(
  circle: readonly Address[],
  definitions: ReadonlyMap<Address, FigureDefinition>,
): readonly Diagnostic[] {
  const members = circle.flatMap((address) => definitions.get(address) ?? []);
  const [first, ...others] = members;
  if (first === undefined) return [];
  return [
    {
      rule: 'circular-relation',
      severity: 'error',
      message: `관계식이 제자리로 돌아옵니다: ${[...circle, first.address].join(' → ')}`,
      expected: '관계식은 자기 자신에서 나온 수치를 가리킬 수 없습니다.',
      place: first.place,
      related: others.map(({ place, address }) => ({ place, note: `‘${address}’의 관계식입니다.` })),
    },
  ];
}
