// A pdfkit document -> a file that meets PDF/X-4 (ISO 15930-7), and says so.
import { PDFDocument } from '../file/pdfmake.ts';
import { type XmpProperties, xmpPacket } from '../file/xmp.ts';
import { profileName } from './icc-profile.ts';
import type { PressProfile } from './press-job.ts';

export class PressDocument extends PDFDocument {
  /** Both are set before the file ends. */
  properties: XmpProperties | undefined;
  profile: PressProfile | undefined;

  override endMetadata(): void {
    if (this.properties === undefined || this.profile === undefined)
      throw new Error('the properties or the profile of the file are not known');
    const metadata = this.ref({ Type: 'Metadata', Subtype: 'XML' });
    metadata.compress = false;
    const claims = { kind: 'press', documentId: uuid(this._id.toString('hex')) } as const;
    metadata.end(Buffer.from(xmpPacket(this.properties, claims), 'utf8'));
    this._root.data.Metadata = metadata;
    const profile = this.ref({ N: 4 });
    profile.end(this.profile.bytes);
    const { registered } = this.profile;
    const name = registered ?? profileName(this.profile.bytes) ?? 'Custom';
    const intent = this.ref({
      Type: 'OutputIntent',
      S: 'GTS_PDFX',
      OutputConditionIdentifier: new String(registered ?? 'Custom'),
      OutputCondition: new String(name),
      ...(registered !== undefined && { RegistryName: new String('http://www.color.org') }),
      Info: new String(name),
      DestOutputProfile: profile,
    });
    intent.end();
    this._root.data.OutputIntents = [intent];
  }
}

/** The file's identifier in the form of a UUID. */
function uuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
