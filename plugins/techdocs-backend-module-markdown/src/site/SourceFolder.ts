import { NotAllowedError } from '@backstage/errors';
import type { Dirent } from 'node:fs';
import { constants } from 'node:fs';
import { lstat, open, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';

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
 * has snippets for sharing text.
 */
export class SourceFolder {
  static async open(directory: string): Promise<SourceFolder> {
    return new SourceFolder(await realpath(directory));
  }

  private constructor(private readonly root: string) {}

  /** Resolves a repository path to one on disk; refuses to leave the folder. */
  resolve(repositoryPath: string): string {
    const resolved = path.resolve(this.root, repositoryPath);
    const isInside =
      resolved === this.root || resolved.startsWith(this.root + path.sep);
    if (!isInside || repositoryPath.includes('\0')) {
      throw new NotAllowedError(
        `Path '${repositoryPath}' leaves the folder of the documentation`,
      );
    }
    return resolved;
  }

  /** Size of a regular file, or undefined if there is none at that path. */
  async fileSize(repositoryPath: string): Promise<number | undefined> {
    const kind = await this.kind(repositoryPath);
    return kind?.isFile ? kind.sizeBytes : undefined;
  }

  async isFolder(repositoryPath: string): Promise<boolean> {
    return (await this.kind(repositoryPath))?.isFolder ?? false;
  }

  private async kind(repositoryPath: string) {
    let target: string;
    try {
      target = this.resolve(repositoryPath);
    } catch {
      return undefined;
    }
    try {
      // A link anywhere on the way shows as a different real path.
      if ((await realpath(target)) !== target) {
        return undefined;
      }
      const stats = await lstat(target);
      return {
        isFile: stats.isFile(),
        isFolder: stats.isDirectory(),
        sizeBytes: stats.size,
      };
    } catch {
      return undefined;
    }
  }

  async readBytes(repositoryPath: string): Promise<Buffer> {
    const target = this.resolve(repositoryPath);
    if ((await realpath(target)) !== target) {
      throw new NotAllowedError(
        `File '${repositoryPath}' is a link, and links are not followed`,
      );
    }
    const handle = await open(
      target,

      constants.O_RDONLY | constants.O_NOFOLLOW,
    );
    try {
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  }

  async readText(repositoryPath: string): Promise<ReadTextResult> {
    return decodeText(await this.readBytes(repositoryPath));
  }

  /** All regular files below a folder, sorted by path. */
  async listFiles(folder: string): Promise<ListFilesResult> {
    const result: ListFilesResult = { files: [], skipped: [] };
    await this.walk(folder === '.' ? '' : folder, 0, result);
    return result;
  }

  private async walk(folder: string, depth: number, result: ListFilesResult) {
    const entries: Dirent[] = await readdir(this.resolve(folder), {
      withFileTypes: true,
    });
    entries.sort((a, b) => compareNames(a.name, b.name));
    for (const entry of entries) {
      const entryPath = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.name.startsWith('.') || IGNORED_FOLDERS.has(entry.name)) {
        continue;
      }
      if (entry.isDirectory() && depth < MAX_DEPTH) {
        await this.walk(entryPath, depth + 1, result);
      } else if (entry.isFile() && result.files.length < MAX_FILES) {
        const { size } = await lstat(this.resolve(entryPath));
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

/** Reads bytes as UTF-8; wrong ones become U+FFFD and are reported. */
export function decodeText(bytes: Uint8Array): ReadTextResult {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, isValidUtf8: true };
  } catch {
    return { text: new TextDecoder('utf-8').decode(bytes), isValidUtf8: false };
  }
}
