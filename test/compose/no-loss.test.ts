// Random outline text -> every character, figure and note of it stands in the document, in order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axis, documentOf, type SmallPlan, short, source, table } from './small-plan.ts';

interface Piece {
  readonly written: string;
  readonly printed: string;
}

const figures = { a: '1234', b: '-5.60 %', c: '-' };
const names = { park: ['뷰티풀파크', '뷰티 폴파크'] };
const notes = { 'note-a': '가', b: '나' };

const HELPERS: readonly Piece[] = [
  { written: '{{fig "figures/a"}}', printed: '{1,234}' },
  { written: '{{fig "figures/b" unit=true}}', printed: '{△5.60%}' },
  { written: '{{fig "figures/c"}}', printed: '{-}' },
  { written: '{{fig "figures/a" as="1천여 * [^b] {"}}', printed: '{1천여 * [^b] {}' },
  { written: '{{free "**3** \\* [^b]" "나이"}}', printed: '**3** \\* [^b]' },
  { written: '{{claim "늘어남" "figures/b"}}', printed: '늘어남' },
  { written: '{{fig "figures/b" form="magnitude" unit=true}}', printed: '{5.60%}' },
  { written: '{{direction "figures/b" "는/준"}}', printed: '준' },
  { written: '{{year -1}}', printed: '2022' },
  { written: "{{name 'park' as='뷰티 폴파크'}}", printed: '뷰티 폴파크' },
  { written: '{{josa "figures/a" "은/는"}}', printed: '는' },
  { written: '{{! 설명 }}', printed: '' },
];
const MARKS: readonly Piece[] = [
  { written: '\\*', printed: '*' },
  { written: '\\[', printed: '[' },
  // Followed by a brace, the backslashes would be Handlebars' own.
  { written: '\\\\.', printed: '\\.' },
  { written: '[^note-a]', printed: '[^note-a]' },
  { written: '[^b]', printed: '[^b]' },
];

const CHARACTERS = [...'가나다 라마바abc019.,:;()<>「」-·○□※#&\'"=|~/{}]^%△’😀힣ㄱ‘'];
const plain = fc
  .array(fc.constantFrom(...CHARACTERS), { minLength: 1, maxLength: 12 })
  .map((characters) => characters.join('').replace(/[{}]{2,}/g, '{'))
  .map((text): Piece => ({ written: text, printed: text }));
// A brace at the edge of plain text would join the braces of a helper.
const text = plain
  .map(({ written }) => written.replace(/^[{}]+|[{}]+$/g, ''))
  .map((one): Piece => ({ written: one, printed: one }));
const piece = fc.oneof(
  { weight: 3, arbitrary: text },
  { weight: 2, arbitrary: fc.constantFrom(...HELPERS) },
  { weight: 1, arbitrary: fc.constantFrom(...MARKS) },
);
const run = fc.record({ pieces: fc.array(piece, { minLength: 1, maxLength: 6 }), bold: fc.boolean() });
const line = fc.array(run, { minLength: 1, maxLength: 4 });

type Line = readonly { readonly pieces: readonly Piece[]; readonly bold: boolean }[];

function written(one: Line): string {
  return one
    .map(({ pieces, bold }) => {
      const inner = pieces.map((part) => part.written).join('');
      return bold ? `**${inner}**` : inner;
    })
    .join('');
}

function printed(one: Line): string {
  return one.flatMap(({ pieces }) => pieces.map((part) => part.printed)).join('');
}

/** What the document prints, bold left aside. */
function characters(small: SmallPlan): readonly string[] {
  return documentOf({ figures, names, notes, ...small }).blocks.map((block) => {
    if (!('content' in block)) throw new Error(`a ${block.kind}`);
    return short(
      block.content.inlines.map((inline) => ('bold' in inline ? { ...inline, bold: false } : inline)),
    );
  });
}

describe('no character is lost', () => {
  it('from items to the document', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        const found = characters({ narrative: lines.map((one) => `○ 글${written(one)}끝`) });
        expect(found).toEqual(lines.map((one) => `글${printed(one)}끝`));
      }),
      { seed: 20261130, numRuns: 150 },
    );
  });

  it('from texts of the data to the document', () => {
    fc.assert(
      fc.property(line, (one) => {
        const small = table('t', [axis('x', '열')], [axis('r', '행')], [['1']], {
          caption: source(`글${written(one)}끝`),
        });
        const { blocks } = documentOf({ figures, names, notes, narrative: '{{table "t"}}', tables: [small] });
        const [block] = blocks;
        if (block?.kind !== 'table') throw new Error('expected a table');
        const caption = block.caption?.inlines ?? [];
        const bare = caption.map((inline) => ('bold' in inline ? { ...inline, bold: false } : inline));
        expect(short(bare)).toBe(`글${printed(one)}끝`);
      }),
      { seed: 20261130, numRuns: 150 },
    );
  });
});
