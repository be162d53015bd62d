// What the tests of one process read and compile, so that the next of them need not; `commands/kept.test.ts` shows that nothing comes out otherwise.
import { nothingKept } from '../src/commands/sources.ts';

export const KEPT = nothingKept();
