// Looks of a file for 한글 and those that the theme and the writer's map ask for -> texts, tables and pictures that look otherwise.
import type { Document } from '../../document/document.ts';
import type { HwpxMap, HwpxPiece, TextSetting } from '../../document/hwpx-map.ts';
import { OUTLINE, STYLE_NAMES } from '../../document/hwpx-styles.ts';
import { pageOf, type Theme } from '../../document/theme.ts';
import { shown } from '../pdf-fault.ts';
import { hexOf, lettersLine, paragraphLine, styleLook, units } from './canonical-looks.ts';
import type { ExpectedBody, ExpectedParagraph } from './expected-body.ts';
import type { HwpxFinding } from './finding.ts';
import type { HeaderLooks } from './read-looks.ts';
import { listOf } from './read-looks.ts';
import type { ReadPackage } from './read-package.ts';
import { child, number, type ReadBody, type ReadParagraph, TAB } from './read-text.ts';
import { tableLookFaults } from './table-looks.ts';

/** Of what holds a table or a picture, in points. */
const HOLDER_SIZE = 1;
/** Of the rule below a running head, in points. */
const HEAD_RULE = 0.4;

type Pair = readonly [ExpectedParagraph, ReadParagraph];

/** `pairs`: the texts that were found. */
export function* lookFaults(
  { theme }: Document,
  map: HwpxMap,
  { notes }: ExpectedBody,
  pairs: readonly Pair[],
  file: ReadPackage,
  body: ReadBody,
  looks: HeaderLooks,
): Generator<HwpxFinding> {
  yield* styleFaults(theme, looks);
  yield* unusedFaults(file, body);
  const noted = notes.flatMap((one, index): Pair[] => {
    const [found, ...others] = body.notes[index]?.paragraphs ?? [];
    return found === undefined || others.length > 0 ? [] : [[one, found]];
  });
  for (const [expected, found] of [...pairs, ...noted]) {
    const { setting, pieces, place, words } = expected;
    const fault = setting && paragraphFault(looks, setting, pieces, found);
    if (fault !== undefined) yield { rule: 'text-looks', what: `${fault}: ‘${shown(words)}’`, place };
  }
  for (const head of body.heads) yield* headFaults(theme, looks, file, head);
  yield* holderFaults(theme, map, looks, body);
  yield* tableLookFaults(map, looks, body);
}

/** Every style of the list as the theme has it. */
function* styleFaults(theme: Theme, { styles }: HeaderLooks): Generator<HwpxFinding> {
  const plain = styleLook(theme, theme.styles.paragraph);
  const wanted = [
    {
      name: '바탕글',
      english: 'Normal',
      letters: plain.letters,
      look: { ...plain.look, before: 0, after: 0 },
    },
    ...Object.entries(STYLE_NAMES).map(([english, name]) => {
      const { letters, look } = styleLook(theme, theme.styles[english as keyof typeof STYLE_NAMES]);
      const outline = OUTLINE[english as keyof typeof STYLE_NAMES];
      return { name, english, letters, look: { ...look, ...(outline !== undefined && { outline }) } };
    }),
  ];
  for (let index = 0; index < Math.max(wanted.length, styles.length); index++) {
    const [one, own] = [wanted[index], styles[index]];
    const isSame =
      one !== undefined &&
      own?.name === one.name &&
      own.english === one.english &&
      own.next === String(index) &&
      own.letters === lettersLine(one.letters) &&
      own.paragraph === paragraphLine(one.look);
    if (!isSame)
      yield { rule: 'style-differs', what: `스타일 ‘${one?.name ?? own?.name}’의 이름이나 모양이 다릅니다.` };
  }
}

/** Looks that nothing has are none of this program's. */
function* unusedFaults({ header }: ReadPackage, { nodes }: ReadBody): Generator<HwpxFinding> {
  const used = new Set<string>();
  const collect = (attributes: ReadonlyMap<string, string>) => {
    for (const key of ['borderFillIDRef', 'charPrIDRef', 'tabPrIDRef', 'paraPrIDRef'])
      if (attributes.has(key)) used.add(`${key} ${attributes.get(key)}`);
  };
  for (const { attributes } of nodes) collect(attributes);
  const lists = [
    ['hh:paraProperties', 'paraPrIDRef'],
    ['hh:charProperties', 'charPrIDRef'],
    ['hh:tabProperties', 'tabPrIDRef'],
    ['hh:borderFills', 'borderFillIDRef'],
  ] as const;
  for (const [list] of [['hh:styles'], ...lists])
    for (const node of listOf(header, list)) {
      collect(node.attributes);
      for (const one of node.children) collect(one.attributes);
    }
  for (const [list, key] of lists)
    for (const { attributes } of listOf(header, list))
      if (!used.has(`${key} ${attributes.get('id')}`))
        yield { rule: 'file-foreign', what: `쓰이지 않는 모양이 있습니다: ${list} ${attributes.get('id')}` };
}

/** Its style, its paragraph, and letter by letter what it looks like. */
function paragraphFault(
  looks: HeaderLooks,
  { style, look }: Pick<TextSetting, 'style' | 'look'>,
  pieces: readonly HwpxPiece[],
  { node, pieces: found }: ReadParagraph,
): string | undefined {
  const own = looks.styles[number(node, 'styleIDRef')];
  if (own?.english !== style)
    return `스타일이 ‘${STYLE_NAMES[style]}’이 아니라 ‘${own?.name ?? '없음'}’입니다`;
  if (looks.paragraphs.get(node.attributes.get('paraPrIDRef') ?? '') !== paragraphLine(look))
    return '문단의 자리, 간격이나 테두리가 다릅니다';
  const wanted = linesOf(pieces.map(({ text, letters }) => ({ text, line: lettersLine(letters) })));
  const lines = linesOf(found.map(({ text, letters }) => ({ text, line: looks.letters.get(letters) ?? '' })));
  return wanted === lines ? undefined : '글자의 크기, 굵기나 색이 다릅니다';
}

/** Stretches of one look, put together. The look of a line feed is nobody's. */
function linesOf(pieces: readonly { readonly text: string; readonly line: string }[]): string {
  const lines: string[] = [];
  let last: string | undefined;
  for (const { text, line } of pieces) {
    if (text === '') continue;
    const own = text === '\n' ? '' : line;
    if (own === last) lines.push(text);
    else lines.push('\0', own, '\0', text);
    last = own;
  }
  return lines.join('');
}

function* headFaults(
  theme: Theme,
  looks: HeaderLooks,
  { sections }: ReadPackage,
  { node, text, section, paragraphs }: ReadBody['heads'][number],
): Generator<HwpxFinding> {
  const [found, ...others] = paragraphs;
  const { letters, look } = styleLook(theme, theme.styles.runningHead);
  const own = pagePr(sections[section]);
  const list = child(node, 'hp:subList');
  const isWide = own?.attributes.get('landscape') === 'NARROWLY';
  const page = pageOf(theme.page, isWide);
  const at = units(page.width - page.left - page.right);
  const border = { bottom: { width: HEAD_RULE, colour: hexOf(theme, 'rule') } };
  const [review = '', rest = text] = /^(\[[^\]]*\] )(.*)$/s.exec(text)?.slice(1) ?? [];
  const pieces = [
    { text: review, letters: { ...letters, bold: true, colour: hexOf(theme, 'change') } },
    { text: rest, letters },
  ];
  const setting = { style: 'runningHead', look: { ...look, border, tab: { at, dots: false } } } as const;
  const isSized =
    number(list, 'textWidth') === at &&
    number(list, 'textHeight') === number(child(own, 'hp:margin'), 'header');
  const fault =
    found === undefined || others.length > 0 || !isSized
      ? '문단의 수나 크기가 다릅니다'
      : paragraphFault(looks, setting, pieces, found);
  if (fault !== undefined)
    yield { rule: 'text-looks', what: `머리말 ‘${shown(text.replaceAll(TAB, ' '))}’: ${fault}` };
}

function pagePr(section: ReadPackage['sections'][number] | undefined) {
  return child(child(child(child(section, 'hp:p'), 'hp:run'), 'hp:secPr'), 'hp:pagePr');
}

/** What holds tables and pictures is as low as a line can be; what holds nothing stands where nothing is said. */
function* holderFaults(
  theme: Theme,
  map: HwpxMap,
  looks: HeaderLooks,
  body: ReadBody,
): Generator<HwpxFinding> {
  const own = lettersLine({ ...styleLook(theme, theme.styles.paragraph).letters, size: HOLDER_SIZE });
  const empty: string[] = [];
  let held = 0;
  const foot = lettersLine(styleLook(theme, theme.styles.pageNumber).letters);
  const unseen = [...body.paragraphs, ...body.holders].flatMap(({ pieces }) =>
    pieces.filter(({ text, holds }) => holds && text === '').map(({ letters }) => looks.letters.get(letters)),
  );
  if (unseen.some((line) => line !== own && line !== foot))
    yield { rule: 'text-looks', what: '글이 없는 자리의 글자 크기가 다릅니다.' };
  for (const { node, pieces, table, picture } of body.holders) {
    const line = looks.paragraphs.get(node.attributes.get('paraPrIDRef') ?? '') ?? '';
    const style = looks.styles[number(node, 'styleIDRef')]?.english ?? '';
    const object = table ?? picture;
    if (object === undefined) {
      empty.push(`${style} ${line}`);
      continue;
    }
    held++;
    const setting = (table === undefined ? map.pictures : map.tables).get(number(object, 'id'));
    const isHolder = pieces.every(
      ({ text, letters }) => text === '' && looks.letters.get(letters) !== undefined,
    );
    const last = pieces.at(-1)?.letters ?? '';
    if (setting === undefined || !isHolder || looks.letters.get(last) !== own || style !== 'paragraph')
      yield {
        rule: 'table-looks',
        what: `${nameOf(object.name)} ${number(object, 'id')}: 담은 문단이 다릅니다.`,
      };
    else if (line !== paragraphLine(setting.holder))
      yield {
        rule: 'table-looks',
        what: `${nameOf(object.name)} ${number(object, 'id')}: 자리나 둘레의 간격이 다릅니다.`,
      };
  }
  if (held !== body.tables.length + body.pictures.length)
    yield { rule: 'table-looks', what: '한 문단에 글과 표나 그림이 함께 있습니다.' };
  const blanks = map.blanks.map(({ style, look }) => `${style} ${paragraphLine(look)}`);
  if (blanks.sort().join('\n') !== empty.sort().join('\n'))
    yield {
      rule: 'text-foreign',
      what: `빈 문단의 수나 모양이 다릅니다(${empty.length}개, 바른 값: ${blanks.length}개).`,
    };
}

function nameOf(element: string): string {
  return element === 'hp:tbl' ? '표' : '그림';
}
