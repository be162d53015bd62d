// What a workbook is packed with: types, relations and properties -> all that this program writes in them (ECMA-376 part 1, 22, and part 2).
import { Grammar } from './grammar.ts';
import { SCHEMA } from './namespaces.ts';
import { ANY, RID, WHOLE } from './value-patterns.ts';

/** [Content_Types].xml and the relations; what they name is looked up one by one. */
export const CONTENT_TYPES = new Grammar({
  Types: [{ xmlns: `${SCHEMA}/package/2006/content-types` }, 'Default+ Override+ Default Override+'],
  Default: [{ Extension: ANY, ContentType: ANY }],
  Override: [{ PartName: ANY, ContentType: ANY }],
});
export const RELATIONSHIPS = new Grammar({
  Relationships: [{ xmlns: `${SCHEMA}/package/2006/relationships` }, 'Relationship+'],
  Relationship: [{ Id: RID, Type: ANY, Target: ANY }],
});

export const APP = new Grammar({
  Properties: [
    {
      xmlns: `${SCHEMA}/officeDocument/2006/extended-properties`,
      'xmlns:vt': `${SCHEMA}/officeDocument/2006/docPropsVTypes`,
    },
    'Application DocSecurity ScaleCrop HeadingPairs TitlesOfParts Company Manager LinksUpToDate SharedDoc HyperlinksChanged AppVersion',
  ],
  Application: [{}, /^Microsoft Excel$/],
  DocSecurity: [{}, /^0$/],
  ScaleCrop: [{}, /^false$/],
  HeadingPairs: [{}, 'vt:vector'],
  'HeadingPairs/vt:vector': [{ size: '2', baseType: 'variant' }, 'vt:variant vt:variant'],
  'vt:variant': [{}, 'vt:lpstr? vt:i4?'],
  'vt:variant/vt:lpstr': [{}, /^Worksheets$/],
  'vt:i4': [{}, WHOLE],
  TitlesOfParts: [{}, 'vt:vector'],
  'vt:vector': [{ size: WHOLE, baseType: 'lpstr' }, 'vt:lpstr+'],
  'vt:lpstr': [{}, ANY],
  Company: [{}, /^$/],
  Manager: [{}, /^$/],
  LinksUpToDate: [{}, /^false$/],
  SharedDoc: [{}, /^false$/],
  HyperlinksChanged: [{}, /^false$/],
  AppVersion: [{}, /^16\.0300$/],
});

const STAMP = { 'xsi:type': 'dcterms:W3CDTF' };

export const CORE = new Grammar({
  'cp:coreProperties': [
    {
      'xmlns:cp': `${SCHEMA}/package/2006/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:dcmitype': 'http://purl.org/dc/dcmitype/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    'dc:creator dc:title dc:subject dc:description cp:keywords cp:category cp:lastModifiedBy dcterms:created dcterms:modified',
  ],
  'dc:creator': [{}, ANY],
  'dc:title': [{}, ANY],
  'dc:subject': [{}, /^$/],
  'dc:description': [{}, ANY],
  'cp:keywords': [{}, ANY],
  'cp:category': [{}, /^$/],
  'cp:lastModifiedBy': [{}, ANY],
  'dcterms:created': [STAMP, ANY],
  'dcterms:modified': [STAMP, ANY],
});
