// Pages as they are laid out -> proof that their pictures hold each letter, line, box and image where the layout has them, and need no other file.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Block } from '../../../src/document/document.ts';
import { FontTables } from '../../../src/document/font-tables.ts';
import { PROGRAM_FOLDER } from '../../../src/files.ts';
import { readPicture } from '../../../src/picture/read-picture.ts';
import { layOut } from '../../../src/write/pdf/page/lay-out.ts';
import { glyphPath } from '../../../src/write/svg/glyph-path.ts';
import { pageSvg } from '../../../src/write/svg/page-svg.ts';
import { contents, cover, part, phase, project, schedule, vision } from '../pdf/blocks.ts';
import { cell, documentOf, fonts, header, paragraph, rich, table } from '../pdf/documents.ts';
import { wellFormed } from '../pdf/xml.ts';

const file = (name: string) => readFileSync(path.join(PROGRAM_FOLDER, 'test/fixtures/images', name));
const image = (id: string, name: string): Block => ({
  kind: 'image',
  id,
  picture: readPicture(file(name)),
  width: 60,
  alt: rich('그림'),
});

const blocks: readonly Block[] = [
  cover,
  contents([[1, '첫째 부', 'p']]),
  part('p', '첫째 부'),
  paragraph('text', '글의 **굵은 글자**와 ①, 그리고 & < 기호.'),
  image('photo', 'street.jpg'),
  image('scan', 'grey.jpg'),
  table(
    't',
    1,
    [
      [header(0, '머리'), header(1, '수')],
      [cell(0, '행'), cell(1, '1,234')],
    ],
    2,
  ),
  vision(2, 2),
  schedule([project('사업', [phase(1, 4, '접수'), phase(5, 12, '추진')])]),
];

it('draws what is laid out, each at its place', async () => {
  const document = { ...documentOf(blocks), reviewCopy: true };
  const { value } = await layOut(document, fonts);
  if (value === undefined) throw new Error('nothing is laid out');
  const { pages, layout, typeface } = value;
  const near = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(0.006);
  const kinds = { text: 0, box: 0, line: 0, path: 0, picture: 0 };
  pages.forEach((page, index) => {
    const svg = pageSvg(page, typeface);
    expect(wellFormed(svg), svg.slice(0, 300)).toBe(true);
    expect(svg).not.toMatch(/style=|<script|<text|href="(?!#|data:image\/(?:png|jpeg);base64,)/);
    const texts = layout.texts.filter(
      (text) => text.page === index && text.text.trim() !== '' && !text.drawn,
    );
    const groups = [
      ...svg.matchAll(
        /<g fill="(#[0-9a-f]{6})" transform="translate\(([-\d.]+) ([-\d.]+)\)(?:rotate\(([-\d.]+)\))?scale\([\d.]+\)">(.*?)<\/g>/g,
      ),
    ];
    expect(groups.length).toBe(texts.length);
    kinds.text += texts.length;
    groups.forEach(([, , x, y, turned, uses = ''], at) => {
      const text = texts[at];
      if (text === undefined) throw new Error('one too many');
      near(Number(x), text.x);
      near(Number(y), text.y + text.height * 0.8);
      near(Number(turned ?? 0), -text.angle);
      expect(uses.match(/<use href="#\w+"/g)?.length, text.text).toBe(
        [...text.text.replaceAll(/\s/g, '')].length,
      );
    });
    const named = [...svg.matchAll(/<path id="(\w+)"/g)].map(([, id]) => id);
    expect(new Set(named)).toEqual(new Set([...svg.matchAll(/href="#(\w+)"/g)].map(([, id]) => id)));
    const shapes = layout.shapes.filter((shape) => shape.page === index);
    const count = (kind: 'box' | 'line' | 'path') =>
      shapes.filter(({ outline, picture }) => outline.kind === kind && picture === undefined).length;
    expect(svg.match(/<rect x=/g)?.length ?? 0).toBe(count('box'));
    expect(svg.match(/<path (?:transform|d)=/g)?.length ?? 0).toBe(
      count('path') + count('line') + texts.filter(({ marked }) => marked).length,
    );
    expect(svg.match(/<image /g)?.length ?? 0).toBe(shapes.filter(({ picture }) => picture).length);
    for (const kind of ['box', 'line', 'path'] as const) kinds[kind] += count(kind);
    kinds.picture += shapes.filter(({ picture }) => picture).length;
  });
  // Each kind was there to be drawn.
  for (const [kind, many] of Object.entries(kinds)) expect(many, kind).toBeGreaterThan(0);
});

/** The library that shapes text, as the reference. */
interface ReferenceFont {
  glyphForCodePoint(codePoint: number): {
    readonly id: number;
    readonly path: {
      readonly commands: readonly { readonly command: string; readonly args: readonly number[] }[];
    };
  };
}
const fontkit = createRequire(import.meta.url)('fontkit') as { create(bytes: Uint8Array): ReferenceFont };

it('draws the outlines that the shaping library finds', () => {
  for (const [name, bytes] of fonts) {
    const reference = fontkit.create(bytes);
    for (const char of '가뷁g①8 △ê') {
      const { id, path: expected } = reference.glyphForCodePoint(char.codePointAt(0) ?? 0);
      const corners = expected.commands
        .filter(({ command }) => command !== 'closePath')
        .map(({ args }) => args.slice(-2).map((value, axis) => Math.round(axis === 0 ? value : -value)));
      expect(endsOf(glyphPath(new FontTables(bytes), id)), `${name} ${char}`).toEqual(placesIn(corners));
    }
  }
});

/** Where the stretches of a path end. */
function endsOf(data: string): string[] {
  let [x, y] = [0, 0];
  const ends: number[][] = [];
  for (const [, command = '', rest = ''] of data.matchAll(/([Mlhvqz])([^Mlhvqz]*)/g)) {
    const numbers = [...rest.matchAll(/-?\d+/g)].map(Number);
    const [dx = 0, dy = 0] = numbers.slice(-2);
    if (command === 'z') continue;
    if (command === 'M') [x, y] = [dx, dy];
    else if (command === 'h') x += dx;
    else if (command === 'v') y += numbers[0] ?? 0;
    else [x, y] = [x + dx, y + dy];
    ends.push([x, y]);
  }
  return placesIn(ends);
}

/** Each place once, in one order: a closed line may begin anywhere. */
function placesIn(ends: readonly (readonly number[])[]): string[] {
  return [...new Set(ends.map(String))].sort();
}
