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
    const unlisted = runs.filter(({ address, text }) => {
      const figure = byAddress.get(address);
      return !(figure?.forms.includes(text) && figure.places.some((place) => 'page' in place));
    });
    expect(unlisted).toEqual([]);
    const elsewhere = figures.flatMap(({ address, places }) =>
      places.flatMap((place) => {
        if (!('page' in place)) return [];
        const { block, page, label } = place;
        const pages = pdf.layout.blocks.get(block)?.map((fragment) => fragment.page + 1);
        return pages?.includes(page) && label === pdf.layout.pageLabels[page - 1] ? [] : [{ address, place }];
      }),
    );
    expect(elsewhere).toEqual([]);
    const cells = figures.flatMap(({ places }) =>
      places.flatMap((place) => ('cell' in place ? [place.file] : [])),
    );
    expect(new Set(cells)).toEqual(new Set(['budget.xlsx', 'targets.xlsx']));
  });
});
