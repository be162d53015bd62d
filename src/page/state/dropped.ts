// The file that was dropped last and is not yet taken -> what every screen knows of it.
import { signal } from '@preact/signals';
import type { Dropped } from '../../serve/api.ts';

export const dropped = signal<Dropped | undefined>(undefined);
