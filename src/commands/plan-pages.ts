// A document of a plan -> its pages: what they are called, a picture of each, and where its texts and figures stand.
import type { Outcome } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import type { LayoutMap } from '../document/layout-map.ts';
import { withOwnTexts } from '../document/own-texts.ts';
import type { ChartDrawer } from '../draw/chart-drawer.ts';
import type { TracedTexts } from '../write/svg/traced-texts.ts';

export interface PlanPages {
  /** Points. */
  readonly sizes: readonly { readonly width: number; readonly height: number }[];
  readonly layout: LayoutMap;
  /** Where its texts and figures stand, as people see them. */
  readonly traced: TracedTexts;
  /** SVG of the page, counted from 0. Throws a RangeError where there is none. */
  picture(page: number): string;
}

/** Lays the document out as its PDF is; no value where the PDF could not be made, and then why. `drawer` draws the charts; they are drawn in place without one. */
export async function layOutPages(
  document: Document,
  fonts: ReadonlyMap<string, Uint8Array>,
  drawer?: ChartDrawer,
): Promise<Outcome<PlanPages>> {
  const [{ layOut }, { TextTracer }, { pageSvg }, { sizeOf }] = await Promise.all([
    import('../write/pdf/page/lay-out.ts'),
    import('../write/svg/traced-texts.ts'),
    import('../write/svg/page-svg.ts'),
    import('../write/pdf/page/made-page.ts'),
  ]);
  const structure = new TextTracer();
  const { value, diagnostics } = await layOut(withOwnTexts(document), fonts, {
    structure,
    ...(drawer && { drawer }),
  });
  if (value === undefined) return { value, diagnostics };
  const { pages, layout, typeface } = value;
  return {
    value: {
      sizes: pages.map(sizeOf),
      layout,
      traced: structure.placed(pages, typeface),
      picture: (page) => {
        const made = pages[page];
        if (made === undefined) throw new RangeError(`no such page: ${page}`);
        return pageSvg(made, typeface);
      },
    },
    diagnostics,
  };
}
