// The first bytes of a file -> what it is when it is no xlsx, and what its owner can do.

/** Why a file gives no sheets. */
export interface Unreadable {
  readonly rule:
    | 'not-a-workbook'
    | 'encrypted-workbook'
    | 'old-format'
    | 'damaged-workbook'
    | 'workbook-too-large';
  readonly message: string;
  readonly expected: string;
}

/** The signature of an OLE compound file ([MS-CFB] 2.2), in which .xls, .hwp and encrypted workbooks come. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const SAVE_AS = '엑셀이나 한셀에서 ‘다른 이름으로 저장’하여 ‘Excel 통합 문서(*.xlsx)’로 저장한 파일';
const DECRYPT = '보안을 해제(복호화)하거나 암호를 지우고 다시 저장한 xlsx 파일';

/** Streams by whose names a compound file tells what it is. */
const STREAMS = [
  {
    name: 'EncryptedPackage',
    rule: 'encrypted-workbook',
    message: '암호가 걸렸거나 보안(DRM)이 걸린 통합문서입니다.',
    expected: DECRYPT,
  },
  {
    name: 'HwpSummaryInformation',
    rule: 'old-format',
    message: '한글 문서(.hwp)입니다.',
    expected: '이 프로그램이 만든 xlsx 통합문서',
  },
  { name: 'Workbook', rule: 'old-format', message: '예전 엑셀 형식(.xls)입니다.', expected: SAVE_AS },
  { name: 'Book', rule: 'old-format', message: '예전 엑셀 형식(.xls)입니다.', expected: SAVE_AS },
] as const satisfies readonly (Unreadable & { name: string })[];

/** How the document security products of Korean offices mark the files that they wrap, within the first bytes. */
const WRAPPED = /DRMONE|Fasoo|SCDSA|MarkAny|NASCA DRM|DOCUMENT SAFER/i;

/** Undefined when the bytes begin as a zip does, which may be a workbook. */
export function notAWorkbook(bytes: Uint8Array): Unreadable | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 512));
  if (start.subarray(0, 2).toString('latin1') === 'PK') return undefined;
  if (bytes.length === 0) return { rule: 'not-a-workbook', message: '빈 파일입니다.', expected: SAVE_AS };
  if (COMPOUND.every((byte, index) => bytes[index] === byte)) return compound(bytes);
  const head = start.toString('latin1');
  if (WRAPPED.test(head))
    return { rule: 'encrypted-workbook', message: '보안(DRM)이 걸린 문서입니다.', expected: DECRYPT };
  if (/<(!doctype html|html|table|\?xml)/i.test(head))
    return {
      rule: 'old-format',
      message: '웹 페이지나 XML로 저장된 표입니다.',
      expected: SAVE_AS,
    };
  return { rule: 'not-a-workbook', message: '엑셀 통합문서(xlsx)가 아닙니다.', expected: SAVE_AS };
}

function compound(bytes: Uint8Array): Unreadable {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Names in the directory are UTF-16 and end with a zero.
  const found = STREAMS.find(({ name }) => all.includes(Buffer.from(`${name}\0`, 'utf16le')));
  if (found !== undefined) return { rule: found.rule, message: found.message, expected: found.expected };
  return {
    rule: 'old-format',
    message: '예전 형식의 문서(.cell, .hwp, .xls)이거나 보안(DRM)이 걸린 문서입니다.',
    expected: `보안을 해제한 뒤 ${SAVE_AS}`,
  };
}
