// The signs that official documents count with, each in its order.

/** 가. 나. 다., fourteen of them. */
export const LETTERS = '가나다라마바사아자차카타파하';

/** Ⅰ to Ⅹ, one sign each. */
export const ROMAN_NUMERALS = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ';
