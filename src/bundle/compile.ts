// The program's source -> plain JavaScript that needs no packages beside it, and the packages that went into it.
import { build } from 'esbuild';

interface Compiled {
  /** The program's files by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The folders of the packages whose code is in them, seen from the program's folder, in code-unit order. */
  readonly packages: readonly string[];
}

const PACKAGE_FOLDER = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/**
 * Compiles as `npm run compile` does (see package.json). What exceljs streams workbooks and CSV with is left out: nothing here does that,
 * loading it takes longer than all else of exceljs (measured: 0.4 s of a small workbook's 1.4), and not all that it needs names a licence.
 */
export async function compile(programFolder: string): Promise<Compiled> {
  const common = {
    absWorkingDir: programFolder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minifyWhitespace: true,
    minifySyntax: true,
    outdir: 'dist',
    write: false,
    metafile: true,
    logLevel: 'warning',
  } as const;
  // In one file, so that it can say what is lacking where no other can be opened.
  const first = await build({ ...common, entryPoints: { cli: 'src/cli.ts' } });
  const rest = await build({
    ...common,
    entryPoints: {
      'command-thread': 'src/cli/command-thread.ts',
      'build-thread': 'src/cli/build-thread.ts',
      'chart-thread': 'src/draw/chart-thread.ts',
    },
    splitting: true,
    alias: {
      handlebars: 'handlebars/dist/handlebars.min.js',
      'unicode-trie': './src/bundle/unused-trie.ts',
      'brotli/decompress.js': './src/bundle/unused-brotli.ts',
      '@noble/ciphers/aes': './src/bundle/unused-aes.ts',
      archiver: './src/bundle/left-out.ts',
      'fast-csv': './src/bundle/left-out.ts',
      unzipper: './src/bundle/left-out.ts',
    },
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
  });
  // What runs in the browser.
  const page = await build({
    ...common,
    entryPoints: [
      { out: 'page', in: 'src/page/page.tsx' },
      { out: 'page', in: 'src/page/page.css' },
      { out: 'index', in: 'src/page/index.html' },
    ],
    platform: 'browser',
    target: ['chrome109', 'firefox115'],
    loader: { '.html': 'copy' },
    external: ['/fonts/*'],
    minify: true,
    outdir: 'dist/page',
  });
  const made = [first, rest, page];
  const outputs = made.flatMap(({ metafile }) => Object.values(metafile.outputs));
  const files = made.flatMap(({ outputFiles }, index) =>
    outputFiles.map(({ path, contents }): [string, Uint8Array] => [
      index < 2 ? nameOf(path) : `page/${nameOf(path)}`,
      contents,
    ]),
  );
  const sources = outputs.flatMap(({ inputs }) => Object.keys(inputs));
  const packages = sources.flatMap((source) => PACKAGE_FOLDER.exec(source)?.[0] ?? []);
  return {
    files: new Map(files.sort(([a], [b]) => (a < b ? -1 : 1))),
    packages: [...new Set(packages)].sort(),
  };
}

function nameOf(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file;
}
