import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { parseAllDocuments } from 'yaml';

/** The files of a repository that a template made. */
export class RenderedFiles {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  list(): string[] {
    return readdirSync(this.folder, { recursive: true })
      .map(String)
      .filter(path => statSync(join(this.folder, path)).isFile())
      .map(path => path.split(sep).join('/'))
      .sort();
  }

  text(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** The documents of a YAML file; fails on one that cannot be read. */
  documents(path: string): JsonObject[] {
    return parseAllDocuments(this.text(path)).map(document => {
      if (document.errors.length > 0) {
        throw new Error(`${path}: ${document.errors.join(', ')}`);
      }
      return document.toJSON();
    });
  }

  entities(): Entity[] {
    return this.documents('catalog-info.yaml') as unknown as Entity[];
  }
}
