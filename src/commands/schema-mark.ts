// The first lines of a file -> whether it is a schema that the program wrote, which it may write again.

/** Of a plan's folder: editors read it, the program does not. */
export const SCHEMA_FOLDER = 'schema';

/** Stands in every schema: what has it may be replaced. */
export const SCHEMA_MARK = 'iljari schema가 만든 파일입니다. 고치지 마십시오: 다시 만들면 바뀝니다.';

export function isMadeSchema(text: string): boolean {
  return /^\{\s*"\$schema": "[^"]*",\s*"\$comment": "iljari schema/.test(text);
}
