// A place in a plan's files -> the same place in words, and where it stands on the pages.
import type { DisposedFinding } from '../check/disposed.ts';
import type { SourceLocation } from '../diagnostic.ts';
import type { Place } from './api.ts';
import type { Look } from './look.ts';

export async function placeOf(
  _look: Look,
  _finding: DisposedFinding | undefined,
  _place: SourceLocation,
): Promise<Place> {
  return { words: '', boxes: [] };
}
