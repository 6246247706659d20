import { createHash } from 'node:crypto';
import {
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';

/** Names that this class gives, with or without the end of a draft. */
const FILE_NAME = /^[0-9a-f]{64}\.json(?:\.\d+\.\d+)?$/;

const DAY_MS = 24 * 60 * 60 * 1000;

/** What no build has written for so long belongs to no site any more. */
const MAX_AGE_DAYS = 60;

/**
 * Keeps what builds have found out in a folder that only the portal writes to.
 * Losing it costs time only.
 */
export class PageCache {
  #prunedAt = 0;
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  async read(key: string): Promise<Buffer | undefined> {
    try {
      return await readFile(this.#fileOf(key));
    } catch {
      return undefined;
    }
  }

  async write(key: string, content: Uint8Array): Promise<void> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 });
    const file = this.#fileOf(key);
    const draft = `${file}.${process.pid}.${Date.now()}`;
    await writeFile(draft, content, { mode: 0o600 });
    // Its age is told by this clock later, which a shared disk need not have.
    const now = new Date();
    await utimes(draft, now, now);
    await rename(draft, file);
    if (Date.now() - this.#prunedAt > DAY_MS) {
      this.#prunedAt = Date.now();
      await this.#prune();
    }
  }

  async #prune() {
    const oldest = Date.now() - MAX_AGE_DAYS * DAY_MS;
    for (const name of await readdir(this.#directory)) {
      const file = path.join(this.#directory, name);
      try {
        if (FILE_NAME.test(name) && (await stat(file)).mtimeMs < oldest) {
          await rm(file);
        }
      } catch {
        // Another replica was quicker.
      }
    }
  }

  #fileOf(key: string): string {
    const name = createHash('sha256').update(key).digest('hex');
    return path.join(this.#directory, `${name}.json`);
  }
}
