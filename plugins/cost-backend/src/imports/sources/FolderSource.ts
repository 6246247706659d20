import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FolderSourceConfig } from '../../config/readImportConfig';
import type {
  ChargeSource,
  FetchedDelivery,
  SourceDelivery,
} from './ChargeSource';
import { type FileGroup, groupFiles, type SourceFile } from './groupFiles';

/** A file that changed just now may not be complete. */
const SETTLE_MS = 10_000;

/** Finds deliveries in a folder and those below it. */
export class FolderSource implements ChargeSource {
  readonly #config: FolderSourceConfig;

  constructor(config: FolderSourceConfig) {
    this.#config = config;
  }

  async list(): Promise<SourceDelivery[]> {
    const before = Date.now() - SETTLE_MS;
    const groups = groupFiles(await this.#listFiles(), this.#config);
    return groups
      .filter(({ files }) => files.every(file => file.changedAtMs <= before))
      .map(group => ({
        name: group.name,
        version: group.version,
        fetch: () => this.#read(group),
      }));
  }

  async #listFiles(): Promise<SourceFile[]> {
    const { path: folder } = this.#config;
    const entries = await readdir(folder, {
      recursive: true,
      withFileTypes: true,
    });
    const files: SourceFile[] = [];
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile()) {
        const { mtimeMs, size } = await stat(path);
        files.push({
          path: relative(folder, path).replaceAll(sep, '/'),
          bytes: size,
          version: `${size}-${Math.trunc(mtimeMs)}`,
          changedAtMs: mtimeMs,
        });
      }
    }
    return files;
  }

  /** The files stay where they are. */
  async #read({ files }: FileGroup): Promise<FetchedDelivery> {
    const digest = createHash('sha256');
    const read = files.map(({ bytes, path: name }) => ({
      path: join(this.#config.path, name),
      name,
      bytes,
    }));
    for (const { path } of read) {
      await pipeline(createReadStream(path), async pieces => {
        for await (const piece of pieces) {
          digest.update(piece);
        }
      });
    }
    return {
      files: read,
      contentHash: digest.digest('hex'),
      close: async () => undefined,
    };
  }
}
