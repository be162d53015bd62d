// Everything that may be done to a finished PDF, by name -> it is told, or it is harmless for the reason given.
import { beforeAll, describe, expect, it } from 'vitest';
import type { PdfValue } from '../../src/proof/pdf/pdf-value.ts';
import { provePdf } from '../../src/proof/prove-pdf.ts';
import type { PdfResult } from '../../src/write/pdf/write-pdf.ts';
import { fonts } from '../write/pdf/documents.ts';
import { type Dict, type EditedPdf, edited, named, string } from './edit-pdf.ts';
import { TEXT_PAGE as PAGE, smallDocument, smallPdf } from './small-pdf.ts';

/** The colour of the first letters that lie on nothing. */
const LETTERS = /(0\.102 0\.102 0\.102) rg( \/F\d)/;

type Harm = (pdf: EditedPdf) => void;

const map = (entries: Readonly<Record<string, PdfValue>>): Dict => new Map(Object.entries(entries));
const more = (text: string): Harm => {
  return (pdf) => pdf.setContent(PAGE, `${pdf.content(PAGE)}\n${text}`);
};
const replaced = (from: RegExp | string, to: string): Harm => {
  return (pdf) => {
    const before = pdf.content(PAGE);
    const after = before.replace(from, to);
    if (after === before) throw new Error(`nothing to replace: ${from}`);
    pdf.setContent(PAGE, after);
  };
};
const page =
  (key: string, value: PdfValue): Harm =>
  (pdf) =>
    void pdf.page(PAGE).set(key, value);
const catalog =
  (key: string, value: PdfValue): Harm =>
  (pdf) =>
    void pdf.catalog.set(key, value);
const action = (kind: string, more: Readonly<Record<string, PdfValue>>): Dict =>
  map({ S: named(kind), ...more });
const script = action('JavaScript', { JS: string('app.alert(1)') });
/** The dictionaries of one font. */
const font = (pdf: EditedPdf): Dict => pdf.dict(pdf.page(PAGE), 'Resources', 'Font', 'F1');
const descendant = (pdf: EditedPdf): Dict => pdf.dict(font(pdf), 'DescendantFonts', 0);
const descriptor = (pdf: EditedPdf): Dict => pdf.dict(descendant(pdf), 'FontDescriptor');
/** Changes the font program behind the text; offsets and lengths of its tables by name. */
const withProgram = (
  change: (program: Buffer, tables: Readonly<Record<string, number>>) => unknown,
): Harm => {
  return (pdf) => {
    const stream = descriptor(pdf).get('FontFile2');
    const program = Buffer.from(pdf.stream(stream), 'latin1');
    const count = program.readUInt16BE(4);
    const tables: Record<string, number> = { count };
    for (let index = 0; index < count; index++) {
      const at = 12 + 16 * index;
      const tag = program.toString('latin1', at, at + 4);
      tables[tag] = program.readUInt32BE(at + 8);
      tables[`${tag}Length`] = program.readUInt32BE(at + 12);
    }
    change(program, tables);
    pdf.setStream(stream, program.toString('latin1'));
  };
};
/** The first page with links. */
const linked = (pdf: EditedPdf): Dict => {
  const found = pdf.dicts.find((dict) => ((dict.get('Annots') ?? []) as readonly PdfValue[]).length > 0);
  if (found === undefined) throw new Error('no links');
  return found;
};
const resource = (kind: string, name: string, value: PdfValue): Harm => {
  return (pdf) => void pdf.dict(pdf.page(PAGE), 'Resources').set(kind, map({ [name]: value }));
};
const all =
  (...harms: readonly Harm[]): Harm =>
  (pdf) => {
    for (const harm of harms) harm(pdf);
  };
const annotation =
  (entries: Readonly<Record<string, PdfValue>>): Harm =>
  (pdf) => {
    const rest = { Type: named('Annot'), Rect: [0, 0, 500, 700], ...entries };
    pdf.page(PAGE).set('Annots', [pdf.add(rest)]);
  };

/** What is not seen by whoever reads the pages. */
const KINDS: Readonly<Record<string, Harm>> = {
  'letters outlined only (Tr 1)': replaced(/\bBT\b/, 'BT 1 Tr'),
  'letters not painted (Tr 3)': replaced(/\bBT\b/, 'BT 3 Tr'),
  'letters as a clip (Tr 7)': replaced(/\bBT\b/, 'BT 7 Tr'),
  'text state set outside of a text': replaced(/\bBT\b/, '3 Tr BT'),
  'letters squeezed (Tz)': replaced(/\bBT\b/, 'BT 1 Tz'),
  'letters raised off the page (Ts)': replaced(/\bBT\b/, 'BT 900 Ts'),
  'letters a fraction of their size': replaced(/1 0 0 -1 (\S+ \S+) Tm/, '0.01 0 0 -0.01 $1 Tm'),
  'letters mirrored': replaced(/1 0 0 -1 (\S+ \S+) Tm/, '-1 0 0 -1 $1 Tm'),
  'letters slanted': replaced(/1 0 0 -1 (\S+ \S+) Tm/, '1 0 0.8 -1 $1 Tm'),
  'a clip over the page': replaced(/\bBT\b/, '0 0 1 1 re W n BT'),
  'an even-odd clip over the page': replaced(/\bBT\b/, '0 0 1 1 re W* n BT'),
  'the page scaled': replaced(/\bBT\b/, '0.1 0 0 0.1 0 0 cm BT'),
  'the page shifted': replaced(/\bBT\b/, '1 0 0 1 0 2000 cm BT'),
  'an opacity of 0': all(resource('ExtGState', 'G1', map({ ca: 0, CA: 0 })), replaced(/\bBT\b/, '/G1 gs BT')),
  'a soft mask': all(
    resource('ExtGState', 'G1', map({ SMask: map({ S: named('Alpha') }) })),
    replaced(/\bBT\b/, '/G1 gs BT'),
  ),
  'a blend mode': all(
    resource('ExtGState', 'G1', map({ BM: named('Screen') })),
    replaced(/\bBT\b/, '/G1 gs BT'),
  ),
  'a shading over the page': all(
    resource('Shading', 'S1', map({ ShadingType: 2, ColorSpace: named('DeviceGray') })),
    more('/S1 sh'),
  ),
  'a pattern': all(
    resource('Pattern', 'P1', map({ PatternType: 1 })),
    more('/Pattern cs /P1 scn 0 0 600 800 re f'),
  ),
  'an image over the page': (pdf) => {
    const image = {
      Type: named('XObject'),
      Subtype: named('Image'),
      Width: 1,
      Height: 1,
      BitsPerComponent: 8,
    };
    resource('XObject', 'I1', pdf.add({ ...image, ColorSpace: named('DeviceGray') }, '\xff'))(pdf);
    more('q 600 0 0 800 0 0 cm /I1 Do Q')(pdf);
  },
  'a form over the page': (pdf) => {
    const form = { Type: named('XObject'), Subtype: named('Form'), BBox: [0, 0, 600, 800] };
    resource('XObject', 'X1', pdf.add(form, '1 g 0 0 600 800 re f'))(pdf);
    more('/X1 Do')(pdf);
  },
  'an image in the content': more('q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q'),
  'a layer that is off': more('/OC /Layer BDC EMC'),
  'states left open': more('q q'),
  'content that never ends': more('BT'),
  'marks left open': more('/P <</MCID 900>> BDC'),
  'white letters': replaced(LETTERS, '1 1 1 rg$2'),
  'letters in the colour of their ground': replaced(/1 1 1 rg( \/F\d)/, '0.027 0.255 0.443 rg$1'),
  'letters in another colour': replaced(LETTERS, '0.8 0.1 0.1 rg$2'),
  'letters a little lighter': replaced(LETTERS, '0.6 0.6 0.6 rg$2'),
  'letters in another font': (pdf) => {
    const text = pdf.content(PAGE);
    const [, own, other] = /(\/F\d)[\s\S]*?(?!\1)(\/F\d)/.exec(text) ?? [];
    pdf.setContent(PAGE, text.replaceAll(own ?? '', other ?? ''));
  },
  'letters of another size': replaced(/(\/F\d) 11 Tf/, '$1 3 Tf'),
  'letters pushed together': replaced(/-0.22 Tc/, '-9 Tc'),
  'letters turned': replaced(/1 0 0 -1 (\S+ \S+) Tm/, '0 1 1 0 $1 Tm'),
  'a line of text moved': replaced(/1 0 0 -1 (\S+) (\S+) Tm/, '1 0 0 -1 $1 9 Tm'),
  'a text gone': replaced(/<[0-9a-f]{12,}> Tj/, '<> Tj'),
  'a text of no letters': more('BT ET'),
  'states kept for nothing': more('q Q'),
  'a text twice': replaced(/(BT[\s\S]*?ET)/, '$1 $1'),
  'the watermark gone': replaced(/BT .*?0\.707.*? ET/, ''),
  'a watermark that says another thing': replaced(/(BT .*?0\.707.*?<)(....)(....)/, '$1$3$2'),
  'a bar half as high': replaced('60 40 l 20 40 l', '60 70 l 20 70 l'),
  'a bar gone': replaced(/[\d. ]+rg 20 100 m .*? f/, ''),
  'a bar moved': replaced(/20 100 m 60 100 l 60 40 l 20 40 l/, '30 100 m 70 100 l 70 40 l 30 40 l'),
  'bars in each other\u2019s colours': replaced(/\S+ \S+ \S+ rg (20 100 m)/, '0.612 0.702 0.776 rg $1'),
  'a bar more': more('q 1 0 0 1 100 100 cm 0.027 0.255 0.443 rg 140 100 m 180 100 l 180 20 l h f Q'),
  'a dashed line made whole': replaced(/\[[\d ]+\] 0 d /, ''),
  'a line thinner': replaced(/ 1 w /, ' 0.1 w '),
  'a line in another colour': replaced(/\S+ \S+ \S+ RG/, '1 1 1 RG'),
  'a rule of a table gone': replaced(/\S+ \S+ \S+ RG \S+ w \S+ \S+ m \S+ \S+ l S\s*(?!EMC)/, ''),
  'a drawn numeral that reads as another': replaced(/(ActualText <FEFF216)0/, '$11'),
  'a drawn numeral that is not read': replaced(
    /\/Span <<\/ActualText <FEFF2160[^>]*>>> BDC/,
    '/Span <</Lang (ko)>> BDC',
  ),
  'the head of a table without its ground': replaced(/0\.847 0\.902 0\.969 rg [\d. ]+ re f/, ''),
  'the head of a table on another ground': replaced(/0\.847 0\.902 0\.969 rg/, '0.847 0.098 0.969 rg'),
  'a ground larger than it was': replaced(/(\S+) (\S+) re f/, '$1 400 re f'),
  'a white box over a text': more('1 1 1 rg 60 60 500 700 re f'),
  'a white path over a text': more('1 1 1 rg 60 60 m 560 60 l 560 760 l 60 760 l h f'),
  'a wide white line over a text': more('1 1 1 RG 60 w 60 300 m 560 300 l S'),
  'a box painted after the text on it': (pdf) => {
    const text = pdf.content(PAGE);
    const box = /\S+ \S+ \S+ rg [\d. ]+ re f/.exec(text)?.[0] ?? '';
    pdf.setContent(PAGE, `${text.replace(box, '')} ${box}`);
  },
  'a line of its own': more('0 0 0 RG 1 w 60 500 m 90 500 l S'),
  'a frame around a number': more('0.8 0.1 0.1 RG 1 w 100 500 30 12 re S'),
  'printer\u2019s marks': more('0 0 0 RG 0.25 w 0 -9 m 0 -20 l S'),
  'a page turned': page('Rotate', 180),
  'fewer pages counted than there are': (pdf) => void pdf.dict(pdf.catalog, 'Pages').set('Count', 1),
  'the order of links taken': (pdf) => void pdf.page(PAGE).delete('Tabs'),
  'a page cropped': page('CropBox', [0, 0, 10, 10]),
  'a page cut off': page('MediaBox', [0, 400, 595, 842]),
  'a page of another unit': page('UserUnit', 0.1),
  'a page with a trimmed edge': page('TrimBox', [0, 0, 100, 100]),
  'a page that turns by itself': page('Dur', 1),
  'an action when a page is shown': page('AA', map({ O: script })),
  'a thumbnail of another page': (pdf) => void pdf.page(PAGE).set('Thumb', pdf.add({}, '')),
  'a page more': (pdf) => {
    const pages = pdf.dict(pdf.catalog, 'Pages');
    const kids = pages.get('Kids') as readonly PdfValue[];
    pages.set('Kids', [...kids, kids[PAGE] ?? null]);
  },
  'a page less': (pdf) => {
    const pages = pdf.dict(pdf.catalog, 'Pages');
    pages.set('Kids', (pages.get('Kids') as readonly PdfValue[]).slice(0, -1));
  },
  'two pages exchanged': (pdf) => {
    const pages = pdf.dict(pdf.catalog, 'Pages');
    const kids = [...(pages.get('Kids') as readonly PdfValue[])];
    [kids[PAGE], kids[PAGE + 1]] = [kids[PAGE + 1] ?? null, kids[PAGE] ?? null];
    pages.set('Kids', kids);
  },
  'pages called by other numbers': catalog('PageLabels', map({ Nums: [0, map({ S: named('D') })] })),
  'a script at opening': catalog('OpenAction', script),
  'a program started at opening': catalog('OpenAction', action('Launch', { F: string('calc.exe') })),
  'a page elsewhere at opening': (pdf) => {
    const [first = null] = pdf.dict(pdf.catalog, 'Pages').get('Kids') as readonly PdfValue[];
    pdf.catalog.set('OpenAction', [first, named('Fit')]);
  },
  'an action at closing': catalog('AA', map({ WC: script })),
  'a script by name': (pdf) => {
    pdf.dict(pdf.catalog, 'Names').set('JavaScript', map({ Names: [string('a'), script] }));
  },
  'a file inside': (pdf) => {
    pdf.dict(pdf.catalog, 'Names').set('EmbeddedFiles', map({ Names: [] }));
  },
  'a form to fill in': catalog('AcroForm', map({ Fields: [] })),
  layers: catalog('OCProperties', map({ OCGs: [], D: map({}) })),
  'a link to the web': annotation({
    Subtype: named('Link'),
    Border: [0, 0, 0],
    F: 4,
    A: action('URI', { URI: string('https://example.org') }),
  }),
  'a link that leads nowhere': annotation({
    ...{ Subtype: named('Link'), Border: [0, 0, 0], F: 4 },
    ...{ Dest: string('nowhere'), Contents: string('a') },
  }),
  'the links of a page gone': (pdf) => void linked(pdf).delete('Annots'),
  'half a letter at the end of a name': (pdf) => {
    const [link] = linked(pdf).get('Annots') as readonly PdfValue[];
    pdf.dict(link).set('Contents', string('\xfe\xffabc'));
  },
  'names of places that are not found by halves': (pdf) => {
    const places = pdf.dict(pdf.catalog, 'Names', 'Dests');
    places.set('Limits', [...(places.get('Limits') as readonly PdfValue[])].reverse());
  },
  'a link twice': (pdf) => {
    const links = linked(pdf).get('Annots') as readonly PdfValue[];
    linked(pdf).set('Annots', [...links, ...links]);
  },
  'letters of more codes than there are': (pdf) => {
    const map = font(pdf).get('ToUnicode');
    const ranges = '1 beginbfrange <00000000> <ffffffff> <0041> endbfrange';
    pdf.setStream(map, `${pdf.stream(map)} ${ranges}`);
  },
  'widths of more codes than there are': (pdf) => void descendant(pdf).set('W', [0, 4_294_967_295, 500]),
  'elements of nothing that is held': (pdf) => {
    const parents = pdf.dict(pdf.catalog, 'StructTreeRoot', 'ParentTree');
    const held = parents.get('Nums') as readonly PdfValue[];
    parents.set('Nums', [...held, 9999, held[1] ?? null]);
  },
  'bookmarks without an end': (pdf) => void pdf.dict(pdf.catalog, 'Outlines').delete('Last'),
  'bookmarks that nobody sees': (pdf) => void pdf.catalog.delete('PageMode'),
  'a structure under another': (pdf) => {
    const root = pdf.dict(pdf.catalog, 'StructTreeRoot', 'K');
    root.set('P', pdf.dict(pdf.catalog, 'StructTreeRoot').get('K') ?? null);
  },
  'a font that describes another': (pdf) => void descriptor(pdf).set('FontName', named('Arial')),
  'letters of another order': (pdf) => {
    pdf.dict(descendant(pdf).get('CIDSystemInfo')).set('Ordering', string('Korea1'));
  },
  'a profile of four inks for three': (pdf) => {
    pdf.dict(pdf.catalog, 'OutputIntents', 0, 'DestOutputProfile').set('N', 4);
  },
  'a note over the page': annotation({ Subtype: named('FreeText'), Contents: string('other') }),
  'a stamp over the page': annotation({ Subtype: named('Stamp') }),
  'a video': annotation({ Subtype: named('Screen') }),
  // Both read as before.
  'a glyph drawn as another': withProgram((program, { loca = 0 }) => {
    // The outlines of two codes exchanged.
    const [one, two] = [program.readUInt32BE(loca + 4 * 3), program.readUInt32BE(loca + 4 * 4)];
    program.writeUInt32BE(two, loca + 4 * 3);
    program.writeUInt32BE(one, loca + 4 * 4);
  }),
  'outlines emptied': withProgram((program, { loca = 0, locaLength = 0 }) =>
    program.fill(0, loca, loca + locaLength),
  ),
  'an outline bent': withProgram((program, { glyf = 0, glyfLength = 0 }) => {
    program.writeUInt8(program.readUInt8(glyf + glyfLength - 5) ^ 0xff, glyf + glyfLength - 5);
  }),
  'letters of another size of em': withProgram((program, { head = 0 }) =>
    program.writeUInt16BE(500, head + 18),
  ),
  'letters that begin beside their place': withProgram((program, { hmtx = 0, hmtxLength = 0 }) => {
    for (let at = hmtx; at < hmtx + hmtxLength; at += 4) program.writeInt16BE(4000, at + 2);
  }),
  'a font of another kind of outlines': withProgram((program) => program.write('OTTO', 0, 'latin1')),
  'a font that is marked as none': withProgram((program, { head = 0 }) =>
    program.writeUInt32BE(0, head + 12),
  ),
  'a font without room': withProgram((program, { maxp = 0, maxpLength = 0 }) =>
    program.fill(0, maxp + 6, maxp + maxpLength),
  ),
  'a remark among the operators': more('% 9 0 obj'),
  'a remark among the letters': (pdf) => {
    const map = font(pdf).get('ToUnicode');
    pdf.setStream(map, `% 9 0 obj\n${pdf.stream(map)}`);
  },
  'instructions that move outlines': withProgram((program, { count = 0 }) => {
    // A table of another name becomes the program of the font.
    for (let index = 0; index < count; index++)
      if (program.toString('latin1', 12 + 16 * index, 16 + 16 * index) === 'hhea')
        program.write('fpgm', 12 + 16 * index, 'latin1');
  }),
  'a font cut off': (pdf) => {
    const program = descriptor(pdf).get('FontFile2');
    pdf.setStream(program, pdf.stream(program).slice(0, 2000));
  },
  'a font of another name': (pdf) => void font(pdf).set('BaseFont', named('Arial')),
  'widths of other letters': (pdf) => {
    const [first = 0, widths = []] = pdf.at(descendant(pdf).get('W')) as readonly PdfValue[];
    descendant(pdf).set('W', [first, [...(widths as readonly number[])].reverse()]);
  },
  'a 7 that reads as 1': (pdf) => {
    // The glyph stays, and what it reads as changes with the text that is expected.
    const map = font(pdf).get('ToUnicode');
    pdf.setStream(map, pdf.stream(map).replace(/0031/, '0037'));
  },
  'letters cut off at a box': (pdf) => void descriptor(pdf).set('FontBBox', [0, 0, 1, 1]),
  'letters made bolder': (pdf) => void descriptor(pdf).set('Flags', 4 + 2 ** 18),
  'letters of no file': (pdf) => void descriptor(pdf).delete('FontFile2'),
  'letters of another kind of font': (pdf) => void descendant(pdf).set('Subtype', named('CIDFontType0')),
  'codes of other letters (CIDToGIDMap)': (pdf) =>
    void descendant(pdf).set('CIDToGIDMap', pdf.add({}, '\0\0')),
  'codes set down the page': (pdf) => void font(pdf).set('Encoding', named('Identity-V')),
  'a default width': (pdf) => void descendant(pdf).set('DW', 1),
  'a title of another document': (pdf) => {
    pdf.dict(pdf.trailer.get('Info')).set('Title', string('another'));
  },
  'another date': (pdf) => void pdf.dict(pdf.trailer.get('Info')).set('ModDate', string('D:20300101000000Z')),
  'another title in the XMP': (pdf) => {
    const metadata = pdf.catalog.get('Metadata');
    pdf.setStream(metadata, pdf.stream(metadata).replace(/(<dc:title>.*?">)[^<]*/, '$1another'));
  },
  'another claim in the XMP': (pdf) => {
    const metadata = pdf.catalog.get('Metadata');
    pdf.setStream(metadata, pdf.stream(metadata).replace(/<pdfaid:part>2/, '<pdfaid:part>1'));
  },
  'no XMP': (pdf) => void pdf.catalog.delete('Metadata'),
  'another language': catalog('Lang', string('en-US')),
  'no output intent': (pdf) => void pdf.catalog.delete('OutputIntents'),
  'another profile': (pdf) => {
    const profile = pdf.dict(pdf.catalog, 'OutputIntents', 0).get('DestOutputProfile');
    pdf.setStream(profile, pdf.stream(profile).replace('sRGB', 'sBGR'));
  },
  'another printing condition': (pdf) => {
    pdf.dict(pdf.catalog, 'OutputIntents', 0).set('OutputConditionIdentifier', string('FOGRA39'));
  },
  'no structure': (pdf) => void pdf.catalog.delete('StructTreeRoot'),
  'an object that nothing leads to': (pdf) => void pdf.add({ Type: named('Action') }),
  'a key that nobody knows': catalog('Private', 1),
  'kinds of structure renamed': (pdf) => {
    pdf.dict(pdf.catalog, 'StructTreeRoot').set('RoleMap', map({ P: named('Artifact') }));
  },
  'pages shown two by two': catalog('PageLayout', named('TwoColumnRight')),
  'the program hides its windows': (pdf) => {
    pdf.dict(pdf.catalog, 'ViewerPreferences').set('HideMenubar', true);
  },
};

/** What changes nothing that anyone sees, hears or runs, and why. */
const HARMLESS: Readonly<Record<string, readonly [why: string, harm: Harm]>> = {
  'other heights of letters told beside the letters themselves': [
    'only a font that is not in the file is drawn by them (9.8.1)',
    (pdf) => void descriptor(pdf).set('CapHeight', 9),
  ],
  'procedures that no reader asks for': [
    'obsolete (14.2)',
    (pdf) => void pdf.dict(pdf.page(PAGE), 'Resources').set('ProcSet', [named('PDF')]),
  ],
  'another next key of the structure': [
    'it is for programs that write on (14.7.2)',
    (pdf) => void pdf.dict(pdf.catalog, 'StructTreeRoot').set('ParentTreeNextKey', 99_999),
  ],
  'a key without a value': ['it says the same as no key (7.3.7)', catalog('AA', null)],
  'an empty object that nothing leads to': ['there is nothing in it', (pdf) => void pdf.add({})],
  'fonts of a page under other names': [
    'the names are the page\u2019s own',
    (pdf) => {
      const fonts = pdf.dict(pdf.page(PAGE), 'Resources', 'Font');
      for (const [name, value] of [...fonts]) {
        fonts.delete(name);
        fonts.set(`${name}9`, value);
      }
      pdf.setContent(PAGE, pdf.content(PAGE).replaceAll(/\/F\d+/g, '$&9'));
    },
  ],
  'blanks in the content': [
    'no reader paints them',
    (pdf) => pdf.setContent(PAGE, pdf.content(PAGE).replaceAll('\n', ' \n  ')),
  ],
};

let pdf: PdfResult;

beforeAll(async () => {
  pdf = await smallPdf();
});

function told(bytes: Uint8Array): readonly string[] {
  const { diagnostics } = provePdf(smallDocument, pdf.layout, bytes, 'plan.pdf', { fonts });
  return diagnostics.flatMap(({ severity, message }) => (severity === 'error' ? [message] : []));
}

describe('a finished PDF', () => {
  it('proves when it is written anew, object by object', () => {
    expect(told(edited(pdf.bytes, () => {}))).toEqual([]);
  });

  it('was written to once: what is appended is told', () => {
    const { bytes } = pdf;
    const text = Buffer.from(bytes).toString('latin1');
    const previous = /startxref\s+(\d+)/.exec(text)?.[1];
    const more = `xref\n0 0\ntrailer\n<</Size 1 /Root 3 0 R /Info 1 0 R /ID [<00> <00>] /Prev ${previous}>>\n`;
    const appended = `${text}${more}startxref\n${text.length}\n%%EOF\n`;
    expect(told(Buffer.from(appended, 'latin1')).join('\n')).toContain('Prev');
    expect(told(Buffer.from(text.replace('%%EOF', '%hidden\n%%EOF'), 'latin1'))).not.toEqual([]);
  });

  it('has each object once, under its own number: readers differ in which place they take', () => {
    const text = Buffer.from(edited(pdf.bytes, () => {})).toString('latin1');
    const object = /\n(\d+) 0 obj\n/.exec(text);
    const at = `${(object?.index ?? 0) + 1}`.padStart(10, '0');
    const other = text.replace(/\n\d+ 0 obj\n/, (head) => head.replaceAll(/\d(?= 0|\d)/g, '9'));
    const twice = text.replace('trailer\n', `${object?.[1]} 1\n${at} 00000 n \ntrailer\n`);
    for (const one of [other, twice]) {
      expect(one).not.toBe(text);
      expect(told(Buffer.from(one, 'latin1')).join('\n')).toMatch(/객체/);
    }
  });

  it.each(Object.entries(HARMLESS))('may have %s', (_, [, harm]) => {
    expect(told(edited(pdf.bytes, harm))).toEqual([]);
  });

  it.each(Object.entries(KINDS))('is told of %s', (_, harm) => {
    const messages = told(edited(pdf.bytes, harm));
    expect(messages.join('\n')).toMatch(/plan\.pdf/);
  });
});
