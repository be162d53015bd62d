// Everything that may be done to what is heard of a finished PDF, by name -> it is told.
import { beforeAll, describe, expect, it } from 'vitest';
import { isArray, isDict, nameOf, type PdfValue, refOf } from '../../src/proof/pdf/pdf-value.ts';
import { provePdf } from '../../src/proof/prove-pdf.ts';
import type { PdfResult } from '../../src/write/pdf/write-pdf.ts';
import { fonts } from '../write/pdf/documents.ts';
import { HUMAN_CHECKS } from '../write/pdf/human-checks.ts';
import { type Dict, type EditedPdf, edited, named, string } from './edit-pdf.ts';
import { heardDocument, heardPdf } from './heard-pdf.ts';

type Harm = (pdf: EditedPdf) => void;

/** The structure elements of a type, in the order of their numbers. */
function elements(pdf: EditedPdf, type: string): readonly Dict[] {
  const found = pdf.dicts.filter((dict) => nameOf(pdf.at(dict.get('S'))) === type && dict.has('P'));
  if (found.length === 0) throw new Error(`no ${type}`);
  return found;
}

function first(pdf: EditedPdf, type: string, fits: (dict: Dict) => boolean = () => true): Dict {
  const found = elements(pdf, type).find(fits);
  if (found === undefined) throw new Error(`no such ${type}`);
  return found;
}

const set =
  (type: string, key: string, value: PdfValue): Harm =>
  (pdf) =>
    void first(pdf, type, (dict) => dict.has(key) || key === 'S').set(key, value);
const attribute =
  (type: string, key: string, value: PdfValue | undefined): Harm =>
  (pdf) => {
    const own = first(pdf, type, (dict) => isDict(pdf.at(dict.get('A'))) && pdf.dict(dict, 'A').has(key));
    const attributes = pdf.dict(own, 'A');
    if (value === undefined) attributes.delete(key);
    else attributes.set(key, value);
  };
const tree = (pdf: EditedPdf): Dict => pdf.dict(pdf.catalog, 'StructTreeRoot');
const document = (pdf: EditedPdf): Dict => pdf.dict(tree(pdf), 'K');
const kids = (pdf: EditedPdf, dict: Dict): PdfValue[] => {
  const value = pdf.at(dict.get('K'));
  if (!isArray(value)) throw new Error('no kids');
  return [...value];
};
/** Pages on which something is marked, in order. */
const pageWith = (pdf: EditedPdf, text: RegExp): number => {
  for (let page = 0; ; page++) if (text.test(pdf.content(page))) return page;
};
const content =
  (from: RegExp, to: string): Harm =>
  (pdf) => {
    const page = pageWith(pdf, from);
    pdf.setContent(page, pdf.content(page).replace(from, to));
  };
/** The annotations of all pages. */
const links = (pdf: EditedPdf): readonly Dict[] =>
  pdf.dicts.filter((dict) => nameOf(pdf.at(dict.get('Subtype'))) === 'Link');
const bookmark = (pdf: EditedPdf, at: number): Dict => {
  const found = pdf.dicts.filter((dict) => dict.has('Title') && dict.has('Parent'));
  return found[at] ?? new Map();
};
/** The numbers of two marks of one type of one page change places in its content. */
const exchanged =
  (type: string, one: number, other: number): Harm =>
  (pdf) => {
    for (let page = 0; ; page++) {
      const marks = [...pdf.content(page).matchAll(new RegExp(`/${type} <</MCID (\\d+)>> BDC`, 'g'))];
      const [a, b] = [marks[one], marks[other]];
      if (a === undefined || b === undefined) continue;
      const swap = (text: string) => (text === a[0] ? b[0] : text === b[0] ? a[0] : text);
      return pdf.setContent(
        page,
        pdf.content(page).replaceAll(new RegExp(`/${type} <</MCID \\d+>> BDC`, 'g'), swap),
      );
    }
  };

const KINDS: Readonly<Record<string, Harm>> = {
  'an alternative text changed': set('Figure', 'Alt', string('다른 그림')),
  'an alternative text gone': (pdf) => void first(pdf, 'Figure').delete('Alt'),
  'alternative texts exchanged': (pdf) => {
    const [one, other] = elements(pdf, 'Figure');
    const alt = one?.get('Alt') ?? null;
    one?.set('Alt', other?.get('Alt') ?? null);
    other?.set('Alt', alt);
  },
  'a head of a table that is a cell': set('TH', 'S', named('TD')),
  'a cell that is a head': set('TD', 'S', named('TH')),
  'a heading of another level': set('H2', 'S', named('H1')),
  'a heading that is a paragraph': set('H1', 'S', named('P')),
  'a note that is a paragraph': set('Note', 'S', named('P')),
  'a reference that is none': set('Reference', 'S', named('P')),
  'a document called otherwise': (pdf) =>
    void pdf.dict(pdf.trailer, 'Info').set('Title', string('다른 문서')),
  'a list that is a paragraph': set('L', 'S', named('Div')),
  'heads that head another way': attribute('TH', 'Scope', named('Row')),
  'heads that head no way': attribute('TH', 'Scope', undefined),
  'a cell that spans otherwise': attribute('TD', 'ColSpan', 3),
  'a list that counts otherwise': attribute('L', 'ListNumbering', named('Decimal')),
  'a picture whose place is nowhere': attribute('Figure', 'BBox', [0, 0, 0, 0]),
  'months said otherwise': set('TD', 'ActualText', string('1월~12월')),
  'a text said otherwise': (pdf) => void first(pdf, 'P').set('ActualText', string('다른 글')),
  'the values of a chart left out': set('Figure', 'Alt', string('막대 하나가 있다')),
  'a caption that is a paragraph': set('Caption', 'S', named('P')),
  'a caption beside its figure': (pdf) => {
    const own = first(pdf, 'Caption', (dict) => nameOf(pdf.at(pdf.dict(dict, 'P').get('S'))) === 'Figure');
    const figure = pdf.dict(own, 'P');
    figure.set('K', kids(pdf, figure).slice(1));
  },
  'a title that is a paragraph': set('H1', 'S', named('P')),
  'a note in a head': (pdf) => {
    const note = elements(pdf, 'Note').at(-1);
    const table = first(pdf, 'Table');
    const section = note && pdf.dict(note, 'P');
    const at = section && kids(pdf, section).findIndex((kid) => pdf.at(kid) === note);
    const head = first(pdf, 'TH', (dict) => isArray(pdf.at(dict.get('K'))));
    if (section === undefined || at === undefined || !kids(pdf, section).some((kid) => pdf.at(kid) === table))
      throw new Error('no note behind its table');
    head.set('K', [...kids(pdf, head), kids(pdf, section)[at] ?? null]);
    section.set('K', kids(pdf, section).toSpliced(at, 1));
  },
  'bars that name no heads': attribute('TD', 'Headers', undefined),
  'bars under the heads of others': (pdf) => {
    const named = elements(pdf, 'TD').flatMap((dict) => {
      const own = pdf.at(dict.get('A'));
      return isDict(own) && own.has('Headers') ? [pdf.dict(dict, 'A')] : [];
    });
    named[0]?.set('Headers', named.at(-1)?.get('Headers') ?? null);
  },
  'names that are looked for elsewhere': (pdf) => {
    const [leaf] = pdf.dicts.filter((dict) => dict.has('Limits') && dict.has('Names'));
    leaf?.set('Limits', [string('head-000099'), string('head-000099')]);
  },
  'a head called otherwise': set('TH', 'ID', string('head-000099')),
  'a list that counts with nothing': attribute('L', 'ListNumbering', named('None')),
  'a list of which is told nothing': attribute('L', 'ListNumbering', undefined),
  'the name of a note changed': set('Note', 'ID', string('note-000009')),
  'the parts of the document reversed': (pdf) => {
    document(pdf).set('K', kids(pdf, document(pdf)).reverse());
  },
  'a part of the document gone': (pdf) => {
    document(pdf).set('K', kids(pdf, document(pdf)).slice(0, -1));
  },
  'rows of a table exchanged': (pdf) => {
    const body = first(pdf, 'TBody', (dict) => isArray(pdf.at(dict.get('K'))));
    body.set('K', kids(pdf, body).reverse());
  },
  'an element under another one': (pdf) => void first(pdf, 'Table').set('P', document(pdf).get('P') ?? null),
  'an element of more than there is': (pdf) => {
    document(pdf).set('K', [
      ...kids(pdf, document(pdf)),
      pdf.add({ S: named('P'), P: tree(pdf).get('K') ?? null }),
    ]);
  },
  'an element that holds itself': (pdf) => {
    document(pdf).set('K', [...kids(pdf, document(pdf)), tree(pdf).get('K') ?? null]);
  },
  'marked content exchanged': exchanged('LBody', 0, 1),
  'cells exchanged': exchanged('TD', 0, 1),
  'bars exchanged': exchanged('TD', 3, 5),
  'numbers of pages exchanged': exchanged('Link', 1, 3),
  'content that no element holds': content(/\/P <<\/MCID \d+>> BDC/, '/P <</MCID 999>> BDC'),
  'text that is decoration': content(/\/P <<\/MCID \d+>> BDC/, '/Artifact <</Type/Layout>> BDC'),
  'decoration that is text': content(
    /\/Artifact <<\/Type\/Pagination\/Subtype\/Header>> BDC/,
    '/P <</MCID 998>> BDC',
  ),
  'a head that is no head': content(
    /\/Artifact <<\/Type\/Pagination\/Subtype\/Header>> BDC(?=\s+BT)/,
    '/Artifact <</Type/Layout>> BDC',
  ),
  'a foot told as a head': content(/\/Subtype\/Footer>> BDC/, '/Subtype/Header>> BDC'),
  'a head of which is told no kind': content(
    /\/Type\/Pagination\/Subtype\/Header>> BDC/,
    '/Type/Pagination>> BDC',
  ),
  'content marked as of another element': content(/\/LBody <<\/MCID/, '/P <</MCID'),
  'the last word of a line run into the first of the next': content(
    /(<\w+> Tj) <\w{4}> Tj ET(?=(?:(?!EMC)[\s\S])*\bBT\b)/,
    '$1 ET',
  ),
  'content that is not marked': content(/\/LBody <<\/MCID \d+>> BDC([\s\S]*?)EMC/, '$1'),
  'a language that it is not': content(/\/Lang \(en\)/, '/Lang (fr)'),
  'Russian told to be English': content(/\/Lang \(ru\)/, '/Lang (en)'),
  'half of a Japanese word': content(
    /\/Span <<\/Lang \(ja\)>> BDC <(\w{8})(\w+)> Tj EMC/,
    '/Span <</Lang (ja)>> BDC <$1> Tj EMC <$2> Tj',
  ),
  'a sign that stands for another': content(/\/E <\w+>/, '/E (plus)'),
  'a sign that stands for nothing': content(/\/Span <<\/E <\w+>>> BDC (<\w+> Tj) EMC/, '$1'),
  'words whose language is not told': content(/\/Span <<\/Lang \(en\)>> BDC ([\s\S]*?) EMC/, '$1'),
  'words of another language that are none': content(
    /(\/LBody <<\/MCID \d+>> BDC\s+BT [\s\S]*?Tm )(<[0-9a-f]+> Tj)/,
    '$1/Span <</Lang (en)>> BDC $2 EMC',
  ),
  'the tree of parents crossed': (pdf) => {
    const nums = pdf.at(pdf.dict(tree(pdf), 'ParentTree').get('Nums'));
    const list = isArray(nums)
      ? nums.find((one) => isArray(pdf.at(one)) && refOf(one) === undefined)
      : undefined;
    if (isArray(list ?? null)) (list as PdfValue[]).reverse();
  },
  'pages whose parents are others': (pdf) => void pdf.page(1).set('StructParents', 0),
  'all links to one place': (pdf) => {
    const [one, ...more] = links(pdf);
    for (const link of more) link.set('Dest', one?.get('Dest') ?? null);
  },
  'links to notes exchanged': (pdf) => {
    const [one, other] = links(pdf).filter((link) => /^각주 \d$/.test(pdf.text(link.get('Contents'))));
    const place = one?.get('Dest') ?? null;
    one?.set('Dest', other?.get('Dest') ?? null);
    other?.set('Dest', place);
  },
  'a link beside its words': (pdf) => void links(pdf)[0]?.set('Rect', [10, 10, 40, 20]),
  'a link over a whole page': (pdf) => void links(pdf)[0]?.set('Rect', [0, 0, 595, 842]),
  'a link called otherwise': (pdf) => void links(pdf)[0]?.set('Contents', string('누르세요')),
  'a link that no element holds': (pdf) => void links(pdf)[0]?.delete('StructParent'),
  'a place elsewhere on its page': (pdf) => {
    const names = pdf.at(pdf.dict(pdf.catalog, 'Names', 'Dests').get('Names'));
    const spot = isArray(names) ? pdf.at(names[1]) : null;
    if (isArray(spot)) (spot as PdfValue[])[3] = 100;
  },
  'bookmarks that lead to one page': (pdf) => {
    const spot = bookmark(pdf, 0).get('Dest') ?? null;
    for (const dict of pdf.dicts) if (dict.has('Title') && dict.has('Parent')) dict.set('Dest', spot);
  },
  'a bookmark called otherwise': (pdf) => void bookmark(pdf, 1).set('Title', string('다른 제목')),
  'bookmarks counted otherwise': (pdf) => void bookmark(pdf, 0).set('Count', 99),
  'a bookmark that forgets the one before it': (pdf) => {
    for (const dict of pdf.dicts) if (dict.has('Title')) dict.delete('Prev');
  },
  'bookmarks not counted': (pdf) => void pdf.dict(pdf.catalog, 'Outlines').delete('Count'),
  'bookmarks cut short': (pdf) => {
    for (const dict of pdf.dicts) if (dict.has('Title')) dict.delete('Next');
  },
  'bookmarks below another one': (pdf) => {
    const top = pdf.dict(pdf.catalog, 'Outlines');
    bookmark(pdf, 0).set('First', top.get('First') ?? null);
  },
  'no bookmarks': (pdf) => void pdf.dict(pdf.catalog, 'Outlines').delete('First'),
};

let pdf: PdfResult;

beforeAll(async () => {
  pdf = await heardPdf();
});

function told(bytes: Uint8Array): readonly string[] {
  const { diagnostics } = provePdf(heardDocument, pdf.layout, bytes, 'plan.pdf', { fonts });
  return diagnostics.flatMap(({ severity, message }) => (severity === 'error' ? [message] : []));
}

describe('what is heard of a finished PDF', () => {
  it('is harmed in every way that the Matterhorn Protocol leaves to people, but for what no file has', () => {
    const asked = Object.values(HUMAN_CHECKS).flatMap((check) => ('harms' in check ? check.harms : []));
    expect(asked.filter((harm) => !(harm in KINDS))).toEqual([]);
    expect(Object.keys(HUMAN_CHECKS)).toHaveLength(47);
  });

  it('proves when it is written anew, object by object', () => {
    expect(told(edited(pdf.bytes, () => {}))).toEqual([]);
  });

  it.each(Object.entries(KINDS))('is told of %s', (_, harm) => {
    const bytes = edited(pdf.bytes, harm);
    expect(Buffer.from(bytes).equals(Buffer.from(edited(pdf.bytes, () => {})))).toBe(false);
    expect(told(bytes).join('\n')).toMatch(/plan\.pdf/);
  });
});
