// Values of a workbook's parts -> the patterns of how they are written.
export const WHOLE = /^\d{1,9}$/;
export const SIZE = /^\d{1,9}(?:\.\d{1,17})?$/;
export const CELL = /^[A-Z]{1,3}[1-9]\d{0,6}$/;
export const AREA = /^[A-Z]{1,3}[1-9]\d{0,6}(?::[A-Z]{1,3}[1-9]\d{0,6})?$/;
export const COLOUR = /^FF[0-9A-F]{6}$/;
export const ANY = /(?:)/;
export const RID = /^rId[1-9]\d{0,5}$/;
