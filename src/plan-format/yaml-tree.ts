// The library's tree of a YAML file -> ours: keys unique, no aliases, every part with its place.
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { SourceLocation } from '../diagnostic.ts';
import { codePoint, hasUnusable, unusableCharacterIn, unusableSeverity } from '../figure/characters.ts';
import type { Faults } from './faults.ts';
import type { Entry, Node, Scalar } from './node.ts';

/** Keys that would reach into a JavaScript object instead of naming something. */
export const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

/** Deeper than anything of a plan; what reads the tree goes down into it by recursion. */
export const MOST_DEEP = 40;
/** Of one list or one set of keys. */
export const MOST_ENTRIES = 20_000;

interface Marks {
  readonly anchor?: string | undefined;
  readonly tag?: string | undefined;
  readonly range?: readonly number[] | null | undefined;
}

/** Builds the tree of one file. */
export class TreeBuilder {
  /** Whether something stands in the file that has no place in the tree. */
  refused = false;
  readonly #text: string;
  readonly #placeAt: (offset: number) => SourceLocation;
  readonly #faults: Faults;

  constructor(text: string, placeAt: (offset: number) => SourceLocation, faults: Faults) {
    this.#text = text;
    this.#placeAt = placeAt;
    this.#faults = faults;
  }

  build(node: unknown, depth = 0): Node {
    if (isScalar(node)) return this.#scalar(node);
    if (isMap(node) || isSeq(node)) {
      const place = this.#begin(node);
      if (depth === MOST_DEEP) {
        this.#refuseSize(place, '묶음과 목록이 지나치게 깊습니다.', `${MOST_DEEP}단계까지`);
        return nothingAt(place);
      }
      if (isMap(node)) return { kind: 'mapping', place, entries: this.#entries(node.items, place, depth) };
      const items = this.#most(node.items, place).map((item) => this.build(item, depth + 1));
      return { kind: 'sequence', place, items };
    }
    const place = this.#placeAt(isAlias(node) ? (node.range?.[0] ?? 0) : 0);
    if (isAlias(node)) this.#refuse('별칭(*)', place);
    // Else nothing stands here: a file without content.
    return nothingAt(place);
  }

  #scalar(node: Marks & { readonly value: unknown; readonly type?: string }): Scalar {
    const place = this.#begin(node);
    const [start = 0, end = 0] = node.range ?? [];
    const text = typeof node.value === 'string' ? node.value : '';
    const plain = node.type === 'PLAIN';
    // Typed as such they were reported with the file's text; here they came out of an escape.
    const hidden = hasUnusable(this.#text.slice(start, end)) ? undefined : unusableCharacterIn(text);
    if (hidden !== undefined) {
      this.#faults.add({
        rule: 'unusable-character',
        severity: unusableSeverity(hidden),
        place,
        message: `쓸 수 없는 문자가 들어 있습니다: ${codePoint(hidden)}`,
        expected: '유니코드에 정해진, 보이는 글자',
      });
    }
    const verbatim = this.#text.startsWith(text, plain ? start : start + 1) && !text.includes('\n');
    return { kind: 'scalar', text, plain, verbatim, place };
  }

  #entries(
    pairs: readonly { readonly key: unknown; readonly value: unknown }[],
    place: SourceLocation,
    depth: number,
  ): readonly Entry[] {
    const entries = new Map<string, Entry>();
    for (const pair of this.#most(pairs, place)) {
      const key = this.build(pair.key, depth + 1);
      if (key.kind !== 'scalar') {
        this.#faults.add({
          rule: 'wrong-type',
          place: key.place,
          message: '키 자리에 묶음이나 목록이 있습니다.',
          expected: '글 하나로 된 키 (중괄호가 든 글은 따옴표로 묶음)',
        });
      } else if (this.#isNew(key, entries.get(key.text))) {
        const value = pair.value === null ? nothingAt(key.place) : this.build(pair.value, depth + 1);
        entries.set(key.text, { kind: 'entry', key, value });
      }
    }
    return [...entries.values()];
  }

  #isNew(key: Scalar, first: Entry | undefined): boolean {
    if (UNSAFE_KEYS.has(key.text)) {
      this.#faults.add({
        rule: 'unknown-key',
        place: key.place,
        message: `쓸 수 없는 키입니다: ${key.text}`,
        expected: '다른 이름의 키',
      });
      return false;
    }
    if (first === undefined) return true;
    this.#faults.add({
      rule: 'duplicate-id',
      place: key.place,
      message: `같은 키가 두 번 나옵니다: ${key.text}`,
      expected: '한 묶음 안에서는 서로 다른 키',
      related: [{ place: first.key.place, note: '먼저 나온 곳' }],
    });
    return false;
  }

  /** No more of them than there may be. */
  #most<T>(members: readonly T[], place: SourceLocation): readonly T[] {
    if (members.length <= MOST_ENTRIES) return members;
    this.#refuseSize(place, `한 묶음이나 목록에 ${members.length}개가 있습니다.`, `${MOST_ENTRIES}개까지`);
    return members.slice(0, MOST_ENTRIES);
  }

  #refuseSize(place: SourceLocation, message: string, expected: string): void {
    this.#faults.add({ rule: 'too-much-data', place, message, expected });
  }

  /** The place of a node, whose marks are refused. */
  #begin({ anchor, tag, range }: Marks): SourceLocation {
    const place = this.#placeAt(range?.[0] ?? 0);
    if (anchor !== undefined) this.#refuse('닻(&)', place);
    if (tag !== undefined) this.#refuse('자료형(!)', place);
    return place;
  }

  #refuse(what: string, place: SourceLocation): void {
    this.refused = true;
    this.#faults.add({
      rule: 'yaml-alias',
      place,
      message: `YAML의 표시를 쓸 수 없습니다: ${what}`,
      expected:
        '값을 한 곳에 적고, 같은 수치는 same(…) 관계나 주소로 가리킴. & * ! 로 시작하는 글은 따옴표로 묶음',
    });
  }
}

/** An empty scalar, where the file has none. */
function nothingAt(place: SourceLocation): Scalar {
  return { kind: 'scalar', text: '', plain: true, verbatim: true, place };
}
