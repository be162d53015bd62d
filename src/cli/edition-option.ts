// The number of an edition on the command line -> the number, and the folder of its files.
import { InvalidArgumentError } from 'commander';

/** 0 or more. Throws commander's error for anything else. */
export function editionOf(text: string): number {
  if (!/^(0|[1-9]\d{0,3})$/.test(text)) throw new InvalidArgumentError('0-9999');
  return Number(text);
}

/** The folders below the plan's own in which an edition's files lie: none for edition 0. */
export function editionFolder(edition: number): readonly string[] {
  return edition === 0 ? [] : [`edition-${edition}`];
}
