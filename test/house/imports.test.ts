// The source files -> proof that imports go one way and that files keep the house form.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { withoutComments } from './comments.ts';

const SRC = path.resolve(import.meta.dirname, '../../src');

/** A phase may import from itself and from the phases listed; what is not listed fails to compile or to pass. */
const PHASES = {
  diagnostic: [],
  // What was made of texts before, whatever it is.
  memo: [],
  figure: ['diagnostic'],
  // Knows nothing of plans: bytes in, bytes out.
  zip: [],
  // Files of other programs as plain cells; knows nothing of plans either.
  spreadsheet: ['zip'],
  // Image files as pixels; knows nothing of plans either.
  picture: [],
  plan: ['diagnostic', 'figure', 'picture'],
  document: ['diagnostic', 'figure', 'picture'],
  'plan-format': ['diagnostic', 'memo', 'figure', 'picture', 'zip', 'plan', 'document'],
  // What numbers bear out, whoever asks.
  relations: ['figure', 'plan'],
  check: ['diagnostic', 'figure', 'plan', 'document', 'relations'],
  revise: ['diagnostic', 'figure', 'spreadsheet', 'plan', 'document'],
  compose: ['diagnostic', 'memo', 'figure', 'picture', 'plan', 'document'],
  // What each cell of a workbook holds and how it looks: told by the model, written by one phase and proven by another.
  sheet: ['figure', 'document'],
  // Charts as drawing operations, for any writer.
  draw: ['document'],
  write: ['diagnostic', 'figure', 'picture', 'zip', 'document', 'sheet', 'draw'],
  proof: ['diagnostic', 'figure', 'picture', 'zip', 'document', 'sheet'],
  // A published document as a plan: knows no file but what it is given.
  adopt: ['figure', 'zip', 'spreadsheet', 'plan', 'relations'],
  commands: [
    'adopt',
    'diagnostic',
    'memo',
    'figure',
    'spreadsheet',
    'plan',
    'document',
    'plan-format',
    'relations',
    'check',
    'revise',
    'compose',
    'sheet',
    'draw',
    'write',
    'proof',
  ],
  files: ['diagnostic', 'commands'],
  // A program of its own, which no other imports.
  bundle: ['diagnostic', 'zip', 'files'],
  // What the browser asks for, answered by the same commands as the command line's.
  serve: [
    'diagnostic',
    'figure',
    'plan',
    'document',
    'check',
    'revise',
    'draw',
    'write',
    'commands',
    'files',
  ],
  // What runs in the browser: of the program it knows what they say to each other.
  page: ['serve'],
  // The command line opens the chart thread itself, before the build's own code is loaded.
  cli: [
    'diagnostic',
    'figure',
    'plan',
    'document',
    'relations',
    'check',
    'revise',
    'sheet',
    'draw',
    'write',
    'commands',
    'files',
    'serve',
  ],
} as const satisfies Record<string, readonly string[]>;

type Phase = keyof typeof PHASES;

/** The longest that a file may be. */
const MOST_LINES = 300;

/** Who may read and write the disk. */
const ON_DISK: readonly string[] = ['files', 'bundle'];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => name.split(path.sep).join('/'))
  .sort();

/** The folder or file right below src that a file belongs to. */
function phaseOf(file: string): string {
  return (file.split('/')[0] ?? '').replace(/\.tsx?$/, '');
}

const texts = new Map(files.map((file) => [file, readFileSync(path.join(SRC, file), 'utf8')]));
const textOf = (file: string): string => texts.get(file) ?? '';

/** The specifiers of import, export-from and import() in a source text. */
function specifiersOf(text: string): readonly string[] {
  const code = withoutComments(text);
  const forms = [
    /^\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]/gm,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
  ];
  return forms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1] ?? ''));
}

function isPhase(name: string): name is Phase {
  return Object.hasOwn(PHASES, name);
}

function isAllowed(from: string, to: string): boolean {
  if (!isPhase(from)) return false;
  const allowed: readonly string[] = PHASES[from];
  return from === to || allowed.includes(to);
}

describe('the one-way import rule', () => {
  it('finds every form of import', () => {
    const text = [
      "import a from './a.ts';",
      "import type {\n  B,\n} from './b.ts';",
      "export * from './c.ts';",
      "import './d.ts';",
      "const e = await import('./e.ts');",
      '// editions/*.yaml -> an edition',
      "import g from './g.ts';",
      "// import f from './f.ts';",
      '/** A comment. */',
    ].join('\n');
    expect([...specifiersOf(text)].sort()).toEqual([
      './a.ts',
      './b.ts',
      './c.ts',
      './d.ts',
      './e.ts',
      './g.ts',
    ]);
  });

  const imported = new Map(files.map((file) => [file, specifiersOf(textOf(file))]));
  const targetOf = (file: string, specifier: string) => path.posix.join(path.posix.dirname(file), specifier);
  const all = new Set(files);

  /** Why the file may not import that. */
  function fault(file: string, specifier: string): string | undefined {
    if (!specifier.startsWith('.'))
      return !ON_DISK.includes(phaseOf(file)) && /^(node:)?fs\b/.test(specifier) ? 'disk access' : undefined;
    const target = targetOf(file, specifier);
    if (!/\.tsx?$/.test(specifier)) return 'extension';
    if (target.startsWith('..')) return 'leaves src';
    if (!all.has(target)) return 'is not there';
    return isAllowed(phaseOf(file), phaseOf(target)) ? undefined : 'must not be imported';
  }

  it('every file keeps it', () => {
    expect(files.filter((file) => !isPhase(phaseOf(file)))).toEqual([]);
    const faults = [...imported].flatMap(([file, specifiers]) =>
      specifiers.flatMap((specifier) => {
        const why = fault(file, specifier);
        return why === undefined ? [] : [`${file}: ${specifier} ${why}`];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('tells of each way to break it', () => {
    expect(fault('figure/unit.ts', '../plan/plan.ts')).toBe('must not be imported');
    expect(fault('figure/unit.ts', 'node:fs/promises')).toBe('disk access');
    expect(fault('files/lock.ts', 'node:fs/promises')).toBeUndefined();
    expect(fault('figure/unit.ts', './address')).toBe('extension');
    expect(fault('figure/unit.ts', '../../test/whole.ts')).toBe('leaves src');
    expect(fault('figure/unit.ts', './nothing.ts')).toBe('is not there');
  });

  it('goes in no circle, types included', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) circles.push([...trail, file].join(' -> '));
      if (done.has(file) || trail.includes(file)) return;
      for (const specifier of imported.get(file) ?? [])
        if (specifier.startsWith('.')) visit(targetOf(file, specifier), [...trail, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });
});

it.each(files.filter((file) => phaseOf(file) === 'cli'))('%s prints through cli/print.ts', (file) => {
  const text = textOf(file);
  const words = [
    ...text.matchAll(/\b(?:process\.)?(?:stdout|stderr)\.write\b|\bconsole\.|\bprocess\[\w+\]\.write\b/g),
  ];
  expect(words.length).toBe(file === 'cli/terminal.ts' ? 1 : 0);
  // What is written as it comes is what print.ts has made harmless.
  if (!/^cli(\.ts|\/(print|terminal)\.ts)$/.test(file))
    expect(text).not.toMatch(/\bput\('std|import \{[^}]*\bput\b[^}]*terminal/);
});

describe('the form of a file', () => {
  it('is named plainly, and opens with what it is for', () => {
    const faults = files.flatMap((file) => {
      const lines = textOf(file).split('\n');
      const first = lines[0]?.startsWith('#!') ? lines[1] : lines[0];
      return [
        ...(/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/.test(path.posix.basename(file))
          ? []
          : [`${file}: kebab-case`]),
        ...(/(^|\/)(utils?|common|helpers?|misc)(\/|\.tsx?$)/.test(file) ? [`${file}: says nothing`] : []),
        ...(/^\/\/ \S/.test(first ?? '') ? [] : [`${file}: opens without a word`]),
      ];
    });
    expect(faults).toEqual([]);
  });

  it('no file of src has more than 300 lines', () => {
    const long = files
      .map((file) => ({ file, lines: textOf(file).trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > MOST_LINES)
      .map(({ file, lines }) => `${file} (${lines})`);
    expect(long, `too long: ${long.join(', ')}`).toEqual([]);
  });
});
