// A text of a template -> what runs it in any composition.
import Handlebars from 'handlebars';
import type { CompiledText, TemplateCalls } from './compiled-text.ts';
import { callsOf, NAMES, NO_CALLS } from './template-calls.ts';
import { formOf, nameOf } from './template-form.ts';
import { HELPERS } from './template-helpers.ts';
import { stripBlanks } from './template-strip.ts';
import { lineMark } from './tokens.ts';

/** What texts call, by name. */
export const KNOWN = [...Object.keys(HELPERS), ...NAMES];

/** What Handlebars' own `compile` does, which binds the code to one set of helpers at once. */
interface Compilers {
  readonly Compiler: new () => { compile(program: hbs.AST.Program, options: CompileOptions): object };
  readonly JavaScriptCompiler: new () => {
    compile(
      environment: object,
      options: CompileOptions,
      context: undefined,
      asObject: true,
    ): TemplateSpecification;
  };
}

const OPTIONS: CompileOptions = {
  data: true,
  noEscape: true,
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(KNOWN.map((name) => [name, true])),
};

/** Compiles a text. `partials`: the names of all that may be included; `lines`: whether each line is to be marked (`lineMark`). */
export function compileText(text: string, partials: ReadonlySet<string>, lines: boolean): CompiledText {
  const { text: runnable, calls, faults } = formOf(text, partials);
  if (calls === undefined) return { faults, calls: NO_CALLS, code: undefined };
  // Marks at the beginnings of lines shift columns; the places are those of the text as written.
  const program = Handlebars.parseWithoutProcessing(lines ? marked(runnable, calls) : runnable);
  callsOf(program);
  stripBlanks(program);
  dropAbsent(program, partials);
  const { Compiler, JavaScriptCompiler } = Handlebars as unknown as Compilers;
  // The compilers write into what they are given.
  const options = { ...OPTIONS };
  const environment = new Compiler().compile(program, options);
  const code = new JavaScriptCompiler().compile(environment, options, undefined, true);
  return { faults, calls, code };
}

/** A partial that may be absent, and is, Handlebars would look for among the properties of all objects: toString and the like. */
function dropAbsent(program: hbs.AST.Program, partials: ReadonlySet<string>): void {
  program.body = program.body.filter((statement) => {
    if (statement.type === 'PartialBlockStatement')
      return partials.has(nameOf((statement as hbs.AST.PartialBlockStatement).name) ?? '');
    if (statement.type === 'BlockStatement') {
      const { program: then, inverse } = statement as Partial<hbs.AST.BlockStatement>;
      if (then !== undefined) dropAbsent(then, partials);
      if (inverse !== undefined) dropAbsent(inverse, partials);
    }
    return true;
  });
}

/** Puts its mark before each line that does not begin inside a tag. */
function marked(text: string, { lines }: TemplateCalls): string {
  return text
    .split('\n')
    .map((line, index) => (!lines.has(index + 1) || line.trim() === '' ? line : lineMark(index + 1) + line))
    .join('\n');
}
