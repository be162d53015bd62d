// Schemas of the parts a data file is made of; a file's own schema is put together from these.
import * as v from 'valibot';
import { ID, isId } from '../figure/address.ts';
import { isBlank } from '../figure/characters.ts';
import { isEmpty, isText, type Mapping, type Node, type Scalar, type Sequence } from './node.ts';
import { isNumber } from './number-form.ts';

// The message of a schema is the expected form in plain Korean; `shape-fault.ts` makes the sentence around it.
// Leaves are `check`ed, not refused: a wrong leaf is reported, and what surrounds it is still read.

const isScalarNode = (node: unknown): node is Scalar => kindOf(node) === 'scalar';
const isMappingNode = (node: unknown): node is Mapping => kindOf(node) === 'mapping';
const isSequenceNode = (node: unknown): node is Sequence => kindOf(node) === 'sequence';

function kindOf(node: unknown): unknown {
  return typeof node === 'object' && node !== null && 'kind' in node ? node.kind : undefined;
}

const MAPPING_FORM = '‘키: 값’ 묶음';
const LIST_FORM = '목록 ([a, b] 또는 줄마다 -)';

/** What JSON Schema says of the same value, as far as it can; never more than the reader asks for. */
type JsonForm = Readonly<Record<string, unknown>>;

/** The same value for the reader, with more for an editor. */
export function like<Output>(
  schema: v.GenericSchema<unknown, Output>,
  json: JsonForm,
): v.GenericSchema<unknown, Output> {
  return v.pipe(schema, v.metadata(json));
}

/** The schema and a condition: its test, the form that it asks for in Korean, and what JSON Schema can say of it. */
export function checked<Output>(
  schema: v.GenericSchema<unknown, Output>,
  test: (one: Output) => boolean,
  form: string,
  json: JsonForm,
): v.GenericSchema<unknown, Output> {
  return v.pipe(schema, v.check(test, form), v.metadata({ ...json, errorMessage: form }));
}

/** Anything at all; read by code of its own. */
export const node: v.GenericSchema<unknown, Node> = v.custom<Node>((input) => kindOf(input) !== undefined);

/** Anything at all, which code of its own reads as one of these forms: one of them for an editor, any node for the reader. */
export function later(...options: readonly v.GenericSchema[]): v.GenericSchema<unknown, Node> {
  return Object.assign({ ...node, type: 'union' }, { options });
}

const single = v.custom<Scalar>(isScalarNode, '값 하나');

/** Any single value, whatever it looks like. */
export const scalar = like(single, { not: { type: ['array', 'object'] } });

/** Text that is printed or named: in quotes where it looks like a number, `true` or nothing. */
export const text = checked(single, isText, '글 (수처럼 보이는 글은 따옴표로 묶음)', { type: 'string' });

/** A title or name, which is never blank. */
export const named = checked(text, isSeen, '보이는 글자가 있는 이름', { pattern: '\\S' });

/** A label of a table: an empty one says that nothing is printed, one that only looks empty says nothing. */
export const label = checked(text, isEmptyOrSeen, "보이는 글자가 있는 글, 비워 두려면 ''", {});

export function isSeen(one: Scalar): boolean {
  return isEmpty(one) || !isBlank(one.text);
}

export function isEmptyOrSeen(one: Scalar): boolean {
  return /^ *$/.test(one.text) || isSeen(one);
}

export const id = checked(
  scalar,
  ({ text }) => isId(text),
  '영어 소문자와 숫자, 사이의 - 로 된 이름 (예: job-openings)',
  // A year is an id too.
  { not: { type: ['array', 'object', 'null'] }, pattern: ID.source, minimum: 0 },
);

/** The check that tells numbers; `shape-fault.ts` knows it, to name the right form of a misspelt one. */
export const isNumberForm = isNumber;

export const number = checked(single, isNumberForm, '수 (예: 1234, -5, 0.80)', { type: 'number' });

/** Of columns beside each other, whose widths are parts of the whole. */
export const MOST_WIDTH = 10_000;
export const width = checked(
  checked(number, (one) => !isNumber(one) || Number(one.text) > 0, '0보다 큰 수', { exclusiveMinimum: 0 }),
  (one) => !isNumber(one) || Number(one.text) <= MOST_WIDTH,
  '10,000까지의 수',
  { maximum: MOST_WIDTH },
);

/** Of a figure. */
export const MOST_DIGITS = 9;

/** A whole number of `least` or more. */
export function whole(least: number, most = Number.MAX_SAFE_INTEGER, form = `${least} 이상의 정수`) {
  return checked(number, (one) => !isNumber(one) || isWithin(one.text, least, most), form, {
    type: 'integer',
    minimum: least,
    ...(most < Number.MAX_SAFE_INTEGER && { maximum: most }),
  });
}

/** A number from `least` to `most`. */
export function within(least: number, most: number) {
  return checked(
    number,
    (one) => !isNumber(one) || (Number(one.text) >= least && Number(one.text) <= most),
    `${least}에서 ${most}까지의 수`,
    { minimum: least, maximum: most },
  );
}

export const decimals = whole(0, MOST_DIGITS, `0에서 ${MOST_DIGITS}까지의 정수`);

function isWithin(text: string, least: number, most: number): boolean {
  return /^-?\d+$/.test(text) && Number(text) >= least && Number(text) <= most;
}

export const flag = checked(
  single,
  ({ plain, text }) => plain && (text === 'true' || text === 'false'),
  'true 또는 false',
  { type: 'boolean' },
);

/** One of the words. */
export function choice(...words: readonly string[]) {
  return checked(single, ({ text }) => words.includes(text), words.join(' | '), { enum: words });
}

/** Text of a certain form. The pattern has no flags. */
export function textLike(pattern: RegExp, form: string) {
  return checked(text, (one) => pattern.test(one.text), form, { pattern: pattern.source });
}

/** Besides what a key is called and does. */
interface MoreWords {
  readonly example?: unknown;
  /** What holds where the key is not there; the reader has it from elsewhere. */
  readonly otherwise?: unknown;
}

/** What is told of has its title: a key without words for an editor does not compile. */
type Told<Output> = v.GenericSchema<unknown, Output> & { readonly title: string };

/** A key that has to be there, or a value under a key of the author's choice: what it is called, and what it does. */
export function must<Output>(
  schema: v.GenericSchema<unknown, Output>,
  title: string,
  description: string,
  { example, otherwise }: MoreWords = {},
): Told<Output> {
  const words = v.metadata<Output, Record<string, unknown>>({
    title,
    description,
    ...(example !== undefined && { examples: [example] }),
    ...(otherwise !== undefined && { default: otherwise }),
  });
  return Object.assign(v.pipe(schema, words), { title });
}

/** A key that may be left out. */
export function may<Output>(
  schema: v.GenericSchema<unknown, Output>,
  title: string,
  description: string,
  more?: MoreWords,
): v.ExactOptionalSchema<Told<Output>, undefined> {
  return v.exactOptional(must(schema, title, description, more));
}

type Keys = Readonly<Record<string, Told<unknown> | v.ExactOptionalSchema<Told<unknown>, undefined>>>;

/** The check that fails for every key it is asked about; `shape-fault.ts` knows it by itself. */
export const isKnownKey = (): boolean => false;

/** A mapping with exactly these keys. Its output has the scalars and their places in it. */
export function mapping<const Entries extends Keys>(
  entries: Entries,
): v.GenericSchema<unknown, v.InferOutput<v.ObjectSchema<Entries, undefined>>> {
  const unknownKey = v.pipe(v.unknown(), v.check(isKnownKey, Object.keys(entries).join(', ')));
  const schema = mappingWith(entries, unknownKey);
  // The rest, kept only to be reported, would make every misspelt key of ours a valid one.
  return schema as unknown as v.GenericSchema<unknown, v.InferOutput<v.ObjectSchema<Entries, undefined>>>;
}

/** A mapping with these keys, and any others whose values are of one form: code of its own knows their names. */
export function mappingWith<const Entries extends Keys, Value>(
  entries: Entries,
  value: v.GenericSchema<unknown, Value>,
): v.GenericSchema<
  unknown,
  v.InferOutput<v.ObjectSchema<Entries, undefined>> & Readonly<Record<string, Value | undefined>>
> {
  const schema = v.pipe(
    v.custom<Mapping>(isMappingNode, MAPPING_FORM),
    v.transform((one): Record<string, unknown> => fieldsOf(one)),
    v.objectWithRest(entries, value),
  );
  return schema as unknown as ReturnType<typeof mappingWith<Entries, Value>>;
}

/** A mapping from names of the author's choice to values of one form, as a list of its entries in order. */
export function entriesOf<Value>(
  value: v.GenericSchema<unknown, Value>,
  key: v.GenericSchema<unknown, Scalar> = id,
) {
  return v.pipe(
    v.custom<Mapping>(isMappingNode, MAPPING_FORM),
    v.transform((one): unknown => one.entries),
    v.array(v.object({ key, value })),
  );
}

/** A list of values of one form. */
export function list<Item>(item: v.GenericSchema<unknown, Item>) {
  return v.pipe(
    v.custom<Sequence>(isSequenceNode, LIST_FORM),
    v.transform((one): unknown => one.items),
    v.array(item),
  );
}

/** Shares of the four inks of print. */
export const INKS = checked(
  list(within(0, 100)),
  (inks) => inks.length === 4,
  '[C, M, Y, K]의 네 수, 0에서 100까지',
  { minItems: 4, maxItems: 4 },
);

function fieldsOf(one: Mapping): Record<string, Node> {
  // Without a prototype, so that no inherited name counts as a key.
  const fields: Record<string, Node> = Object.create(null);
  for (const { key, value } of one.entries) fields[key.text] = value;
  return fields;
}
