// The text of a YAML file -> a tree with the place of each part, and what is wrong with the text as YAML.
import {
  type Document,
  isCollection,
  isScalar,
  LineCounter,
  type ParsedNode,
  parseDocument,
  visit,
} from 'yaml';
import type { SourceLocation } from '../diagnostic.ts';
import type { Memo } from '../memo.ts';
import { Faults } from './faults.ts';
import type { Mapping } from './node.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { refuseText } from './refuse-text.ts';
import { syntaxFault } from './yaml-fault.ts';
import { MOST_DEEP, TreeBuilder } from './yaml-tree.ts';

/** What a text is as YAML, in its file. */
export interface YamlTree {
  readonly root: Mapping | undefined;
  readonly faults: Faults;
}

/** A folder that may know what its texts were read as before. */
export interface ReadBefore {
  readonly kept?: { readonly trees: Memo<YamlTree> };
}

/**
 * Reads a file whose content is one mapping. Undefined when it is not YAML, not a mapping, or has anchors, aliases or
 * tags in it, which would let one number stand in two places. An empty file is an empty mapping. `trees`: what was read before.
 */
export function readYaml(
  file: string,
  text: string,
  faults: Faults,
  trees?: Memo<YamlTree>,
): Mapping | undefined {
  const read = (): YamlTree => {
    const own = new Faults();
    return { root: treeOf(file, text, own), faults: own };
  };
  const tree = trees?.of(`${file}\n${text}`, read) ?? read();
  faults.take(tree.faults);
  return tree.root;
}

function treeOf(file: string, text: string, faults: Faults): Mapping | undefined {
  if (refuseText(file, text, faults)) return undefined;
  return readPlainYaml(file, text) ?? readByLibrary(file, text, faults);
}

/** Any YAML, with what is wrong with it. */
export function readByLibrary(file: string, text: string, faults: Faults): Mapping | undefined {
  const lines = new LineCounter();
  const document = parsed(text, lines);
  if (document === undefined) {
    const message = '묶음과 목록이 지나치게 깊습니다.';
    const place = { file, line: 1, column: 1 };
    faults.add({ rule: 'too-much-data', place, message, expected: `${MOST_DEEP}단계까지` });
    return undefined;
  }
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (reportSyntax(document, text, placeAt, faults)) return undefined;

  const builder = new TreeBuilder(text, placeAt, faults);
  const root = builder.build(document.contents);
  if (builder.refused) return undefined;
  if (root.kind === 'mapping') return root;
  if (root.kind === 'scalar' && root.plain && root.text === '')
    return { kind: 'mapping', entries: [], place: placeAt(0) };
  faults.add({
    rule: 'wrong-type',
    place: root.place,
    message: '파일의 내용이 ‘키: 값’ 묶음이 아닙니다.',
    expected: '첫 칸부터 ‘키: 값’을 한 줄에 하나씩',
  });
  return undefined;
}

/** Undefined where lists within lists are more than the library can go down. */
function parsed(text: string, lineCounter: LineCounter): Document.Parsed | undefined {
  try {
    return parseDocument(text, {
      lineCounter,
      // All scalars stay as typed: what is a number is decided where one is expected.
      schema: 'failsafe',
      // The tree tells the first place too, and the library's own test is quadratic.
      uniqueKeys: false,
      prettyErrors: false,
      // Silent, it says nothing of a second document in the file.
      logLevel: 'error',
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What comes after so many follows from them. */
const MOST_FAULTS = 20;

/** Reports what the library found, the first of each line, since the rest follows from it. False when all is well. */
function reportSyntax(
  document: Document<ParsedNode>,
  text: string,
  placeAt: (offset: number) => SourceLocation & { readonly line: number },
  faults: Faults,
): boolean {
  const reported = new Set<number>();
  let delimited: readonly Delimited[] | undefined;
  for (const error of [...document.errors, ...document.warnings]) {
    if (reported.size === MOST_FAULTS) break;
    const offset = error.pos[0];
    if (error.code === 'MULTIPLE_DOCS' && isBare(text.slice(offset))) continue;
    const place = placeAt(offset);
    if (reported.has(place.line)) continue;
    reported.add(place.line);
    delimited ??= delimitedIn(document);
    const opened = delimited.findLast(({ start, end }) => start < offset && end >= offset)?.start;
    faults.add(syntaxFault(error, place, opened === undefined ? undefined : placeAt(opened)));
  }
  return reported.size > 0;
}

/** Whether nothing but ends of documents and comments stands there. */
function isBare(text: string): boolean {
  return text
    .split('\n')
    .every((line) => /^(?:---|\.\.\.|#|$)/.test(line.trim()) && !/^---\s*[^\s#]/.test(line));
}

/** What stands in brackets or quotes, by the offsets of its first character and the one behind its last. */
interface Delimited {
  readonly start: number;
  readonly end: number;
}

/** In the order of their beginnings. */
function delimitedIn(document: Document<ParsedNode>): readonly Delimited[] {
  const found: Delimited[] = [];
  visit(document, {
    Node: (_, node) => {
      const delimited = isCollection(node) ? node.flow : isScalar(node) && node.type?.startsWith('QUOTE');
      if (delimited && node.range) found.push({ start: node.range[0], end: node.range[1] });
    },
  });
  return found;
}
