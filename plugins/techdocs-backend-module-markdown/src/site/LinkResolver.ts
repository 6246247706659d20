import path from 'node:path';
import { isSafeAddress } from '../markdown/links';
import type { ResolveLinkRequest } from '../markdown/PageContext';
import { hashText } from './hashText';
import type { PageLink } from '../markdown/RenderedPage';
import type { SiteAsset, SitePage } from './SitePage';
import { relativeUrl } from './SitePage';

export interface LinkResolverOptions {
  pages: SitePage[];
  assets: SiteAsset[];
  docsDir: string;
  /** Sizes of regular files that the start page may show from outside docs. */
  repositoryImages: ReadonlyMap<string, number>;
  /** Address of a repository file on its git host, if that is known. */
  viewUrl(sourcePath: string): string | undefined;
}

/** Where images of a README outside the docs folder are published. */
const REPOSITORY_ASSETS = 'assets/repository';

interface Target {
  resolved: string;
  targetPage?: string;
  isDownload?: boolean;
  isBroken?: boolean;
  repositoryPath?: string;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Turns the links of a page into addresses inside the site.
 *
 * @remarks
 * Everything is looked up among the files found before; the disk is not asked.
 */
export class LinkResolver {
  readonly #pageBySource = new Map<string, SitePage>();
  readonly #pageByUrl = new Map<string, SitePage>();
  readonly #assetBySource = new Map<string, SiteAsset>();
  /** Images outside the docs folder that a page shows, to be published too. */
  readonly usedRepositoryImages = new Map<string, SiteAsset>();

  readonly #options: LinkResolverOptions;

  constructor(options: LinkResolverOptions) {
    this.#options = options;
    for (const page of options.pages) {
      this.#pageBySource.set(page.sourcePath, page);
      this.#pageByUrl.set(page.url, page);
    }
    for (const asset of options.assets) {
      this.#assetBySource.set(asset.sourcePath, asset);
    }
  }

  /**
   * Hash of all that decides where links lead, or undefined when links have to
   * be resolved again in any case, since images are published for being shown.
   */
  get linkKey(): string | undefined {
    const { pages, assets, docsDir, repositoryImages, viewUrl } = this.#options;
    return repositoryImages.size > 0
      ? undefined
      : hashText(
          docsDir,
          viewUrl('README.md') ?? '',
          JSON.stringify(pages.map(page => [page.sourcePath, page.url])),
          JSON.stringify(assets.map(asset => asset.sourcePath)),
        );
  }

  pageAt(sourcePath: string): SitePage | undefined {
    return this.#pageBySource.get(sourcePath);
  }

  /** Finds the page that `nav` names by its path inside the docs folder. */
  pageByDocPath(docPath: string): SitePage | undefined {
    const normalized = path.posix.normalize(docPath.replace(/^\.?\//, ''));
    const prefix =
      this.#options.docsDir === '.' ? '' : `${this.#options.docsDir}/`;
    return (
      this.#pageBySource.get(prefix + normalized) ??
      // The README stands in for a missing docs/index.md.
      (/^(?:index|readme)\.md$/i.test(normalized)
        ? this.#pageByUrl.get('')
        : undefined)
    );
  }

  resolve(page: SitePage, request: ResolveLinkRequest): PageLink {
    const { kind, href, line, isHtml } = request;
    const hashAt = href.indexOf('#');
    const address = hashAt < 0 ? href : href.slice(0, hashAt);
    const anchor = hashAt < 0 ? undefined : decode(href.slice(hashAt + 1));
    const link = (target: Target): PageLink => ({
      kind,
      href,
      resolved: target.resolved,
      isDownload: target.isDownload ?? false,
      isBroken: target.isBroken ?? false,
      targetPage: target.targetPage,
      anchor: target.targetPage === undefined ? undefined : anchor || undefined,
      repositoryPath: target.repositoryPath,
      line,
      ...(isHtml ? { isHtml } : {}),
    });

    if (!isSafeAddress(href)) {
      return link({ resolved: '#', isBroken: true });
    }
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href)) {
      return link({ resolved: href });
    }
    const queryAt = address.indexOf('?');
    const filePath = queryAt < 0 ? address : address.slice(0, queryAt);
    const suffix = href.slice(filePath.length);
    if (filePath === '') {
      return link({ resolved: suffix || './', targetPage: page.sourcePath });
    }
    const found = this.#findTarget(page, decode(filePath), request);
    return link({ ...found, resolved: found.resolved + suffix });
  }

  #candidates(page: SitePage, filePath: string, isHtml = false): string[] {
    const { docsDir } = this.#options;
    if (filePath.startsWith('/')) {
      const fromRoot = path.posix.normalize(filePath.slice(1));
      return [path.posix.join(docsDir, fromRoot), fromRoot];
    }
    const folder = path.posix.dirname(page.sourcePath);
    return [
      path.posix.join(folder, filePath),
      ...(isHtml ? [path.posix.join(docsDir, page.url, filePath)] : []),
    ];
  }

  #findTarget(
    page: SitePage,
    filePath: string,
    { kind, isHtml }: ResolveLinkRequest,
  ): Target {
    const candidates = this.#candidates(page, filePath, isHtml).map(
      candidate => candidate.replace(/\/+$/, '') || '.',
    );
    for (const candidate of candidates) {
      const target = this.#findFile(page, candidate, kind);
      if (target) {
        return target;
      }
    }
    // Some authors write the address of a page instead of its file.
    const url = path.posix.join(page.url, filePath, '/').replace(/^\.?\//, '');
    const addressed = this.#pageByUrl.get(url);
    if (addressed && kind === 'link') {
      return {
        resolved: relativeUrl(page.url, addressed.url),
        targetPage: addressed.sourcePath,
      };
    }
    const [candidate] = candidates;
    const isOutsideDocs =
      this.#options.docsDir !== '.' &&
      !candidate.startsWith(`${this.#options.docsDir}/`) &&
      !candidate.startsWith('..');
    const viewUrl =
      isOutsideDocs && kind === 'link'
        ? this.#options.viewUrl(candidate)
        : undefined;
    return viewUrl
      ? { resolved: viewUrl, repositoryPath: candidate }
      : { resolved: encodeURI(filePath), isBroken: true };
  }

  #findFile(
    page: SitePage,
    sourcePath: string,
    kind: PageLink['kind'],
  ): Target | undefined {
    const target =
      this.#pageBySource.get(sourcePath) ??
      this.#pageBySource.get(`${sourcePath}/index.md`) ??
      this.#pageBySource.get(`${sourcePath}/README.md`) ??
      (sourcePath === this.#options.docsDir
        ? this.#pageByUrl.get('')
        : undefined);
    if (target && kind === 'link') {
      return {
        resolved: relativeUrl(page.url, target.url),
        targetPage: target.sourcePath,
      };
    }
    const asset =
      this.#assetBySource.get(sourcePath) ?? this.#repositoryImage(sourcePath);
    return asset
      ? {
          resolved: relativeUrl(page.url, asset.outputPath),
          // The reader serves other files only through download links.
          isDownload: kind === 'link',
        }
      : undefined;
  }

  #repositoryImage(sourcePath: string): SiteAsset | undefined {
    const sizeBytes = this.#options.repositoryImages.get(sourcePath);
    if (sizeBytes === undefined) {
      return undefined;
    }
    const asset: SiteAsset = {
      sourcePath,
      outputPath: `${REPOSITORY_ASSETS}/${sourcePath}`,
      sizeBytes,
    };
    this.usedRepositoryImages.set(sourcePath, asset);
    return asset;
  }
}
