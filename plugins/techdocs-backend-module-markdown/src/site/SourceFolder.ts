import { NotAllowedError } from '@backstage/errors';
import { isUtf8 } from 'node:buffer';
import type { Dirent } from 'node:fs';
import {
  closeSync,
  constants,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
} from 'node:fs';
import path from 'node:path';
import { words } from '../markdown/docsWords';

/** A regular file of the repository, named by its path with `/`. */
export interface SourceFile {
  path: string;
  sizeBytes: number;
}

export interface ListFilesResult {
  files: SourceFile[];
  /** Paths that were left out because they are links or not regular files. */
  skipped: string[];
}

export interface ReadTextResult {
  text: string;
  isValidUtf8: boolean;
}

const BYTE_ORDER_MARK = '\uFEFF';
const REPLACEMENT = '\uFFFD';
const MAX_DEPTH = 32;
const MAX_FILES = 50_000;

/** Folders that are never documentation, whatever holds them. */
const IGNORED_FOLDERS = new Set(['.git', 'node_modules']);

/**
 * The prepared repository as a closed box: nothing outside it can be named.
 *
 * @remarks
 * Links are never followed, not even inside the folder. A link that stays
 * inside today may be pointed elsewhere by the next commit, and documentation
 * has snippets for sharing text. Files are read synchronously: this runs in a
 * process that does nothing else.
 */
export class SourceFolder {
  readonly #root: string;
  /** Whether a folder is there and no link leads to it. */
  readonly #realFolders = new Map<string, boolean>();

  constructor(directory: string) {
    this.#root = realpathSync.native(directory);
  }

  /** Size of a regular file, or undefined if there is none at that path. */
  fileSize(repositoryPath: string): number | undefined {
    const stats = this.#stats(repositoryPath);
    return stats?.isFile() ? stats.size : undefined;
  }

  isFolder(repositoryPath: string): boolean {
    return this.#stats(repositoryPath)?.isDirectory() ?? false;
  }

  readBytes(repositoryPath: string): Buffer {
    return this.#read(repositoryPath, descriptor => readFileSync(descriptor));
  }

  /** Reads a file as UTF-8; wrong bytes become U+FFFD and are reported. */
  readText(repositoryPath: string): ReadTextResult {
    const text = this.#read(repositoryPath, descriptor =>
      readFileSync(descriptor, 'utf8'),
    );
    return {
      text: text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text,
      // The character may have been written on purpose, as only bytes tell.
      isValidUtf8:
        !text.includes(REPLACEMENT) || isUtf8(this.readBytes(repositoryPath)),
    };
  }

  /** All regular files below a folder, sorted by path. */
  listFiles(folder: string): ListFilesResult {
    const result: ListFilesResult = { files: [], skipped: [] };
    this.#walk(folder === '.' ? '' : folder, 0, result);
    return result;
  }

  /** Resolves a repository path to one on disk; refuses to leave the folder. */
  #resolve(repositoryPath: string): string {
    const resolved = path.resolve(this.#root, repositoryPath);
    const isInside =
      resolved === this.#root || resolved.startsWith(this.#root + path.sep);
    if (!isInside || repositoryPath.includes('\0')) {
      throw words.error(
        NotAllowedError,
        words.describe('docs.failure.pathOutside', { path: repositoryPath }),
      );
    }
    return resolved;
  }

  #stats(repositoryPath: string) {
    try {
      const target = this.#resolve(repositoryPath);
      return target === this.#root || this.#isInRealFolder(target)
        ? lstatSync(target, { throwIfNoEntry: false })
        : undefined;
    } catch {
      // Names that no file can have, such as one that is too long.
      return undefined;
    }
  }

  #read<T>(repositoryPath: string, readOpen: (descriptor: number) => T): T {
    const target = this.#resolve(repositoryPath);
    if (!this.#isInRealFolder(target)) {
      throw words.error(
        NotAllowedError,
        words.describe('docs.failure.fileBehindLink', { path: repositoryPath }),
      );
    }
    const descriptor = openSync(
      target,
      constants.O_RDONLY | constants.O_NOFOLLOW,
    );
    try {
      return readOpen(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }

  #isInRealFolder(target: string): boolean {
    const folder = path.dirname(target);
    let isReal = this.#realFolders.get(folder);
    if (isReal === undefined) {
      try {
        // A link anywhere on the way shows as a different real path.
        isReal = realpathSync.native(folder) === folder;
      } catch {
        isReal = false;
      }
      this.#realFolders.set(folder, isReal);
    }
    return isReal;
  }

  #walk(folder: string, depth: number, result: ListFilesResult) {
    const entries: Dirent[] = readdirSync(this.#resolve(folder), {
      withFileTypes: true,
    });
    entries.sort((a, b) => compareNames(a.name, b.name));
    for (const entry of entries) {
      const entryPath = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.name.startsWith('.') || IGNORED_FOLDERS.has(entry.name)) {
        continue;
      }
      if (entry.isDirectory() && depth < MAX_DEPTH) {
        this.#walk(entryPath, depth + 1, result);
      } else if (entry.isFile() && result.files.length < MAX_FILES) {
        const { size } = lstatSync(this.#resolve(entryPath));
        result.files.push({ path: entryPath, sizeBytes: size });
      } else {
        result.skipped.push(entryPath);
      }
    }
  }
}

function compareNames(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
