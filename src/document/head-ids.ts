// Cells that head others -> the names by which a file knows them, in the order in which they are asked for.

/** Names of one length, of letters and digits alone: a file has them in the order of their bytes. */
export function headIds(): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const id = known.get(name) ?? `head-${String(known.size + 1).padStart(6, '0')}`;
    known.set(name, id);
    return id;
  };
}
