// How files are written to a folder.

/**
 * What may stand in a folder that files are written to. `replace`: anything; files of the same names are replaced. `add`: anything
 * but files of these names. `new`: nothing; the folder may be absent. `refresh`: anything; of files of these names those that the program made
 * are replaced. `fill`: a plan; files of its data are replaced. `edit`: a plan; files of its data and editions are replaced, come or go.
 */
export type Manner = 'replace' | 'add' | 'new' | 'refresh' | 'fill' | 'edit';
