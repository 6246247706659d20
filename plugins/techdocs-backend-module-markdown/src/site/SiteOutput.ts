import { NotAllowedError } from '@backstage/errors';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { SiteWarning } from './SiteWarning';

const METADATA_FILE = 'techdocs_metadata.json';

export interface SiteMetadata {
  site_name: string;
  site_description: string;
  etag: string | undefined;
  warnings: SiteWarning[];
}

/** Writes the files of a site and remembers them. */
export class SiteOutput {
  private readonly files: string[] = [];
  private readonly folders = new Set<string>();

  constructor(private readonly directory: string) {}

  async write(outputPath: string, content: string | Uint8Array): Promise<void> {
    const target = path.resolve(this.directory, outputPath);
    if (!target.startsWith(path.resolve(this.directory) + path.sep)) {
      throw new NotAllowedError(
        `Path '${outputPath}' leaves the output folder`,
      );
    }
    const folder = path.dirname(target);
    if (!this.folders.has(folder)) {
      await mkdir(folder, { recursive: true });
      this.folders.add(folder);
    }
    await writeFile(target, content);
    this.files.push(outputPath);
  }

  /** Written last, as it lists everything else. */
  async writeMetadata(metadata: SiteMetadata): Promise<void> {
    const files = [...new Set([...this.files, METADATA_FILE])];
    await this.write(
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
