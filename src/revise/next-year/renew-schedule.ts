// The schedule of a plan -> that of a later year: years that it counts in move along, but for those of a term.
import type { Document, YAMLMap } from 'yaml';
import { isScalar, visit } from 'yaml';
import { stringAt, yamlText } from '../yaml-edit.ts';
import type { RenewedFile, ToRenew } from './renewed.ts';

const FILE = 'schedule.yaml';

/** Parts of a year are those of any year. */
export function renewSchedule(
  { document, root }: { readonly document: Document; readonly root: YAMLMap },
  { years, isOfTerm }: { readonly years: number; readonly isOfTerm: boolean },
): RenewedFile {
  const toRenew: ToRenew[] = [];
  if (stringAt(root, 'unit') === 'years') {
    visit(document, {
      Map(_, phase) {
        const typed = phase.get('years', true);
        if (!isScalar(typed) || typeof typed.value !== 'string') return;
        if (!isOfTerm) typed.value = typed.value.replaceAll(/\d{4}/g, (year) => String(Number(year) + years));
        const text = `${stringAt(phase, 'text') ?? ''} ${typed.value}`;
        toRenew.push(
          isOfTerm ? { kind: 'kept', file: FILE, text } : { kind: 'year', file: FILE, text, moved: true },
        );
      },
    });
  }
  return { name: FILE, text: yamlText(document), toRenew };
}
