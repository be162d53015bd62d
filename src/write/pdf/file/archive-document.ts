// A compact document -> a file that meets PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1), and says so.
import { CompactDocument, type RawValue } from './compact-document.ts';
import { srgbProfile } from './srgb-profile.ts';
import { type XmpProperties, xmpPacket } from './xmp.ts';

export class ArchiveDocument extends CompactDocument {
  /** Both are set before the file ends. */
  properties: XmpProperties | undefined;
  structureTree: RawValue | undefined;

  /** pdfkit's own packet is not escaped and claims nothing. */
  override endMetadata(): void {
    if (this.properties === undefined || this.structureTree === undefined)
      throw new Error('the properties or the structure of the file are not known');
    // Not before: pdfkit would end a tree that it finds.
    this._root.data.StructTreeRoot = this.structureTree;
    this._root.data.MarkInfo = { Marked: true };
    const metadata = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    // Readers that do not know PDF look for the packet in the file as it is.
    metadata.compress = false;
    metadata.end(Buffer.from(xmpPacket(this.properties, { kind: 'archive' }), 'utf8'));
    this._root.data.Metadata = metadata;
    const profile = this.ref({ N: 3 });
    profile.end(srgbProfile());
    const intent = this.ref({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      OutputConditionIdentifier: new String('sRGB IEC61966-2.1'),
      Info: new String('sRGB IEC61966-2.1'),
      DestOutputProfile: profile,
    });
    intent.end();
    this._root.data.OutputIntents = [intent];
  }
}
