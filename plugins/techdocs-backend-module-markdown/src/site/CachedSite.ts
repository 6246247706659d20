import { createHash } from 'node:crypto';
import type { RenderedPage } from './RenderedPage';

/** A rendered page with the hash of all that went into it but its links. */
export interface CachedPage {
  key: string;
  rendered: RenderedPage;
  /** What it was read from, if it was. */
  line?: string;
}

/** The rendered pages of one site, by source path. */
export type CachedSite = Map<string, CachedPage>;

/** Changes whenever the same Markdown would be rendered differently. */
export const ENGINE_VERSION = '2';

export function hashText(...parts: string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) {
    hash.update(`${part.length}:`).update(part);
  }
  return hash.digest('hex');
}

/** One line per page, so that pages taken over need not be written anew. */
export function serializeCachedSite(site: CachedSite): Uint8Array {
  const lines = [...site].map(
    ([sourcePath, { key, rendered, line }]) =>
      line ?? JSON.stringify([sourcePath, key, rendered]),
  );
  return new TextEncoder().encode(lines.join('\n'));
}

/** Reads what was kept; empty when it is absent or was cut short. */
export function parseCachedSite(content: Uint8Array | undefined): CachedSite {
  const site: CachedSite = new Map();
  if (!content?.length) {
    return site;
  }
  try {
    for (const line of new TextDecoder().decode(content).split('\n')) {
      const [sourcePath, key, rendered]: [string, string, RenderedPage] =
        JSON.parse(line);
      site.set(sourcePath, { key, rendered, line });
    }
  } catch {
    return new Map();
  }
  return site;
}
