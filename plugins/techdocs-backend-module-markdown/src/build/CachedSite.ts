import type { KeptPageState } from './KeptPage';
import { KeptPage } from './KeptPage';

/** A page with the hash of the Markdown that it was rendered from. */
interface CachedPage {
  key: string;
  page: KeptPage;
}

/** What one build of a site leaves for the next. */
export interface CachedSite {
  /** What all pages were rendered with. */
  settings: string;
  /** Hash of all that decides where links lead. */
  linkKey: string | undefined;
  /** The rendered pages by source path. */
  pages: Map<string, CachedPage>;
}

/** Changes whenever the same Markdown would be rendered differently. */
const ENGINE_VERSION = '13';

const NEW_LINE = 10;

/** The first line of a file; the bytes of its pages follow in this order. */
interface Header extends Omit<CachedSite, 'pages'> {
  version: string;
  pages: [
    sourcePath: string,
    key: string,
    state: Omit<KeptPageState, 'bytes'>,
  ][];
}

function emptyCachedSite(): CachedSite {
  return { settings: '', linkKey: undefined, pages: new Map() };
}

/** One line about all pages, and their bytes, which need not be looked at. */
export function serializeCachedSite({ pages, ...site }: CachedSite): Buffer {
  const header: Header = {
    ...site,
    version: ENGINE_VERSION,
    pages: [...pages].map(([sourcePath, { key, page }]) => {
      const { summary, lengths } = page.state;
      return [sourcePath, key, { summary, lengths }];
    }),
  };
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(header)}\n`),
    ...[...pages.values()].map(({ page }) => page.state.bytes),
  ]);
}

function parsePages(pages: Header['pages'], bytes: Buffer) {
  const result: CachedSite['pages'] = new Map();
  let from = 0;
  for (const [sourcePath, key, state] of pages) {
    const to = from + state.lengths.reduce((sum, length) => sum + length, 0);
    const page = new KeptPage({ ...state, bytes: bytes.subarray(from, to) });
    result.set(sourcePath, { key, page });
    from = to;
  }
  return from === bytes.length ? result : undefined;
}

/** Reads what was kept; empty when it is absent, old, or was cut short. */
export function parseCachedSite(content: Buffer | undefined): CachedSite {
  const headerEnd = content?.indexOf(NEW_LINE) ?? -1;
  if (!content || headerEnd < 0) {
    return emptyCachedSite();
  }
  try {
    const header: Header = JSON.parse(content.toString('utf8', 0, headerEnd));
    const { version, settings, linkKey } = header;
    const pages =
      version === ENGINE_VERSION &&
      parsePages(header.pages, content.subarray(headerEnd + 1));
    return pages ? { settings, linkKey, pages } : emptyCachedSite();
  } catch {
    return emptyCachedSite();
  }
}
