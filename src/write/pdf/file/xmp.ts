// A document's properties -> its XMP packet (ISO 16684-1), which says what the file is and what it claims to meet.

import { xmlText } from './pdf-text.ts';
import { xmpSchema } from './xmp-schema.ts';

export interface XmpProperties {
  readonly title: string;
  readonly author: string;
  readonly keywords?: readonly string[];
  readonly summary?: string;
  readonly language: string;
  readonly creator: string;
  readonly producer: string;
  /** The date of issue; no clock is read. */
  readonly date: Date;
}

/** What the file was built to meet; nothing else is claimed. */
type XmpClaims = { readonly kind: 'archive' } | { readonly kind: 'press'; readonly documentId: string };

const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
} as const;

export function xmpPacket(properties: XmpProperties, claims: XmpClaims): string {
  const { title, author, keywords, summary, language, creator, producer } = properties;
  const date = xmpDate(properties.date);
  const blocks = [
    description('dc', [
      '<dc:format>application/pdf</dc:format>',
      `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(title)}</rdf:li></rdf:Alt></dc:title>`,
      `<dc:creator><rdf:Seq><rdf:li>${xmlText(author)}</rdf:li></rdf:Seq></dc:creator>`,
      ...(summary === undefined
        ? []
        : [
            `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(summary)}</rdf:li></rdf:Alt></dc:description>`,
          ]),
      ...(keywords === undefined
        ? []
        : [
            `<dc:subject><rdf:Bag>${keywords.map((one) => `<rdf:li>${xmlText(one)}</rdf:li>`).join('')}</rdf:Bag></dc:subject>`,
          ]),
      `<dc:language><rdf:Bag><rdf:li>${xmlText(language)}</rdf:li></rdf:Bag></dc:language>`,
    ]),
    description('xmp', [
      `<xmp:CreatorTool>${xmlText(creator)}</xmp:CreatorTool>`,
      `<xmp:CreateDate>${date}</xmp:CreateDate>`,
      `<xmp:ModifyDate>${date}</xmp:ModifyDate>`,
      `<xmp:MetadataDate>${date}</xmp:MetadataDate>`,
    ]),
    description('pdf', [
      `<pdf:Producer>${xmlText(producer)}</pdf:Producer>`,
      ...(keywords === undefined ? [] : [`<pdf:Keywords>${xmlText(keywords.join(', '))}</pdf:Keywords>`]),
      ...(claims.kind === 'press' ? ['<pdf:Trapped>False</pdf:Trapped>'] : []),
    ]),
    ...claimed(claims),
  ];
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    ...blocks,
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

function claimed(claims: XmpClaims): string[] {
  switch (claims.kind) {
    case 'archive':
      return [
        named('pdfaid', 'http://www.aiim.org/pdfa/ns/id/', [
          '<pdfaid:part>2</pdfaid:part>',
          '<pdfaid:conformance>A</pdfaid:conformance>',
        ]),
        named('pdfuaid', 'http://www.aiim.org/pdfua/ns/id/', ['<pdfuaid:part>1</pdfuaid:part>']),
        xmpSchema(),
      ];
    case 'press':
      return [
        named('pdfxid', 'http://www.npes.org/pdfx/ns/id/', [
          '<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>',
        ]),
        named('xmpMM', 'http://ns.adobe.com/xap/1.0/mm/', [
          `<xmpMM:DocumentID>uuid:${claims.documentId}</xmpMM:DocumentID>`,
          '<xmpMM:VersionID>1</xmpMM:VersionID>',
          '<xmpMM:RenditionClass>default</xmpMM:RenditionClass>',
        ]),
      ];
  }
}

function description(prefix: keyof typeof NAMESPACES, properties: readonly string[]): string {
  return named(prefix, NAMESPACES[prefix], properties);
}

function named(prefix: string, namespace: string, properties: readonly string[]): string {
  return [
    `<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">`,
    ...properties,
    '</rdf:Description>',
  ].join('\n');
}

/** Seconds of UTC, as the file's own date says it. */
function xmpDate(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
