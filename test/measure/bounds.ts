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
} as const;
