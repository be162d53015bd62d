// One author's fault each -> the edit of the bundled plan that makes it, and what the program must call it.

/** An edit of one file: the first `from` becomes `to`. */
export interface Fault {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly rule: string;
  /** The text on the line that must be named; the edit's own first line when left out. */
  readonly at?: string;
}

const OPENINGS = 'statistics/job-openings.yaml';
const NARRATIVE = 'narrative/labour-market.hbs';
const HEADING = '□ 인구현황';

export const FAULTS: readonly Fault[] = [
  {
    name: 'YAML that does not parse',
    file: 'notes.yaml',
    from: "ageing-society: '",
    to: "ageing-society: [ '",
    // The bracket is missed where the next entry begins; the line it was opened on is named beside.
    at: 'active-rate:',
    rule: 'yaml-syntax',
  },
  { name: 'an unknown key', file: 'plan.yaml', from: 'issuer:', to: 'isuer:', rule: 'unknown-key' },
  { name: 'a wrong type', file: 'plan.yaml', from: 'year: 2023', to: 'year: [2023]', rule: 'wrong-type' },
  {
    name: 'a duplicate id',
    file: OPENINGS,
    from: '- { id: 2021, period: 2021 }',
    to: '- { id: 2022, period: 2021 }',
    rule: 'duplicate-id',
  },
  {
    name: 'a thousands comma',
    file: OPENINGS,
    from: '[46567, 9.8',
    to: "['46,567', 9.8",
    rule: 'number-form',
  },
  { name: 'a leading zero', file: OPENINGS, from: '46567', to: '046567', rule: 'number-form' },
  {
    name: 'a row with too few cells',
    file: OPENINGS,
    from: ', 0.80, 32.9]',
    to: ', 0.80]',
    rule: 'cells-do-not-tile',
  },
  {
    name: 'a row with a bare thousands comma',
    file: OPENINGS,
    from: '46567',
    to: '46,567',
    rule: 'number-form',
  },
  {
    name: 'a relation to nothing',
    file: OPENINGS,
    from: 'ratio(./openings-count, ./seekers-count)',
    to: 'ratio(./openings-count, ./nothing)',
    rule: 'unknown-figure',
  },
  {
    name: 'a relation to nothing in the free figures',
    file: 'statistics/figures.yaml',
    from: 'tables/population/nation/total',
    to: 'tables/population/nation/nothing',
    rule: 'unknown-figure',
  },
  {
    name: 'a helper left open',
    file: NARRATIVE,
    from: HEADING,
    to: `${HEADING} {{fig`,
    rule: 'template-syntax',
  },
  {
    name: 'an unknown helper',
    file: NARRATIVE,
    from: HEADING,
    to: `${HEADING} {{nothing "a"}}`,
    rule: 'unknown-helper',
  },
  {
    name: 'an unknown figure',
    file: NARRATIVE,
    from: HEADING,
    to: `${HEADING} {{fig "figures/nothing"}}`,
    rule: 'unknown-figure',
  },
  {
    name: 'an unknown marker',
    file: NARRATIVE,
    from: HEADING,
    to: `${HEADING}\n\n★ 글`,
    at: '★ 글',
    rule: 'unknown-marker',
  },
  {
    name: 'a character that no font has, in the outline',
    file: NARRATIVE,
    from: HEADING,
    to: `${HEADING} \u{1F004}`,
    rule: 'missing-glyph',
  },
  {
    name: 'a character that no font has, in a note',
    file: 'notes.yaml',
    from: '국제연합',
    to: '\u{1F004}국제연합',
    rule: 'missing-glyph',
  },
];
