// The conditions of the Matterhorn Protocol 1.1 that it leaves to people -> how each is known here: by what the proof tells, or because the file has no such thing.
import type { TaggedFile } from './structure-tree.ts';

/** `harms`: of `test/proof/harmed-heard.test.ts`, each told. `absent`: what the file never has, and so cannot have wrong. */
type HumanCheck =
  | { readonly harms: readonly string[] }
  | { readonly absent: (tagged: TaggedFile) => boolean };

const ACTIONS = [
  'AA',
  'A',
  'OpenAction',
  'JavaScript',
  'Movie',
  'Sound',
  'Screen',
  'RichMedia',
  'PrintField',
];

/** No dictionary of the file has the key, or is of the kind. */
const without =
  (...words: readonly string[]) =>
  ({ file }: TaggedFile): boolean =>
    file.ids.every((id) => {
      const value = file.object(id);
      if (!(value instanceof Map) || (value.has('S') && value.has('P'))) return true;
      return words.every((word) => !value.has(word) && file.name(value.get('Subtype')) !== word);
    });
const noElement =
  (...types: readonly string[]) =>
  ({ elements }: TaggedFile): boolean =>
    elements.every(({ type }) => !types.includes(type));
const noTree =
  (key: string) =>
  ({ file }: TaggedFile): boolean =>
    !file.dict(file.root.get('StructTreeRoot')).has(key) && !file.root.has(key);
const noActions = without(...ACTIONS);

export const HUMAN_CHECKS: Readonly<Record<string, HumanCheck>> = {
  // Decoration that is heard, content that is not, elements that say another thing than they are.
  '01-001': { harms: ['decoration that is text'] },
  '01-002': { harms: ['text that is decoration'] },
  '01-006': { harms: ['a cell that spans otherwise', 'a picture whose place is nowhere'] },
  // Types by other names; flicker; what colour and place alone say; sound.
  '02-002': { absent: noTree('RoleMap') },
  '03-001': { absent: noActions },
  '03-002': { absent: noActions },
  '03-003': { absent: noActions },
  '04-001': { harms: ['bars that name no heads', 'months said otherwise'] },
  '05-001': { absent: noActions },
  '05-002': { absent: noActions },
  '05-003': { absent: noActions },
  // The title tells what the document is; nothing was read from images of letters.
  '06-004': { harms: ['a document called otherwise'] },
  '08-001': { harms: ['content that no element holds'] },
  '08-002': { harms: ['content that is not marked'] },
  // Order, nesting, types.
  '09-001': { harms: ['the parts of the document reversed', 'marked content exchanged'] },
  '09-002': { harms: ['a note in a head', 'a caption beside its figure'] },
  '09-003': { harms: ['a heading that is a paragraph', 'a list that is a paragraph'] },
  // Languages; letters drawn out of several pieces.
  '11-007': {
    harms: ['a language that it is not', 'words whose language is not told', 'half of a Japanese word'],
  },
  '12-001': { harms: ['a text said otherwise'] },
  // Pictures, their captions and words.
  '13-001': { harms: ['text that is decoration', 'a picture whose place is nowhere'] },
  '13-002': { harms: ['a link called otherwise'] },
  '13-003': { harms: ['a caption that is a paragraph'] },
  '13-005': { harms: ['an alternative text gone'] },
  '13-006': { harms: ['an alternative text changed', 'alternative texts exchanged'] },
  '13-007': { harms: ['the values of a chart left out'] },
  '13-008': { harms: ['an alternative text gone'] },
  // Headings.
  '14-001': { harms: ['a heading that is a paragraph', 'a title that is a paragraph'] },
  '14-004': { absent: noElement('H') },
  '14-005': { harms: ['a heading of another level'] },
  // Tables.
  '15-001': { harms: ['a head of a table that is a cell', 'heads that head another way'] },
  '15-002': { harms: ['a head of a table that is a cell', 'heads that head no way'] },
  '15-004': { harms: ['a cell that is a head'] },
  '15-005': {
    harms: ['bars that name no heads', 'bars under the heads of others', 'a head called otherwise'],
  },
  // Lists, formulas, heads and feet, notes.
  '16-001': { harms: ['a list of which is told nothing'] },
  '16-002': { harms: ['a list that counts otherwise', 'a list that counts with nothing'] },
  '16-003': { harms: ['a list that is a paragraph'] },
  '17-001': { absent: noElement('Formula') },
  '18-001': { harms: ['decoration that is text', 'a head that is no head'] },
  '18-002': { harms: ['a foot told as a head', 'a head of which is told no kind'] },
  '19-001': { harms: ['a note that is a paragraph'] },
  '19-002': { harms: ['a reference that is none'] },
  // Threads, forms, annotations, scripts.
  '22-001': { absent: noTree('Threads') },
  '24-001': { absent: noElement('Form') },
  '28-001': { harms: ['a link that no element holds', 'numbers of pages exchanged'] },
  '28-003': { absent: noElement('Annot') },
  '28-013': { absent: without('IsMap') },
  '29-001': { absent: noActions },
};

/** Conditions whose reason to hold does not: the file has what it never has. */
export function humanFaults(tagged: TaggedFile): string[] {
  return Object.entries(HUMAN_CHECKS).flatMap(([condition, check]) =>
    'harms' in check || check.absent(tagged) ? [] : [`Matterhorn ${condition}`],
  );
}
