// A fault that the YAML library found -> one in plain words.
import type { ErrorCode, YAMLError } from 'yaml';
import type { SourceLocation } from '../diagnostic.ts';
import type { Fault } from './faults.ts';

const QUOTING = '기호([ ] { } : # & * ! | > % @ `)로 시작하거나 ‘: ’이 든 글은 따옴표로 묶음';
const INDENTING = '같은 묶음의 키는 같은 칸에서 시작하고, 들여쓰기는 빈칸으로';

/** What went wrong, and the form that would have been right. */
const WORDS: Readonly<Record<ErrorCode, readonly [message: string, expected: string]>> = {
  ALIAS_PROPS: ['별칭(*)에 다른 표시가 붙어 있습니다.', QUOTING],
  BAD_ALIAS: ['별칭(*)의 이름이 바르지 않습니다.', QUOTING],
  BAD_COLLECTION_TYPE: ['자료형 표시(!)가 내용과 맞지 않습니다.', QUOTING],
  BAD_DIRECTIVE: ['% 로 시작하는 지시문이 바르지 않습니다.', QUOTING],
  BAD_DQ_ESCAPE: ['큰따옴표 안의 역슬래시(\\) 표기가 바르지 않습니다.', '줄바꿈은 \\n, 역슬래시는 \\\\'],
  BAD_INDENT: ['들여쓰기가 맞지 않습니다.', INDENTING],
  BAD_PROP_ORDER: ['닻(&)이나 자료형 표시(!)의 자리가 바르지 않습니다.', QUOTING],
  BAD_SCALAR_START: ['글이 쓸 수 없는 기호로 시작합니다.', QUOTING],
  BLOCK_AS_IMPLICIT_KEY: [
    '한 줄에 ‘키: 값’이 겹쳐 있습니다.',
    '‘: ’이 든 글은 따옴표로 묶고, 아랫줄의 키는 윗줄의 키와 같은 칸에서 시작',
  ],
  BLOCK_IN_FLOW: ['괄호 [ ] { } 안에 줄 단위 묶음이 있습니다.', '괄호 안에서는 쉼표로 나누어 적음'],
  DUPLICATE_KEY: ['같은 키가 두 번 나옵니다.', '한 묶음 안에서는 서로 다른 키'],
  IMPOSSIBLE: ['YAML로 읽을 수 없습니다.', INDENTING],
  KEY_OVER_1024_CHARS: ['키가 1,024자를 넘습니다.', '짧은 키'],
  MISSING_CHAR: [
    '닫는 괄호나 따옴표, 쉼표, 빈칸 가운데 하나가 빠졌습니다.',
    '여는 것마다 닫고, ‘:’ 뒤에는 빈칸',
  ],
  MULTILINE_IMPLICIT_KEY: ['키가 여러 줄에 걸쳐 있습니다. ‘:’이 빠졌을 수 있습니다.', '한 줄에 ‘키: 값’'],
  MULTIPLE_ANCHORS: ['닻(&)이 여러 개 붙어 있습니다.', QUOTING],
  MULTIPLE_DOCS: ['한 파일에 문서가 여러 개 있습니다.', '‘---’ 없이 파일 하나에 묶음 하나'],
  MULTIPLE_TAGS: ['자료형 표시(!)가 여러 개 붙어 있습니다.', QUOTING],
  NON_STRING_KEY: ['키가 글이 아닙니다.', '글로 된 키'],
  RESOURCE_EXHAUSTION: ['괄호나 들여쓰기가 지나치게 깊습니다.', INDENTING],
  TAB_AS_INDENT: ['들여쓰기에 탭이 있습니다.', '빈칸으로 들여쓰기'],
  TAG_RESOLVE_FAILED: ['자료형 표시(!)는 쓸 수 없습니다.', QUOTING],
  UNEXPECTED_TOKEN: ['이 자리에 올 수 없는 글자가 있습니다.', QUOTING],
};

const UNCLOSED = '닫히지 않은 괄호나 따옴표가 있거나, 그 안의 줄이 들여 써지지 않았습니다.';

/**
 * One error or warning of the library as a fault with rule `yaml-syntax`. `opened` is where the bracket or quote that
 * is open there was opened: more often the true place than the end of the file, which the library tells.
 */
export function syntaxFault(
  error: YAMLError,
  place: SourceLocation,
  opened: SourceLocation | undefined,
): Fault {
  if (opened !== undefined && (error.code === 'BAD_INDENT' || error.code === 'MISSING_CHAR')) {
    const related = [{ place: opened, note: '여기서 열림' }];
    return { rule: 'yaml-syntax', place, message: UNCLOSED, expected: '여는 것마다 닫음', related };
  }
  const [message, expected] = WORDS[error.code];
  return { rule: 'yaml-syntax', place, message, expected };
}
