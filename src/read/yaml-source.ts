// The text of a YAML file -> a tree with the place of each part, and what is wrong with the text as YAML.
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { SourceLocation } from '../diagnostic.ts';
import type { Faults } from './faults.ts';
import type { Entry, Mapping, Node, Scalar } from './node.ts';
import { codePoint, hasPrivateUse, refusePrivateUse } from './private-use.ts';
import { syntaxFault } from './yaml-fault.ts';

/** Keys that would reach into a JavaScript object instead of naming something. */
const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

/**
 * Reads a file whose content is one mapping. Undefined when it is not YAML, or not a mapping; an empty file is an
 * empty mapping. Anchors, aliases, merge keys and tags are refused, since they let one number stand in two places.
 */
export function readYaml(file: string, text: string, faults: Faults): Mapping | undefined {
  refusePrivateUse(file, text, faults);
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    // All scalars stay as typed: what is a number is decided where one is expected.
    schema: 'failsafe',
    // The tree below tells the first place too, and the library's own test is quadratic.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const placeAt = (offset: number): SourceLocation => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const broken = [...document.errors, ...document.warnings];
  for (const error of broken) faults.add(syntaxFault(error, placeAt(error.pos[0])));
  if (broken.length > 0) return undefined;

  const root = new TreeBuilder(placeAt, faults, text).build(document.contents);
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

class TreeBuilder {
  readonly #placeAt: (offset: number) => SourceLocation;
  readonly #faults: Faults;
  readonly #text: string;

  constructor(placeAt: (offset: number) => SourceLocation, faults: Faults, text: string) {
    this.#placeAt = placeAt;
    this.#faults = faults;
    this.#text = text;
  }

  build(node: unknown): Node {
    if (isAlias(node)) return this.#refuse('별칭(*)', this.#placeAt(node.range?.[0] ?? 0));
    if (isScalar(node)) return this.#scalar(node);
    if (isMap(node)) {
      const place = this.#placeAt(node.range?.[0] ?? 0);
      if (node.anchor !== undefined) this.#refuse('닻(&)', place);
      return { kind: 'mapping', entries: this.#entries(node.items), place };
    }
    if (isSeq(node)) {
      const place = this.#placeAt(node.range?.[0] ?? 0);
      if (node.anchor !== undefined) this.#refuse('닻(&)', place);
      return { kind: 'sequence', items: node.items.map((item) => this.build(item)), place };
    }
    // Nothing stands here: a file without content.
    return nothingAt(this.#placeAt(0));
  }

  #scalar(node: {
    value: unknown;
    type?: string;
    anchor?: string;
    range?: readonly number[] | null;
  }): Scalar {
    const [start = 0, end = 0] = node.range ?? [];
    const place = this.#placeAt(start);
    if (node.anchor !== undefined) this.#refuse('닻(&)', place);
    const text = typeof node.value === 'string' ? node.value : '';
    // Typed as such they were reported with the file's text; here they came out of an escape.
    if (hasPrivateUse(text) && !hasPrivateUse(this.#text.slice(start, end))) {
      this.#faults.add({
        rule: 'private-use-character',
        place,
        message: `쓸 수 없는 사용자 정의 문자가 들어 있습니다: ${codePoint(/[\uE000-\uF8FF]/.exec(text)?.[0] ?? '')}`,
        expected: '유니코드에 정해진 글자',
      });
    }
    const plain = node.type === 'PLAIN';
    const verbatim = this.#text.startsWith(text, plain ? start : start + 1) && !text.includes('\n');
    return { kind: 'scalar', text, plain, verbatim, place };
  }

  #entries(pairs: readonly { key: unknown; value: unknown }[]): readonly Entry[] {
    const entries = new Map<string, Entry>();
    for (const pair of pairs) {
      const key = this.build(pair.key);
      if (key.kind !== 'scalar') {
        this.#faults.add({
          rule: 'wrong-type',
          place: key.place,
          message: '키 자리에 묶음이나 목록이 있습니다.',
          expected: '글 하나로 된 키 (중괄호가 든 글은 따옴표로 묶음)',
        });
        continue;
      }
      const first = entries.get(key.text);
      if (UNSAFE_KEYS.has(key.text)) {
        this.#faults.add({
          rule: 'unknown-key',
          place: key.place,
          message: `쓸 수 없는 키입니다: ${key.text}`,
          expected: '다른 이름의 키',
        });
      } else if (first !== undefined) {
        this.#faults.add({
          rule: 'duplicate-id',
          place: key.place,
          message: `같은 키가 두 번 나옵니다: ${key.text}`,
          expected: '한 묶음 안에서는 서로 다른 키',
          related: [{ place: first.key.place, note: '먼저 나온 곳' }],
        });
      } else {
        const value = pair.value === null ? nothingAt(key.place) : this.build(pair.value);
        entries.set(key.text, { kind: 'entry', key, value });
      }
    }
    return [...entries.values()];
  }

  #refuse(what: string, place: SourceLocation): Scalar {
    this.#faults.add({
      rule: 'yaml-alias',
      place,
      message: `YAML의 ${what}은 쓸 수 없습니다.`,
      expected: '값을 한 곳에 적고, 같은 수치는 same(…) 관계나 주소로 가리킴',
    });
    return nothingAt(place);
  }
}

/** An empty scalar, where the file has none. */
function nothingAt(place: SourceLocation): Scalar {
  return { kind: 'scalar', text: '', plain: true, verbatim: true, place };
}
