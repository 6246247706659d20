import { posix } from 'node:path';

/** A file of a folder or bucket. */
export interface SourceFile {
  /** From the folder on or the key of an object, with slashes. */
  path: string;
  bytes: number;
  /** Changes when the file does. */
  version: string;
  changedAtMs: number;
}

/** Files that are one delivery. */
export interface FileGroup {
  name: string;
  version: string;
  files: SourceFile[];
}

const DATA = /\.(csv|parquet)(\.gz)?$/i;

/**
 * Makes deliveries of files, the oldest first: each file is one, or where a
 * delivery has `parts` all files of a folder together.
 *
 * @remarks Other files, such as manifests, are passed over, and so are those whose
 * names begin with a dot or an underscore, which are not finished.
 */
export function groupFiles(
  files: readonly SourceFile[],
  { parts }: { parts: boolean },
): FileGroup[] {
  const groups = new Map<string, SourceFile[]>();
  for (const file of files.filter(({ path }) => isData(path))) {
    const folder = posix.dirname(file.path);
    const name = parts && folder !== '.' ? folder : file.path;
    groups.set(name, [...(groups.get(name) ?? []), file]);
  }
  return [...groups]
    .map(([name, members]) => {
      const sorted = members.toSorted((one, other) =>
        one.path < other.path ? -1 : 1,
      );
      return {
        name,
        version: sorted.map(({ version }) => version).join(' '),
        files: sorted,
        changedAtMs: Math.max(...members.map(file => file.changedAtMs)),
      };
    })
    .toSorted(
      (one, other) =>
        one.changedAtMs - other.changedAtMs || (one.name < other.name ? -1 : 1),
    );
}

function isData(path: string): boolean {
  return (
    DATA.test(path) &&
    path
      .split('/')
      .every(part => !part.startsWith('.') && !part.startsWith('_'))
  );
}
