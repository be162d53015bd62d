// What the command line gives back to whoever called it.

/** 0 done, 1 findings, 2 wrong usage, 3 input cannot be read or output not written, 4 internal error. */
export const EXIT = { done: 0, findings: 1, usage: 2, unusable: 3, internal: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
