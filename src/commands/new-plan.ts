// The pattern of a plan, the name of its folder and a year -> the files of a new plan, in memory.

import path from 'node:path';
import { isDeviceName, isId } from '../figure/address.ts';
import { renewHead } from '../revise/next-year/renew-head.ts';
import { openYaml, yamlText } from '../revise/yaml-edit.ts';
import { withSchemas } from './data-schemas.ts';
import type { OutputFile } from './sources.ts';

const OTHERWISE = 'jobs-plan';

interface NewPlan {
  readonly id: string;
  readonly files: readonly OutputFile[];
}

/** The pattern's files as they are, but for the plan's id, which is the folder's name where that can be one, and its year. */
export function newPlan(
  pattern: ReadonlyMap<string, Uint8Array>,
  folder: string,
  year: number | undefined,
): NewPlan {
  const id = newPlanId(folder);
  const files = [...pattern].map(([name, bytes]) => ({
    name,
    bytes: name === 'plan.yaml' ? withHead(bytes, id, year) : bytes,
  }));
  return { id, files: withSchemas(files) };
}

function withHead(bytes: Uint8Array, id: string, year: number | undefined): Uint8Array {
  const { document, root } = openYaml(new TextDecoder().decode(bytes));
  renewHead(root, id, year);
  return new TextEncoder().encode(yamlText(document));
}

/** The name of the folder, where it can be an id. */
export function newPlanId(folder: string): string {
  const name = path.basename(folder);
  return isId(name) && !isDeviceName(name) ? name : OTHERWISE;
}
