// Every rule of the check by its id, in the order in which findings of one severity are told.
import type { Rule } from './rule.ts';

export const RULES = {} as const satisfies Record<string, Rule>;
