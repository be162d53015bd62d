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
import { refuseEndlessWords } from './endless-words.ts';
import type { Faults } from './faults.ts';
import type { Mapping } from './node.ts';
import { refusePrivateUse } from './private-use.ts';
import { syntaxFault } from './yaml-fault.ts';
import { TreeBuilder } from './yaml-tree.ts';

/**
 * Reads a file whose content is one mapping. Undefined when it is not YAML, not a mapping, or has anchors, aliases or
 * tags in it, which would let one number stand in two places. An empty file is an empty mapping.
 */
export function readYaml(file: string, text: string, faults: Faults): Mapping | undefined {
  refusePrivateUse(file, text, faults);
  if (refuseEndlessWords(file, text, faults)) return undefined;
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    // All scalars stay as typed: what is a number is decided where one is expected.
    schema: 'failsafe',
    // The tree tells the first place too, and the library's own test is quadratic.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (reportSyntax(document, placeAt, faults)) return undefined;

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

/** Reports what the library found, the first of each line, since the rest follows from it. False when all is well. */
function reportSyntax(
  document: Document<ParsedNode>,
  placeAt: (offset: number) => SourceLocation & { readonly line: number },
  faults: Faults,
): boolean {
  const reported = new Set<number>();
  for (const error of [...document.errors, ...document.warnings]) {
    const offset = error.pos[0];
    const place = placeAt(offset);
    if (reported.has(place.line)) continue;
    reported.add(place.line);
    const opened = openedBefore(offset, document);
    faults.add(syntaxFault(error, place, opened === undefined ? undefined : placeAt(opened)));
  }
  return reported.size > 0;
}

/** Where the bracket or quote that is still open at an offset was opened. */
function openedBefore(offset: number, document: Document<ParsedNode>): number | undefined {
  let opened: number | undefined;
  visit(document, {
    Node: (_, node) => {
      const [start = offset, end = 0] = node.range ?? [];
      const delimited = isCollection(node) ? node.flow : isScalar(node) && node.type?.startsWith('QUOTE');
      if (delimited && start < offset && end >= offset) opened = start;
    },
  });
  return opened;
}
