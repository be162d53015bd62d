// Nothing -> what stands in for unicode-trie: the PDF library decodes four tables for shaping and line breaking as it loads, and we use none of them.

/** Throws when asked, so that a use we do not know of shows at once. */
export default class UnusedTrie {
  get(): never {
    throw new Error('unicode-trie was left out of the compiled program');
  }
}
