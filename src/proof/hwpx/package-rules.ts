// What a file for 한글 is packed with -> all that this program writes in those parts.
import { Grammar } from '../xlsx/grammar.ts';
import { ANY } from '../xlsx/value-patterns.ts';

const HANCOM = 'http://www.hancom.co.kr';
const ODF = 'urn:oasis:names:tc:opendocument:xmlns';

/** Of every part's outermost element (KS X 6101 as 한글 writes it). */
export const SPACES = {
  'xmlns:ha': `${HANCOM}/hwpml/2011/app`,
  'xmlns:hp': `${HANCOM}/hwpml/2011/paragraph`,
  'xmlns:hp10': `${HANCOM}/hwpml/2016/paragraph`,
  'xmlns:hs': `${HANCOM}/hwpml/2011/section`,
  'xmlns:hc': `${HANCOM}/hwpml/2011/core`,
  'xmlns:hh': `${HANCOM}/hwpml/2011/head`,
  'xmlns:hhs': `${HANCOM}/hwpml/2011/history`,
  'xmlns:hm': `${HANCOM}/hwpml/2011/master-page`,
  'xmlns:hpf': `${HANCOM}/schema/2011/hpf`,
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:opf': 'http://www.idpf.org/2007/opf/',
  'xmlns:ooxmlchart': `${HANCOM}/hwpml/2016/ooxmlchart`,
  'xmlns:hwpunitchar': `${HANCOM}/hwpml/2016/HwpUnitChar`,
  'xmlns:epub': 'http://www.idpf.org/2007/ops',
  'xmlns:config': `${ODF}:config:1.0`,
} as const;

export const VERSION = new Grammar({
  'hv:HCFVersion': [
    {
      'xmlns:hv': `${HANCOM}/hwpml/2011/version`,
      tagetApplication: 'WORDPROCESSOR',
      major: '5',
      minor: '1',
      micro: '0',
      buildNumber: '1',
      os: '1',
      xmlVersion: '1.4',
      application: 'iljari',
      appVersion: '1, 0, 0, 0',
    },
  ],
});

export const CONTAINER = new Grammar({
  'ocf:container': [
    { 'xmlns:ocf': `${ODF}:container`, 'xmlns:hpf': `${HANCOM}/schema/2011/hpf` },
    'ocf:rootfiles',
  ],
  'ocf:rootfiles': [{}, 'ocf:rootfile ocf:rootfile'],
  'ocf:rootfile': [
    {
      'full-path': /^(?:Contents\/content\.hpf|Preview\/PrvText\.txt)$/,
      'media-type': /^(?:application\/hwpml-package\+xml|text\/plain)$/,
    },
  ],
});

export const MANIFEST = new Grammar({ 'odf:manifest': [{ 'xmlns:odf': `${ODF}:manifest:1.0` }] });

export const SETTINGS = new Grammar({
  'ha:HWPApplicationSetting': [
    { 'xmlns:ha': `${HANCOM}/hwpml/2011/app`, 'xmlns:config': `${ODF}:config:1.0` },
    'ha:CaretPosition',
  ],
  'ha:CaretPosition': [{ listIDRef: '0', paraIDRef: '0', pos: '0' }],
});

export const CONTENTS = new Grammar({
  'opf:package': [
    { ...SPACES, version: '', 'unique-identifier': '', id: '' },
    'opf:metadata opf:manifest opf:spine',
  ],
  'opf:metadata': [
    {},
    'opf:title opf:language opf:meta opf:meta opf:meta opf:meta opf:meta opf:meta opf:meta',
  ],
  'opf:title': [{}, ANY],
  'opf:language': [{}, ANY],
  'opf:meta': [
    {
      name: /^(?:creator|subject|description|lastsaveby|CreatedDate|ModifiedDate|keyword)$/,
      content: 'text',
    },
    ANY,
  ],
  'opf:manifest': [{}, 'opf:item+'],
  'opf:item': [
    {
      id: /^(?:header|settings|section\d{1,4}|image\d{1,4})$/,
      href: /^(?:settings\.xml|(?:Contents|BinData)\/[a-z]{1,9}\d{0,4}\.(?:xml|png|jpg))$/,
      'media-type': /^(?:application\/xml|image\/(?:png|jpg))$/,
      'isEmbeded?': '1',
    },
  ],
  'opf:spine': [{}, 'opf:itemref+'],
  'opf:itemref': [{ idref: ANY, linear: 'yes' }],
});
