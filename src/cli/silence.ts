// What libraries and Node.js say of themselves in English -> nothing: what concerns the author is told by our own checks.

/**
 * Handlebars tells on the console of names that it does not look up, exceljs of parts that it does not know, Node.js of what is to be
 * given up in a later version. All of it is for programmers, and none of it stops anything; what does stop something is thrown.
 */
export function silenceOthers(): void {
  for (const name of Object.keys(console) as (keyof Console)[])
    if (typeof console[name] === 'function') Object.defineProperty(console, name, { value: () => undefined });
  process.removeAllListeners('warning');
}
