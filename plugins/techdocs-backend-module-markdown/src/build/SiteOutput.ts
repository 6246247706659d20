import { NotAllowedError } from '@backstage/errors';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SiteWarning } from '../markdown/SiteWarning';

const METADATA_FILE = 'techdocs_metadata.json';

export interface SiteMetadata {
  site_name: string;
  site_description: string;
  etag: string | undefined;
  warnings: SiteWarning[];
}

/** Writes the files of a site and remembers them. */
export class SiteOutput {
  readonly #files: string[] = [];
  readonly #folders = new Set<string>();

  /** The folder with a separator at its end. */
  readonly #root: string;

  constructor(directory: string) {
    this.#root = path.resolve(directory) + path.sep;
  }

  write(outputPath: string, content: string | Uint8Array) {
    const target = path.join(this.#root, outputPath);
    if (!target.startsWith(this.#root)) {
      throw new NotAllowedError(
        `Path '${outputPath}' leaves the output folder`,
      );
    }
    const folder = path.dirname(target);
    if (!this.#folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#folders.add(folder);
    }
    writeFileSync(target, content);
    this.#files.push(outputPath);
  }

  /** Lists a file that somebody else adds before the site is published. */
  announce(outputPath: string) {
    this.#files.push(outputPath);
  }

  /** Written last, as it lists everything else. */
  writeMetadata(metadata: SiteMetadata) {
    const files = [...new Set([...this.#files, METADATA_FILE])];
    this.write(
      METADATA_FILE,
      JSON.stringify({
        ...metadata,
        engine: 'markdown',
        build_timestamp: Date.now(),
        files,
      }),
    );
  }
}
