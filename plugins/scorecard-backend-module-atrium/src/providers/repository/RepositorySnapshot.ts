import {
  type RepositoryAddress,
  type RepositoryFileList,
  type RepositorySource,
  toRepositoryUrl,
} from '@atrium/git-hosts';

interface RepositorySnapshotOptions {
  address: Pick<RepositoryAddress, 'type' | 'repositoryUrl' | 'branch'>;
  commit: string;
  isProtected: boolean | undefined;
  list: RepositoryFileList;
  source: Pick<RepositorySource, 'readFile'>;
}

interface FoundFile {
  path: string;
  sizeBytes: number | undefined;
}

/** Larger files are not read: hosts do not give them out this way. */
const MAX_FILE_BYTES = 1_000_000;

/** A repository at one commit; each file is read at most once. */
export class RepositorySnapshot {
  readonly address: RepositorySnapshotOptions['address'];
  readonly commit: string;
  readonly isProtected: boolean | undefined;
  /** What is not listed may be there all the same. */
  readonly isTruncated: boolean;
  readonly #source: RepositorySnapshotOptions['source'];
  readonly #files: Map<string, FoundFile>;
  readonly #contents = new Map<string, Promise<string | undefined>>();

  constructor(options: RepositorySnapshotOptions) {
    this.address = options.address;
    this.commit = options.commit;
    this.isProtected = options.isProtected;
    this.isTruncated = options.list.isTruncated;
    this.#source = options.source;
    this.#files = new Map(
      options.list.files.map(file => [file.path.toLowerCase(), file]),
    );
  }

  /** The first of some files, whose names may be written in any case. */
  find(paths: string[]): FoundFile | undefined {
    for (const path of paths) {
      const file = this.#files.get(path.toLowerCase());
      if (file) {
        return file;
      }
    }
    return undefined;
  }

  /** The same, in a folder and else at the root. */
  findBeside(folder: string, names: string[]): FoundFile | undefined {
    const beside = folder && this.find(names.map(name => `${folder}/${name}`));
    return beside || this.find(names);
  }

  /** The files that lie in a folder itself, by their paths. */
  listFolder(folder: string): string[] {
    const prefix = `${folder.toLowerCase()}/`;
    return [...this.#files]
      .filter(
        ([path]) =>
          path.startsWith(prefix) && !path.slice(prefix.length).includes('/'),
      )
      .map(([, { path }]) => path)
      .sort();
  }

  /**
   * Whether something is there.
   *
   * @returns undefined where it is not listed, and not all is
   */
  tellPresence(found: unknown): boolean | undefined {
    return found ? true : this.#tellAbsence();
  }

  #tellAbsence(): false | undefined {
    return this.isTruncated ? undefined : false;
  }

  /** The text of a file; nothing where there is none, or it is too large. */
  async read(file: FoundFile | undefined): Promise<string | undefined> {
    if (!file || (file.sizeBytes ?? 0) > MAX_FILE_BYTES) {
      return undefined;
    }
    const content =
      this.#contents.get(file.path) ??
      this.#source
        .readFile(file.path, this.commit)
        .then(read => read?.content.slice(0, MAX_FILE_BYTES));
    this.#contents.set(file.path, content);
    return content;
  }

  /** The page of a file on its host. */
  urlOf(file: { path: string } | undefined): string | undefined {
    return file && toRepositoryUrl({ ...this.address, path: file.path });
  }
}
