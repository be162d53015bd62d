// Blocks -> sections: stretches of pages of one kind, each with its size, margins, head and foot.
import { partName } from '../../document/blocks/part.ts';
import type { PartBlock } from '../../document/document.ts';
import type { LayoutMap } from '../../document/layout-map.ts';
import { type PageZone, pageZone } from '../../document/page-zone.ts';
import { editionInHead, REVIEW_LABEL } from '../../document/print-words.ts';
import { pageOf, type Theme } from '../../document/theme.ts';
import type { Paragraph, WriterContext } from './context.ts';
import { paragraphXml, run, subList } from './elements.ts';
import { emptyParagraph } from './paragraphs.ts';
import { tabRun, wordsRun } from './runs.ts';
import { mm, pt, ruleWidth } from './units.ts';
import { part, tag } from './xml.ts';

interface Section {
  readonly zone: PageZone;
  readonly context: WriterContext;
  readonly paragraphs: Paragraph[];
  /** Runs of its first paragraph, behind those that say what kind of pages it has. */
  readonly controls: readonly string[];
}

/** Of the rule below a running head, in points. */
const HEAD_RULE = 0.4;
/** From the foot of the page to where its number may stand, in mm. */
const FOOT = 8;

/** The parts of the file that hold the text. `layout`: which blocks stand on turned pages. */
export function sectionParts(context: WriterContext, layout: LayoutMap): readonly string[] {
  const sections: Section[] = [];
  let running: PartBlock | undefined;
  let turned = false;
  let breaks = false;
  for (const block of context.document.blocks) {
    const page = layout.blocks.get(block.id)?.[0]?.page;
    turned = page === undefined ? turned : layout.turned[page] === true;
    if (block.kind === 'page-break') breaks = true;
    if (block.kind === 'page-break' || block.kind === 'page-turn') continue;
    const zone = pageZone(block);
    const sized = sizedFor(context, turned);
    let open = sections.at(-1);
    if (open === undefined || open.zone !== zone || open.context.turned !== sized.turned) {
      const before = sections.at(-1)?.zone;
      // Pages of another kind between those of the body are not counted.
      const label = sections.some((one) => one.zone === 'body')
        ? Number(layout.pageLabels[page ?? 0])
        : undefined;
      const begins = zone === 'body' && before !== 'body' ? (label ?? context.document.firstPage) : undefined;
      open = {
        zone,
        context: sized,
        paragraphs: [],
        controls: [
          ...(zone === 'body' ? bodyControls(sized, begins) : []),
          ...(zone === 'front' ? frontControls(sized, before !== undefined) : []),
          ...(zone === 'body' && block.kind !== 'part' ? partHead(sized, running) : []),
        ],
      };
      sections.push(open);
      breaks = false;
    }
    if (block.kind === 'part') running = block;
    const paragraphs = context.flow(sized, block, sized.width);
    open.paragraphs.push(
      ...paragraphs.map((one, index) => ({ ...one, breaks: one.breaks === true || (breaks && index === 0) })),
    );
    if (paragraphs.length > 0) breaks = ['cover', 'contents', 'key-figures'].includes(block.kind);
  }
  if (sections.length === 0)
    sections.push({
      zone: 'body',
      context,
      paragraphs: [],
      controls: bodyControls(context, context.document.firstPage),
    });
  return sections.map((section) => sectionXml(section));
}

/** The same with the room that a page has, or a turned one. */
function sizedFor(context: WriterContext, turned: boolean): WriterContext {
  const page = pageOf(context.sheet.theme.page, turned);
  return {
    ...context,
    turned,
    width: mm(page.width - page.left - page.right),
    height: mm(page.height - page.top - page.bottom),
  };
}

function sectionXml({ context, paragraphs, controls }: Section): string {
  const [first = emptyParagraph(context), ...others] = paragraphs;
  const page = run(
    context.sheet.holder,
    sectionProperties(context),
    tag(
      'hp:ctrl',
      {},
      tag('hp:colPr', { id: '', type: 'NEWSPAPER', layout: 'LEFT', colCount: 1, sameSz: 1, sameGap: 0 }),
    ),
  );
  return part(
    'hs:sec',
    {},
    // It begins a page as it is.
    paragraphXml(context, { ...first, breaks: false }, [page, ...controls]),
    ...others.map((one) => paragraphXml(context, one)),
  );
}

/** The number at the foot, which goes on from section to section; `begins`: where it begins anew. */
function bodyControls({ sheet }: WriterContext, begins: number | undefined): readonly string[] {
  const foot = sheet.character(sheet.theme.styles.pageNumber);
  const number = tag('hp:pageNum', { pos: 'BOTTOM_CENTER', formatType: 'DIGIT', sideChar: '-' });
  const begin = begins === undefined ? [] : [tag('hp:newNum', { num: begins, numType: 'PAGE' })];
  return [number, ...begin].map((control) => run(foot, tag('hp:ctrl', {}, control)));
}

/** Before the body there is no number, and no head but that of a review copy; behind pages of the body both end. */
function frontControls(context: WriterContext, behind: boolean): readonly string[] {
  const { sheet, document } = context;
  const none = tag('hp:pageNum', { pos: 'NONE', formatType: 'DIGIT', sideChar: '-' });
  return [
    ...(document.reviewCopy || behind ? [headRun(context, '', document.reviewCopy)] : []),
    ...(behind ? [run(sheet.holder, tag('hp:ctrl', {}, none))] : []),
  ];
}

/** The running head from here on: it names the part. */
export function partHead(context: WriterContext, block: PartBlock | undefined): readonly string[] {
  return [headRun(context, block === undefined ? '' : partName(block))];
}

/** A page that opens a part has its band there; in a review copy each page says that it is one. */
export function hiddenHead({ sheet, document }: WriterContext): readonly string[] {
  return document.reviewCopy ? [] : [run(sheet.holder, hiding(false))];
}

/** Colophon and back cover have neither head nor number. */
export function bareHead({ sheet }: WriterContext): string {
  return run(sheet.holder, hiding(true));
}

function hiding(number: boolean): string {
  return tag(
    'hp:ctrl',
    {},
    tag('hp:pageHiding', {
      hideHeader: 1,
      hideFooter: 0,
      hideMasterPage: 0,
      hideBorder: 0,
      hideFill: 0,
      hidePageNum: number ? 1 : 0,
    }),
  );
}

/** `shown`: false ends the heads. */
function headRun(context: WriterContext, name: string, shown = true): string {
  const { sheet, document, width } = context;
  const style = sheet.theme.styles.runningHead;
  const title = `${document.title}${editionInHead(document)}`;
  const words = [
    ...(document.reviewCopy
      ? [wordsRun(context, `[${REVIEW_LABEL}] `, style, { bold: true, colour: 'change' })]
      : []),
    wordsRun(context, title, style),
    ...(name === '' ? [] : [tabRun(context, style, false), wordsRun(context, name, style)]),
  ];
  const paragraph: Paragraph = {
    look: sheet.lookOf(style, {
      border: { bottom: { width: HEAD_RULE, colour: sheet.colour('rule') } },
      tab: { at: width, dots: false },
    }),
    style: sheet.style('runningHead'),
    runs: shown ? words : [],
    height: pt(style.leading),
  };
  const { top } = edges(sheet.theme);
  const list = subList('TOP', paragraphXml(context, paragraph), { width, height: top.header });
  return run(
    sheet.holder,
    tag('hp:ctrl', {}, tag('hp:header', { id: context.numbers.next++, applyPageType: 'BOTH' }, list)),
  );
}

/** Where head and foot stand, in HWPUNIT: the text begins behind both of a side. */
function edges({ page, styles }: Theme) {
  const head = Math.min(page.runningHead - (styles.runningHead.leading * 25.4 * 0.7) / 72, page.top);
  const foot = Math.min(FOOT, page.bottom);
  return {
    top: { edge: mm(head), header: mm(page.top) - mm(head) },
    bottom: { edge: mm(foot), footer: mm(page.bottom) - mm(foot) },
  };
}

function sectionProperties({ sheet, turned }: WriterContext): string {
  const { theme } = sheet;
  const { page, footnote } = theme;
  const { top, bottom } = edges(theme);
  const shown = pageOf(page, turned);
  const numberForm = { type: 'DIGIT', userChar: '', prefixChar: '', suffixChar: ')', supscript: 0 };
  const line = { type: 'SOLID', width: ruleWidth(footnote.ruleWidth), color: sheet.colour('rule') };
  const spacing = { betweenNotes: 0, belowLine: mm(1), aboveLine: mm(footnote.gap - 1) };
  const frames = ['BOTH', 'EVEN', 'ODD'].map((type) =>
    tag(
      'hp:pageBorderFill',
      {
        type,
        borderFillIDRef: 1,
        textBorder: 'PAPER',
        headerInside: 0,
        footerInside: 0,
        fillArea: 'PAPER',
      },
      tag('hp:offset', { left: 1417, right: 1417, top: 1417, bottom: 1417 }),
    ),
  );
  const notes = (name: string, placement: Readonly<Record<string, string | number>>) =>
    tag(
      name,
      {},
      tag('hp:autoNumFormat', numberForm),
      tag('hp:noteLine', { length: mm(footnote.ruleLength), ...line }),
      tag('hp:noteSpacing', spacing),
      tag('hp:numbering', { type: 'CONTINUOUS', newNum: 1 }),
      tag('hp:placement', placement),
    );
  return tag(
    'hp:secPr',
    {
      id: '',
      textDirection: 'HORIZONTAL',
      spaceColumns: 1134,
      tabStop: 8000,
      tabStopVal: 4000,
      tabStopUnit: 'HWPUNIT',
      outlineShapeIDRef: 1,
      memoShapeIDRef: 0,
      textVerticalWidthHead: 0,
      masterPageCnt: 0,
    },
    tag('hp:grid', { lineGrid: 0, charGrid: 0, wonggojiFormat: 0 }),
    tag('hp:startNum', { pageStartsOn: 'BOTH', page: 0, pic: 0, tbl: 0, equation: 0 }),
    tag('hp:visibility', {
      hideFirstHeader: 0,
      hideFirstFooter: 0,
      hideFirstMasterPage: 0,
      border: 'SHOW_ALL',
      fill: 'SHOW_ALL',
      hideFirstPageNum: 0,
      hideFirstEmptyLine: 0,
      showLineNumber: 0,
    }),
    tag('hp:lineNumberShape', { restartType: 0, countBy: 0, distance: 0, startNumber: 0 }),
    tag(
      'hp:pagePr',
      {
        // Against its name, WIDELY is upright; the sizes are those of the upright page in both.
        landscape: shown.width > shown.height ? 'NARROWLY' : 'WIDELY',
        width: mm(Math.min(shown.width, shown.height)),
        height: mm(Math.max(shown.width, shown.height)),
        gutterType: 'LEFT_ONLY',
      },
      tag('hp:margin', {
        header: top.header,
        footer: bottom.footer,
        gutter: 0,
        left: mm(page.left),
        right: mm(page.right),
        top: top.edge,
        bottom: bottom.edge,
      }),
    ),
    notes('hp:footNotePr', { place: 'EACH_COLUMN', beneathText: 0 }),
    notes('hp:endNotePr', { place: 'END_OF_DOCUMENT', beneathText: 0 }),
    ...frames,
  );
}
