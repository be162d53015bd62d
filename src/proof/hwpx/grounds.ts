// The header of a file for 한글 -> what its looks come to: grounds of borders, letters, paragraphs.
import type { XmlNode } from '../xlsx/xml.ts';
import { child } from './read-text.ts';

/** `#RRGGBB`, or undefined where nothing is painted. */
export function grounds(header: XmlNode): (border: string) => string | undefined {
  const fills = new Map(
    listOf(header, 'hh:borderFills').map((border) => {
      const colour = child(child(border, 'hc:fillBrush'), 'hc:winBrush')?.attributes.get('faceColor');
      return [border.attributes.get('id') ?? '', colour === 'none' ? undefined : colour];
    }),
  );
  return (border) => fills.get(border);
}

export function listOf(header: XmlNode, name: string): readonly XmlNode[] {
  return child(child(header, 'hh:refList'), name)?.children ?? [];
}
