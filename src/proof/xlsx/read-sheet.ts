// The part of a sheet -> what each cell holds and how it looks, and what is set beside.
import { cellsIn } from '../cell-name.ts';
import type { ReadStyle, ReadText } from './read-looks.ts';
import { child } from './read-looks.ts';
import { Settings } from './settings.ts';
import type { XmlNode } from './xml.ts';

export interface ReadCell {
  readonly kind: 'number' | 'text' | 'other' | 'empty';
  /** As stored: digits of a number, characters of a text. */
  readonly value: string;
  /** What gives the value, without the leading `=`; undefined for what is typed. */
  readonly formula: string | undefined;
  /** The code of its number format. */
  readonly format: string;
  /** How it looks, in words; empty for a cell without a look of its own. */
  readonly look: string;
  /** The stretches of its text, each with its face, where they have their own. */
  readonly stretches: ReadText['stretches'];
}

export interface ReadSheet {
  readonly name: string;
  /** By name: B3. */
  readonly cells: ReadonlyMap<string, ReadCell>;
  readonly settings: Settings;
  /** Cells that are there twice, or not where they should be. */
  readonly misplaced: readonly string[];
}

/** What cells refer to by number. */
export interface Shared {
  readonly styles: readonly ReadStyle[];
  readonly texts: readonly ReadText[];
  /** The texts that a cell shows. */
  readonly used: Set<number>;
}

const NUMBER = /^-?\d{1,400}(?:\.\d{1,400})?(?:[eE][+-]?\d{1,3})?$/;

const PLAIN: ReadStyle = { look: '', format: 'General', face: '' };

export function readSheet(name: string, root: XmlNode, shared: Shared): ReadSheet {
  const cells = new Map<string, ReadCell>();
  const misplaced: string[] = [];
  const settings = new Settings();
  let above = 0;
  for (const row of child(root, 'sheetData')?.children ?? []) {
    const number = Number(row.attributes.get('r'));
    const height = row.attributes.get('ht');
    // Without a word of it a program makes the row as high as it pleases (18.3.1.73).
    if (height !== undefined)
      settings.set(
        `행 ${number} 높이`,
        row.attributes.has('customHeight') ? Number(height) : `${height} 저절로`,
      );
    let before = '';
    for (const cell of row.children) {
      const at = cell.attributes.get('r') ?? '';
      const letters = at.slice(0, -String(number).length);
      // Columns of one letter come before those of two.
      const isNext = letters.length === before.length ? letters > before : letters.length > before.length;
      if (number <= above || !isNext || at !== `${letters}${number}` || /\d/.test(letters))
        misplaced.push(at);
      before = letters;
      cells.set(at, readCell(cell, shared));
    }
    above = number;
  }
  for (const node of root.children) readSetting(node, settings);
  return { name, cells, settings, misplaced };
}

function readCell({ attributes, children }: XmlNode, { styles, texts, used }: Shared): ReadCell {
  const style = attributes.get('s');
  const { look, format } = (style === undefined ? PLAIN : styles[Number(style)]) ?? PLAIN;
  const formula = children[0]?.name === 'f' ? children[0].text : undefined;
  const value = children.find((one) => one.name === 'v')?.text;
  const shown = { formula, format, look, stretches: undefined };
  // Ours stand among the shared ones: that another program wrote the file is told of the element.
  const inline = children.find((one) => one.name === 'is');
  if (inline !== undefined && value === undefined)
    return { kind: 'text', value: inlineText(inline), ...shown };
  if (value === undefined || value === '') return { kind: 'empty', value: '', ...shown };
  switch (attributes.get('t') ?? 'n') {
    case 'n':
      return { kind: NUMBER.test(value) ? 'number' : 'other', value, ...shown };
    case 's': {
      const text = texts[Number(value)];
      used.add(Number(value));
      return { kind: 'text', value: text?.text ?? '', ...shown, stretches: text?.stretches };
    }
    case 'str':
      return { kind: 'text', value, ...shown };
    default:
      return { kind: 'other', value, ...shown };
  }
}

/** Of its runs, too (ECMA-376, 18.3.1.53). */
function inlineText({ children }: XmlNode): string {
  return children
    .flatMap((node) => (node.name === 'r' ? node.children : [node]))
    .flatMap(({ name, text }) => (name === 't' ? [text] : []))
    .join('');
}

/** Beside the cells; what always is the same is none. */
function readSetting({ name, attributes, children }: XmlNode, settings: Settings): void {
  const at = (node: XmlNode, key: string) => node.attributes.get(key) ?? '';
  switch (name) {
    case 'cols':
      for (const col of children)
        for (
          let column = Number(at(col, 'min'));
          column <= Math.min(Number(at(col, 'max')), 16_384);
          column++
        ) {
          settings.set(`${column}번째 열 너비`, Number(at(col, 'width')));
          if (col.attributes.has('hidden')) settings.set(`${column}번째 열 숨김`, at(col, 'hidden'));
        }
      break;
    case 'sheetViews': {
      const [pane, selection] = children[0]?.children ?? [];
      const split =
        pane === undefined
          ? []
          : ['xSplit', 'ySplit', 'topLeftCell', 'activePane'].map((key) => at(pane, key));
      settings.set('틀 고정', [...split, selection === undefined ? '' : at(selection, 'pane')].join(' '));
      break;
    }
    case 'autoFilter':
      settings.set('자동 필터', attributes.get('ref') ?? '');
      break;
    case 'mergeCells':
      for (const merge of children) settings.set(`합친 칸 ${at(merge, 'ref')}`, '있음');
      break;
    case 'dataValidations':
      for (const rule of children) {
        const keys = ['type', 'operator', 'errorStyle', 'error', 'prompt'].map((key) => at(rule, key));
        const prompts = ['showInputMessage', 'promptTitle'].map((key) => String(rule.attributes.has(key)));
        const value = [...keys, ...prompts, ...rule.children.map(({ text }) => text)].join('|');
        for (const cell of cellsIn(at(rule, 'sqref'))) settings.set(`입력 규칙 ${cell}`, value);
      }
      break;
    case 'hyperlinks':
      for (const link of children) settings.set(`연결 ${at(link, 'ref')}`, at(link, 'location'));
      break;
    case 'pageSetup':
      settings.set('인쇄 방향', attributes.get('orientation') ?? '');
      break;
    default:
  }
}
