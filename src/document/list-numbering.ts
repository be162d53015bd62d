// The marker of a list's items -> what they count with, in the names that ISO 32000-1 (table 347) has for it.

/** `none`: labels that are texts, and count with nothing. */
export type ListNumbering = 'decimal' | 'lower-alpha' | 'circle' | 'disc' | 'square' | 'none';

/** Letters in their order count as letters, whatever their script; a sign without a name of its own stands as the plain one. */
export function numberingOf(marker: string): ListNumbering {
  if (/^[①-⑳]|^\(?\d/u.test(marker)) return 'decimal';
  if (/^[㉮-㉻㉠-㉭ⓐ-ⓩ]/u.test(marker)) return 'lower-alpha';
  if (/^[○◦]/u.test(marker)) return 'circle';
  return /^[□■▪◆]/u.test(marker) ? 'square' : 'disc';
}
