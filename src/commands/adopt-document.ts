// A published document and the name of a folder -> the files of a plan that builds, its questions, and what of the source is missing in it.
import { type Adopted, adopted } from '../adopt/adoption.ts';
import { type AskedQuestion, Asking, type TypedAnswers } from '../adopt/answers.ts';
import type { Block } from '../adopt/block.ts';
import { questionsYaml } from '../adopt/emit/plan-yaml.ts';
import { knownFigures } from '../adopt/known-figures.ts';
import { type Loss, lossesOf, sourceWords } from '../adopt/losses.ts';
import { tasksOf } from '../adopt/programme/programme-draft.ts';
import { readHwpx } from '../adopt/read/hwpx.ts';
import { readText } from '../adopt/read/text.ts';
import { type Diagnostic, fileFault, hasErrors, isError, type Outcome } from '../diagnostic.ts';
import type { Document } from '../document/document.ts';
import { plainText } from '../document/inline.ts';
import { readingOf } from '../document/reading.ts';
import { isPart, type ReadingNode } from '../document/reading-node.ts';
import type { Workbook } from '../document/workbook.ts';
import type { FigureBook } from '../figure/figure.ts';
import { KNOWN_UNITS } from '../figure/unit.ts';
import type { DerivedWords } from '../plan/check-words.ts';
import type { Plan } from '../plan/plan.ts';
import { adoptWordsOf } from '../plan-format/read-adopt-words.ts';
import { checkWordsOf } from '../plan-format/read-check-words.ts';
import { questionBook, unusedAnswers } from './adopt-questions.ts';
import { newPlanId } from './new-plan.ts';
import { composeTyped, prepare } from './prepare.ts';
import type { OutputFile, SourceFolder } from './sources.ts';

interface AdoptedPlan {
  readonly id: string;
  readonly files: readonly OutputFile[];
  readonly counts: {
    readonly parts: number;
    readonly tables: number;
    readonly texts: number;
    readonly projects: number;
  };
  readonly questions: readonly AskedQuestion[];
  /** The questions, for people to answer; undefined where there is nothing to say. */
  readonly workbook: Workbook | undefined;
}

/** How often something is taken for less than before, until all of it can be read. */
const MOST_ATTEMPTS = 4;

/**
 * Never refuses a document that can be read: what fits nothing goes out as text, with a question. What of the source is not in the document that
 * the plan makes is an error each (`lost-text`), with its place.
 */
export function adoptDocument(
  file: { readonly name: string; readonly bytes: Uint8Array },
  folder: { readonly path: string; readonly shown: string },
  templates: SourceFolder,
  answers: TypedAnswers = new Map(),
): Outcome<AdoptedPlan> {
  const [words, checkWords] = [adoptWordsOf(templates), checkWordsOf(templates)];
  const blocks = blocksOf(file);
  const diagnostics = [...words.diagnostics, ...checkWords.diagnostics, ...blocks.diagnostics];
  if (words.value === undefined || checkWords.value === undefined || blocks.value === undefined)
    return { value: undefined, diagnostics };
  const given = { words: words.value, checkWords: checkWords.value, units: KNOWN_UNITS };
  const id = newPlanId(folder.path);
  const readable = readableOf(blocks.value, given, { id, shown: folder.shown, templates, answers });
  if (readable.value === undefined)
    return { value: undefined, diagnostics: [...diagnostics, ...readable.diagnostics] };
  const { made, files: texts, document, questions: asked, refused } = readable.value;
  const said = [...saidIn(document), ...made.pictures];
  const source = sourceWords(blocks.value);
  const lost = lossesOf(source, said).map((loss) => lostText(loss, file.name));
  const questions = [...made.questions, ...asked].toSorted((a, b) => b.weight - a.weight);
  const counts = {
    parts: [...texts.keys()].filter((name) => name.startsWith('narrative/')).length,
    tables: made.tables.length,
    texts: source.length,
    projects: made.programme ? tasksOf(made.programme).flatMap(({ projects }) => projects).length : 0,
  };
  const encoder = new TextEncoder();
  const open = questions.filter(({ isAnswered }) => !isAnswered);
  const unanswered = open.length === 0 ? [] : [['corrections.yaml', questionsYaml(open)] as const];
  const files = [...texts, ...unanswered].map(([name, text]) => ({ name, bytes: encoder.encode(text) }));
  const workbook = questionBook(questions, lost, document);
  return {
    value: { id, files, counts, questions, workbook },
    diagnostics: [...diagnostics, ...refused, ...unusedAnswers(questions, answers), ...lost],
  };
}

interface Readable {
  readonly made: Adopted;
  readonly files: Adopted['files'];
  readonly document: Document;
  readonly questions: readonly AskedQuestion[];
  /** Of answers with which nothing can be worked out. */
  readonly refused: readonly Diagnostic[];
}

interface ReadableGiven {
  readonly id: string;
  readonly shown: string;
  readonly templates: SourceFolder;
  readonly answers: TypedAnswers;
}

/** What was made and can be composed: at first as what it looks like, then with less of it taken for more than words, and at last with what the numbers bear out. */
function readableOf(
  blocks: readonly Block[],
  given: Parameters<typeof adopted>[1],
  { id, shown, templates, answers }: ReadableGiven,
): Outcome<Readable> {
  const plainly = new Set<string>();
  for (let attempt = 1; ; attempt++) {
    const made = adopted(blocks, given, { id, plainly, answers });
    const first = composedOf(made.files, shown, templates);
    if (first.value !== undefined && !hasErrors(first.diagnostics)) {
      const { derived } = given.checkWords;
      const tied = tiedOf(made, first.value, derived, { shown, templates, answers });
      return { value: tied, diagnostics: [] };
    }
    const faults = first.diagnostics.filter(isError);
    const before = plainly.size;
    for (const { place } of faults) {
      const name = place.file.slice(shown.length + 1);
      plainly.add(plainly.has(name) ? `again/${name}` : name);
    }
    if (attempt === MOST_ATTEMPTS || plainly.size === before)
      return { value: undefined, diagnostics: faults };
  }
}

/** With what the numbers bear out, and of what people answered as much as can be worked out. */
function tiedOf(
  made: Adopted,
  { plan, book, document }: Composed,
  derived: readonly DerivedWords[],
  { shown, templates, answers }: Omit<ReadableGiven, 'id'>,
): Readable {
  const places = new Map(made.tables.map((table) => [table.id, table.at]));
  const without = new Set<string>();
  for (;;) {
    const { ask, asked: questions } = new Asking(answers);
    const known = knownFigures(plan.tables, book, { derived, places, ask, without });
    const files = made.filesWith(known);
    const { value, diagnostics } = composedOf(files, shown, templates);
    const refused = [...without].map((table) => refusedRelation(`${shown}/statistics/${table}.yaml`));
    if (value !== undefined && !hasErrors(diagnostics))
      return { made, files, document: value.document, questions, refused };
    if (known.answered.size === 0) return { made, files: made.files, document, questions, refused };
    const faulty = diagnostics.map(({ place }) => place.file);
    const named = [...known.answered].filter((table) => faulty.includes(`${shown}/statistics/${table}.yaml`));
    for (const table of named.length > 0 ? named : known.answered) without.add(table);
  }
}

function refusedRelation(file: string): Diagnostic {
  const message = '이 표의 물음에 답한 산식을 모두 두면 계획이 만들어지지 않아, 답한 산식을 두지 않았습니다.';
  return { ...fileFault('unused-answer', file, message, '서로를 부르지 않는 산식'), severity: 'warning' };
}

function lostText({ at, text }: Loss, file: string): Diagnostic {
  return {
    rule: 'lost-text',
    severity: 'error',
    message: `원본의 글이 만든 문서에 없습니다: ${text.replaceAll('\n', ' ')}`,
    expected: '계획의 알맞은 자리에 적은 이 글',
    place: { file, line: Number(at.split('-').at(-1) ?? 1), column: 1 },
  };
}

function blocksOf({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Outcome<readonly Block[]> {
  const refuse = (rule: string, message: string, expected: string): Outcome<readonly Block[]> => ({
    value: undefined,
    diagnostics: [fileFault(rule, name, message, expected)],
  });
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const read = readHwpx(bytes);
    if (read.ok) return { value: read.blocks, diagnostics: [] };
    return read.refusal === 'no-hwpx'
      ? refuse('unknown-document', '한글 문서(HWPX)가 아닌 압축 파일입니다.', DOCUMENT_FORMS)
      : refuse(
          'damaged-document',
          `문서가 손상되었거나 열 수 없습니다(${read.refusal}).`,
          '한글에서 열어 다시 저장한 HWPX 파일',
        );
  }
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return refuse(
      'unknown-document',
      '예전 한글 문서(HWP)는 읽지 않습니다.',
      '한글에서 ‘다른 이름으로 저장하기’로 저장한 HWPX 파일',
    );
  if (new TextDecoder('latin1').decode(bytes.slice(0, 5)) === '%PDF-')
    return refuse('unknown-document', 'PDF는 아직 읽지 않습니다.', DOCUMENT_FORMS);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const blocks = readText(text.normalize('NFC'));
    if (blocks.length > 0) return { value: blocks, diagnostics: [] };
    return refuse('unknown-document', '글이 없는 파일입니다.', DOCUMENT_FORMS);
  } catch {
    return refuse('unknown-document', '글로 읽을 수 없는 파일입니다.', DOCUMENT_FORMS);
  }
}

/** What a document may be. */
export const DOCUMENT_FORMS = '한글에서 저장한 HWPX, 또는 글을 뽑아낸 UTF-8 텍스트(.txt, .md)';

interface Composed {
  readonly plan: Plan;
  readonly book: FigureBook;
  readonly document: Document;
}

function composedOf(
  files: Adopted['files'],
  displayRoot: string,
  templates: SourceFolder,
): Outcome<Composed> {
  const prepared = prepare({ plan: { displayRoot, files }, templates });
  const { value: document, diagnostics } = composeTyped(prepared);
  const { plan, revised } = prepared;
  return {
    value: plan && revised && document && { plan, book: revised.typed, document },
    diagnostics: [...prepared.diagnostics, ...diagnostics],
  };
}

/** Every text and marker of the document, in reading order. */
function saidIn(document: Document): readonly string[] {
  const visit = (nodes: readonly ReadingNode[]): readonly string[] =>
    nodes.flatMap((node): readonly string[] => {
      if (isPart(node))
        return [...('alt' in node ? [plainText(node.alt.inlines)] : []), ...visit(node.nodes)];
      if (node.kind === 'text') return [plainText(node.text.inlines)];
      return node.kind === 'marker' ? [node.words] : [];
    });
  return visit(readingOf(document).nodes);
}
