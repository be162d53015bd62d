// What commands read and make, in memory: the texts and images of folders, bytes of fonts and profiles, finished files.

import type { CompiledText } from '../compose/compiled-text.ts';
import { Memo } from '../memo.ts';
import type { YamlTree } from '../plan-format/yaml-source.ts';

/** The texts of a folder by their path in it, and the folder as messages name it. */
export interface SourceFolder {
  readonly displayRoot: string;
  readonly files: ReadonlyMap<string, string>;
  /** Paths of files that are there and could not be read, of which somebody has told. */
  readonly lost?: readonly string[];
  /** The plan's images by their path in it (`images/photo.jpg`). */
  readonly images?: ReadonlyMap<string, Uint8Array>;
  /** What was made of its texts before, for who reads it more than once. */
  readonly kept?: Kept;
}

/** What was made of texts, for the next reading of the same ones. */
export interface Kept {
  readonly trees: Memo<YamlTree>;
  readonly compiled: Memo<CompiledText>;
}

/** To be handed in with the folders of each reading. */
export function nothingKept(): Kept {
  return { trees: new Memo(), compiled: new Memo() };
}

/** Everything a build reads, in memory. */
export interface Sources {
  readonly plan: SourceFolder;
  readonly templates: SourceFolder;
  /** By file name; empty when no PDF is to be made. */
  readonly fonts: ReadonlyMap<string, Uint8Array>;
  /** ICC profiles by their path in the plan's folder, and the program's own with a slash before its name; none where nothing is printed. */
  readonly profiles?: ReadonlyMap<string, Uint8Array>;
  /** The program's version; where it is not known, what has gone out counts as printed by this one. */
  readonly program?: string;
}

export interface OutputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
