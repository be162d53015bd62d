// The bundled plan's figures and files -> figures.json: each figure with its value, forms and places.
import { describe, expect, it } from 'vitest';
import { composeBudget, composeTargets } from '../../src/compose/compose-targets.ts';
import { figuresJson, proveOutputs } from '../../src/proof/prove-outputs.ts';
import { writeWorkbook } from '../../src/write/xlsx/write-workbook.ts';
import { bundledPlan } from '../commands/bundled-plan.ts';
import { figureRunsOf } from '../commands/walk.ts';

describe('the list of figures', () => {
  it('has every figure with its exact value and all its places', async () => {
    const { plan, book, document, pdf } = await bundledPlan();
    const workbooks = [];
    for (const model of [composeBudget(plan, book, document), composeTargets(plan, book, document)]) {
      const bytes = (await writeWorkbook(model)).value;
      if (bytes) workbooks.push({ model, bytes });
    }
    const proof = proveOutputs({ document, book, pdf: { name: 'plan.pdf', ...pdf }, workbooks });
    expect(proof.diagnostics).toEqual([]);
    const figures = proof.value?.figures ?? [];
    expect(figures.map(({ address }) => address)).toEqual([...book.keys()].sort());

    const listed: unknown = JSON.parse(figuresJson(document.id, figures));
    expect(listed).toEqual({ plan: document.id, figures });

    // Found by reading the file, and told by the map of the layout: the same pages.
    const byAddress = new Map(figures.map((figure) => [figure.address, figure]));
    const runs = figureRunsOf(document);
    expect(runs.length).toBeGreaterThan(900);
    for (const run of runs) {
      const figure = byAddress.get(run.address);
      expect(figure?.forms, run.address).toContain(run.text);
      expect(
        figure?.places.some((place) => 'page' in place),
        run.address,
      ).toBe(true);
    }
    for (const figure of figures)
      for (const place of figure.places) {
        if (!('page' in place)) continue;
        const pages = pdf.layout.blocks.get(place.block)?.map(({ page }) => page + 1);
        expect(pages, figure.address).toContain(place.page);
        expect(place.label).toBe(pdf.layout.pageLabels[place.page - 1]);
      }
    const cells = figures.flatMap(({ places }) =>
      places.flatMap((place) => ('cell' in place ? [place.file] : [])),
    );
    expect(new Set(cells)).toEqual(new Set(['budget.xlsx', 'targets.xlsx']));
  });
});
