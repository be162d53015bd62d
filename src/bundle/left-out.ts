// Nothing -> what the bundle holds in place of a library that is never run.
export {};
