// The bundled plan's figures and files -> figures.json: each figure with its value, forms and places.
import { describe, expect, it } from 'vitest';
import type { FigureProof } from '../../src/proof/figures-json.ts';
import { bundledPlan } from '../commands/bundled-plan.ts';
import { figureRunsOf } from '../commands/walk.ts';

describe('the list of figures', () => {
  it('has every figure with its exact value and all its places', async () => {
    const { book, document, pdf, result } = await bundledPlan();
    const file = result.files.find(({ name }) => name === 'figures.json');
    const listed = JSON.parse(new TextDecoder().decode(file?.bytes)) as {
      readonly plan: string;
      readonly figures: readonly FigureProof[];
    };
    expect(listed.plan).toBe(document.id);
    const { figures } = listed;
    expect(figures.map(({ address }) => address)).toEqual([...book.keys()].sort());

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
