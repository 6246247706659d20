import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RenderedPage } from './RenderedPage';

/** A rendered page with the hash of all that went into it but its links. */
export interface CachedPage {
  key: string;
  rendered: RenderedPage;
}

/** The rendered pages of one site, by source path. */
export type CachedSite = Map<string, CachedPage>;

/** Keeps rendered pages between builds. Losing them costs time only. */
export interface PageCache {
  read(site: string): Promise<CachedSite>;
  write(site: string, pages: CachedSite): Promise<void>;
}

/** Changes whenever the same Markdown would be rendered differently. */
export const ENGINE_VERSION = '1';

export function hashText(...parts: string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(`${part.length}:`).update(part);
  }
  return hash.digest('hex');
}

/** Keeps the sites that were built last, up to a size. */
export class MemoryPageCache implements PageCache {
  private readonly sites = new Map<string, { text: string }>();
  private sizeCharacters = 0;

  constructor(private readonly maxCharacters = 64_000_000) {}

  async read(site: string): Promise<CachedSite> {
    const entry = this.sites.get(site);
    if (!entry) {
      return new Map();
    }
    this.sites.delete(site);
    this.sites.set(site, entry);
    return parseSite(entry.text);
  }

  async write(site: string, pages: CachedSite): Promise<void> {
    this.remove(site);
    const text = JSON.stringify([...pages]);
    if (text.length > this.maxCharacters) {
      return;
    }
    this.sites.set(site, { text });
    this.sizeCharacters += text.length;
    for (const oldest of this.sites.keys()) {
      if (this.sizeCharacters <= this.maxCharacters) {
        break;
      }
      this.remove(oldest);
    }
  }

  private remove(site: string) {
    this.sizeCharacters -= this.sites.get(site)?.text.length ?? 0;
    this.sites.delete(site);
  }
}

/** Keeps one file per site in a folder that only the portal writes to. */
export class DirectoryPageCache implements PageCache {
  constructor(private readonly directory: string) {}

  async read(site: string): Promise<CachedSite> {
    try {
      return parseSite(await readFile(this.fileOf(site), 'utf8'));
    } catch {
      // Absent or cut short: the pages are rendered again.
      return new Map();
    }
  }

  async write(site: string, pages: CachedSite): Promise<void> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    const file = this.fileOf(site);
    const draft = `${file}.${process.pid}.${Date.now()}`;
    await writeFile(draft, JSON.stringify([...pages]), { mode: 0o600 });
    await rename(draft, file);
  }

  private fileOf(site: string): string {
    return path.join(this.directory, `${hashText(site)}.json`);
  }
}

function parseSite(text: string): CachedSite {
  const entries: [string, CachedPage][] = JSON.parse(text);
  return new Map(entries);
}
