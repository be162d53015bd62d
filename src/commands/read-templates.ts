// The texts of the templates folder -> what a document is composed with.
import type { Templates } from '../compose/templates.ts';
import { korean } from '../diagnostic/particle.ts';
import { type Diagnostic, fileFault, type Outcome } from '../diagnostic.ts';
import { Faults } from '../plan-format/faults.ts';
import { readTheme } from '../plan-format/read-theme.ts';
import { refuseText } from '../plan-format/refuse-text.ts';
import type { SourceFolder } from './sources.ts';

/** templates/: publication.hbs, partials/*.hbs, charts/*.vl.json and theme.yaml. */
export function readTemplates({ displayRoot, files, kept }: SourceFolder): Outcome<Templates> {
  const diagnostics: Diagnostic[] = [];
  const required = (name: string) => {
    const text = files.get(name);
    const file = `${displayRoot}/${name}`;
    if (text === undefined)
      diagnostics.push(
        fileFault(
          'missing-file',
          file,
          korean`틀 파일 ${name}이(가) 없습니다.`,
          '프로그램에 들어 있던 templates 폴더 그대로',
        ),
      );
    return { file, text: text ?? '' };
  };
  const faults = new Faults();
  // YAML is looked at where it is read.
  for (const [name, text] of files)
    if (/\.(hbs|json)$/.test(name)) refuseText(`${displayRoot}/${name}`, text, faults);
  const torn = faults.sorted();
  const named = (folder: string, ending: string) =>
    new Map(
      [...files]
        .filter(([name]) => name.startsWith(folder) && name.endsWith(ending))
        .map(([name, text]) => [
          name.slice(folder.length, -ending.length),
          { file: `${displayRoot}/${name}`, text },
        ]),
    );
  const publication = required('publication.hbs');
  const themeFile = required('theme.yaml');
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const theme = readTheme(themeFile, kept?.trees);
  return {
    value: theme.value && {
      publication,
      partials: named('partials/', '.hbs'),
      charts: named('charts/', '.vl.json'),
      theme: theme.value,
      ...(kept && { compiled: kept.compiled }),
    },
    diagnostics: [...torn, ...theme.diagnostics],
  };
}
