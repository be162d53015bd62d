// A line of the outline that was not read -> what is wrong with it, where it was meant as a heading or opens with a marker.
import { MARKERS } from './typed-markers.ts';

interface LineFault {
  readonly rule: 'heading-form' | 'unknown-marker';
  readonly message: string;
  readonly expected: string;
}

/** A sign that is nothing but a marker, where the blank or the text behind it is missing. */
const BARE_MARKER = /^[□○•▶▷※①-⑳]/u;
/** A symbol and a blank at the head of a line: meant as a marker. */
const MARKER_LIKE = /^([^\p{L}\p{N}\s\uE000([{<〈《「『【'"‘“\\*~]+)\s/u;

/**
 * Undefined where it is plain text. `inner`: of a task sheet, which has no parts and sections; `isTyped`: in a cell, where a backslash is a
 * character like any other.
 */
export function lineFault(text: string, inner: boolean, isTyped = false): LineFault | undefined {
  if (text.startsWith('#'))
    return {
      rule: 'heading-form',
      message: '제목 줄의 꼴이 맞지 않습니다.',
      expected: inner
        ? '과제 시트에서는 □ 소제목'
        : '# Ⅱ 부 제목, ## 1 절 제목, ### 가. 항 제목, □ 소제목 (번호는 없어도 됨)',
    };
  const [bare] = BARE_MARKER.exec(text) ?? [];
  if (bare !== undefined)
    return {
      rule: 'unknown-marker',
      message: `글머리표 ‘${bare}’ 뒤에 빈칸과 글이 없습니다.`,
      expected: isTyped ? `‘${bare} 글’` : `‘${bare} 글’ (글자 그대로라면 앞에 \\)`,
    };
  const marker = MARKER_LIKE.exec(text)?.[1];
  if (marker === undefined) return undefined;
  return {
    rule: 'unknown-marker',
    message: `모르는 글머리표 ‘${marker}’입니다.`,
    expected: `${MARKERS} 가운데 하나, ${isTyped ? '또는 글자로 시작하는 줄' : '글자 그대로라면 앞에 \\'}`,
  };
}
