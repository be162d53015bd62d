// corrections.yaml -> nothing but its form: the list is for people, of what a transcription changed or inferred.
import * as v from 'valibot';
import type { Faults } from './faults.ts';
import type { Mapping } from './node.ts';
import { list, mapping, scalar } from './shape.ts';
import { readShape } from './shape-fault.ts';

const CORRECTIONS_FILE = mapping({
  corrections: v.exactOptional(
    list(mapping({ place: scalar, extracted: scalar, 'read-as': scalar, reason: scalar })),
  ),
  inferred: v.exactOptional(list(mapping({ place: scalar, what: scalar, reason: scalar }))),
});

export function checkCorrectionsFile(root: Mapping, faults: Faults): void {
  readShape(root, CORRECTIONS_FILE, faults);
}
