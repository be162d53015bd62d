// Bytes of files -> their texts, and where one is not UTF-8, with what it is instead.
import type { Diagnostic } from '../diagnostic.ts';

/** The texts by path; each file that is not UTF-8 is `not-utf8`. */
export function decodeAll(
  files: ReadonlyMap<string, Uint8Array>,
  displayRoot: string,
): { texts: ReadonlyMap<string, string>; diagnostics: readonly Diagnostic[] } {
  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const [name, bytes] of files) {
    try {
      // Windows line ends would count as characters of the line in the outline grammar.
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
      // Korean letters in pieces, as macOS stores some, are put together (Unicode UAX #15): columns count what is seen.
      texts.set(name, text.normalize('NFC'));
    } catch {
      diagnostics.push({
        rule: 'not-utf8',
        severity: 'error',
        message: `${instead(bytes)}.`,
        expected: '글 편집기의 ‘다른 이름으로 저장’에서 인코딩을 UTF-8로 골라 저장한 파일',
        place: { file: `${displayRoot}/${name}`, ...firstInvalid(bytes) },
      });
    }
  }
  return { texts, diagnostics };
}

/** What Windows writes where it is not told otherwise, or called 유니코드 before. */
function instead(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return 'UTF-8이 아니라 UTF-16(유니코드)으로 저장된 파일입니다';
  try {
    new TextDecoder('euc-kr', { fatal: true }).decode(bytes);
    return 'UTF-8이 아니라 CP949(ANSI)로 저장된 파일입니다';
  } catch {
    return 'UTF-8이 아닌 글자가 있습니다';
  }
}

/** Line and column (from 1) of the first byte sequence that is not UTF-8. */
function firstInvalid(bytes: Uint8Array): { line: number; column: number } {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let before = '';
  try {
    for (let index = 0; index < bytes.length; index++)
      before += decoder.decode(bytes.subarray(index, index + 1), { stream: true });
  } catch {
    // What was decoded so far ends right before the fault.
  }
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
