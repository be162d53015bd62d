// A drawing wider than the text -> printed smaller with a warning, or refused; never past the margin.

import { describe, expect, it } from 'vitest';
import type { ChartDrawer } from '../../src/draw/chart-drawer.ts';
import type { ChartOp } from '../../src/draw/chart-ops.ts';
import { provePdf } from '../../src/proof/prove-pdf.ts';
import { writePdf } from '../../src/write/pdf/write-pdf.ts';
import { documentOf, fonts, rich } from '../write/pdf/documents.ts';
import { area } from '../write/pdf/print.ts';
import { UNMARKED } from './unmarked.ts';

const room = area.right - area.left - 1e-6;

/** A bar from edge to edge, and a label at the right one. */
function drawn(width: number): ChartDrawer {
  const ops: readonly ChartOp[] = [
    { kind: 'path', operators: `0 20.5 m ${width} 20.5 l ${width} 40 l 0 40 l h`, fill: '#074171' },
    {
      kind: 'text',
      x: width,
      y: 60,
      text: '끝이름표',
      size: 8.5,
      bold: false,
      colour: '#1a1a1a',
      anchor: 'end',
      angle: 0,
    },
  ];
  return {
    draw: () => Promise.resolve({ width, height: 100, ops, ...UNMARKED }),
    close: () => Promise.resolve(),
  };
}

async function print(width: number) {
  const chart = {
    kind: 'chart',
    id: 'wide',
    caption: rich('넓은 차트'),
    alt: rich('차트'),
    spec: {},
    rows: {},
  } as const;
  const document = documentOf([chart]);
  const { value, diagnostics } = await writePdf(document, fonts, () => {}, drawn(width));
  const proof = value && provePdf(document, value.layout, value.bytes, 'plan.pdf').diagnostics;
  const label = value?.layout.texts.find(({ text }) => text === '끝이름표');
  return { rules: diagnostics.map(({ rule, severity }) => [rule, severity]), proof, label };
}

describe('a chart', () => {
  it('that fits is printed as it is', async () => {
    const { rules, proof, label } = await print(room);
    expect([rules, proof]).toEqual([[], []]);
    expect(label?.x).toBeCloseTo(area.right - (label?.width ?? 0), 3);
  });

  it('that is too wide becomes smaller, lines and labels alike, and that is told', async () => {
    const { rules, proof, label } = await print(room * 1.2);
    expect([rules, proof]).toEqual([[['chart-shrunk', 'warning']], []]);
    const whole = (await print(room)).label;
    expect((label?.width ?? 0) * 1.2).toBeCloseTo(whole?.width ?? 0, 3);
    expect((label?.x ?? 0) + (label?.width ?? 0)).toBeCloseTo(area.right, 3);
  });

  it('that would become too small to be read is refused, with its place', async () => {
    const { rules, label } = await print(room * 1.3);
    expect([rules, label]).toEqual([[['chart-too-wide', 'error']], undefined]);
  });
});
