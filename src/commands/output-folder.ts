// A plan's id and one of its editions -> the folder of what is built of it.
import path from 'node:path';

/** Where an edition's files lie below the working folder, unless told otherwise: those of edition 0 in the plan's own folder. */
export function outputFolder(plan: string, edition: number): string {
  return path.join('output', plan, ...(edition === 0 ? [] : [`edition-${edition}`]));
}
