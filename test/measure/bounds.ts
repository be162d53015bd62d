// What the longer measurements (`npm run measure:…`) must come to. These only ever grow stricter.

export const BOUNDS = {
  proof: {
    /** Sound documents, editions, press files and comparisons of which the proof says anything, of any number. */
    falseAlarms: 0,
    /** The proof's share of a build's CPU time, median. */
    share: 0.4,
  },
  mutants: {
    /** Changes of src/write that alter a finished file and of which the proof says nothing. */
    silent: 0,
  },
  check: {
    /** Findings in sound variations and sentences. */
    falseAlarms: 0,
    /** The share found of planted faults that a reader could see, by plan. */
    recall: { 'incheon-seogu-2023': 0.91, 'county-2026': 0.85, 'province-2026': 0.85, 'guro-2027': 0.85 },
    /** Of what is found by declared relations of tables, the share that is found without them. */
    stripped: 0.65,
  },
  testMutants: {
    /** The share of changes that a test notices, in each folder. */
    noticed: 0.85,
  },
  adopt: {
    /** Texts of the source that are not in the document. */
    lost: 0,
    /** Shares of statistics tables with every number in its place, and with all merged cells. */
    cells: 1,
    spans: 1,
    /** Of their numbers those in place. */
    placed: 1,
    /** Relations applied that the numbers bear out, and numbers of texts that are called from the right figure. */
    precision: 1,
    tied: 1,
    /**
     * By document: numbers with the right unit, relations within tables that are applied, amounts of projects, months of the schedule. What a document
     * does not print (funding by source of guro and province) is not to be had; a schedule of years is not read yet.
     */
    shares: {
      text: { units: 0.97, recall: 0.6, funding: 1, months: 0.97 },
      'incheon-seogu-2023': { units: 0.97, recall: 0.6, funding: 1, months: 1 },
      'county-2026': { units: 0.89, recall: 0.55, funding: 1, months: 1 },
      'province-2026': { units: 0.99, recall: 0.42, funding: 0.28, months: 0 },
      'guro-2027': { units: 1, recall: 0.8, funding: 0.31, months: 1 },
    },
    /** Relations applied to tables of chance. */
    chance: 0,
  },
} as const;
