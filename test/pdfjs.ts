// pdfjs, which reads PDF files -> the same, and the engine's own functions left to everybody else.

// On Node.js 20 it puts others in the place of these: all that runs after it, the program included, takes a tenth longer.
const own = (
  [
    [Array.prototype, 'push'],
    [JSON, 'parse'],
    [JSON, 'stringify'],
    [Function.prototype, 'toString'],
  ] as const
).map(([of, name]) => ({ of, name, is: Object.getOwnPropertyDescriptor(of, name) ?? {} }));

/** The package has no types for it. */
const WORKER: string = 'pdfjs-dist/legacy/build/pdf.worker.mjs';

const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
// Its other half, which it would load at the first file, does so too.
await import(WORKER);
for (const { of, name, is } of own) Object.defineProperty(of, name, is);

export const { getDocument, VerbosityLevel } = pdfjs;
