import type { MarkdownIt } from 'markdown-it';
import { DOCS_FACTS_FILE } from '../docsFacts';
import type { EngineLimits } from '../readMarkdownEngineConfig';
import { NavigationHtml } from '../theme/NavigationHtml';
import { stylesheet, stylesheetPath } from '../theme/stylesheet';
import { buildNavigation, readingOrder } from '../site/buildNavigation';
import type { CachedSite } from './CachedSite';
import { BlogPages } from './BlogPages';
import { checkLinks } from './checkLinks';
import { collectBlog } from '../site/collectBlog';
import { collectPages } from '../site/collectPages';
import { generatedStart } from './generatedStart';
import { LinkResolver } from '../site/LinkResolver';
import type { PageFacts } from './pageFacts';
import { pageFacts } from './pageFacts';
import type { MkdocsConfig } from '../site/readMkdocsConfig';
import { readMkdocsConfig } from '../site/readMkdocsConfig';
import { redirectPages } from './redirectPages';
import type { SiteFrame } from './renderPageHtml';
import { pageHtmlRenderer, redirectHtml } from './renderPageHtml';
import { renderPages } from './renderPages';
import { folderSettingsReader } from '../site/readFolderSettings';
import type { RepositoryAddresses } from '../site/RepositoryAddresses';
import { RepositoryLinks } from '../site/RepositoryLinks';
import { renderSearchIndex } from './searchIndex';
import { isImagePath, type SiteAsset, type SitePage } from '../site/SitePage';
import { SiteOutput } from './SiteOutput';
import { siteTitles } from './siteTitles';
import { TagPages } from './TagPages';
import type { SiteWarning } from '../markdown/SiteWarning';
import { MAX_WARNINGS } from '../markdown/SiteWarning';
import { SourceFolder } from '../site/SourceFolder';

export interface RenderSiteOptions {
  inputDir: string;
  outputDir: string;
  /** Name from the catalog, for sites whose mkdocs.yml has none. */
  siteName: string | undefined;
  etag: string | undefined;
  /** Where the repository is on its git host. */
  addresses: RepositoryAddresses;
  limits: EngineLimits;
  md: MarkdownIt;
  /** What the last build of this site left. */
  cached: CachedSite;
  /** Told before each page that takes work. */
  onPage(sourcePath: string): void;
}

export interface RenderSiteResult {
  pageCount: number;
  renderedCount: number;
  warnings: SiteWarning[];
  /** The commit that the site was built from, when the etag is one. */
  commit: { id: string; url: string | undefined } | undefined;
  /** The pages in reading order; those outside the navigation come last. */
  facts: PageFacts[];
  cache: CachedSite;
}

/** Images that a README outside the docs folder may show. */
function findRepositoryImages(
  folder: SourceFolder,
  pages: SitePage[],
  config: MkdocsConfig,
): Map<string, number> {
  const isOutside = ({ sourcePath }: SitePage) =>
    config.docsDir !== '.' && !sourcePath.startsWith(`${config.docsDir}/`);
  if (!pages.some(isOutside)) {
    return new Map();
  }
  const { files } = folder.listFiles('.');
  return new Map(
    files
      .filter(file => isImagePath(file.path))
      .map(file => [file.path, file.sizeBytes]),
  );
}

function copyAssets(
  output: SiteOutput,
  folder: SourceFolder,
  assets: SiteAsset[],
) {
  for (const { sourcePath, outputPath } of assets) {
    output.write(outputPath, folder.readBytes(sourcePath));
  }
}

function commitOf(etag: string | undefined, repository: RepositoryLinks) {
  return etag && /^[0-9a-f]{7,64}$/i.test(etag)
    ? { id: etag, url: repository.commitUrl(etag) }
    : undefined;
}

/** Builds the whole site of one repository. */
export async function renderSite(
  options: RenderSiteOptions,
): Promise<RenderSiteResult> {
  const { limits, etag, addresses } = options;
  const folder = new SourceFolder(options.inputDir);
  const config = readMkdocsConfig(folder);
  const collected = collectPages(folder, config, limits);
  const blog =
    config.blog &&
    collectBlog(folder, {
      settings: config.blog,
      docsDir: config.docsDir,
      collected,
      maxPageBytes: limits.maxPageBytes,
    });
  const viewPages = blog?.views.flatMap(({ pages }) => pages) ?? [];
  const generated = viewPages.filter(({ sourcePath }) => sourcePath === '');
  const repository = new RepositoryLinks({ config, addresses });
  const resolver = new LinkResolver({
    pages: [...collected.pages, ...generated],
    assets: collected.assets,
    docsDir: config.docsDir,
    repositoryImages: findRepositoryImages(folder, collected.pages, config),
    viewUrl: sourcePath => repository.viewUrl(sourcePath),
  });
  const navigation = buildNavigation(config.nav, {
    pages: collected.pages,
    resolver,
    notInNav: config.notInNav,
    hasSectionIndexes: config.hasSectionIndexes,
    configFile: config.fileName,
    hasRest: config.hasNavRest,
    hasPatterns: config.literateFile !== undefined,
    readSettings: folderSettingsReader(folder, config),
    blog,
  });

  const {
    pages: sourcePages,
    renderedCount,
    cache,
  } = await renderPages({
    ...options,
    folder,
    config,
    pages: collected.pages,
    posts: blog?.posts ?? [],
    resolver,
  });
  const blogPages = blog && new BlogPages(blog, sourcePages);
  const pages = blogPages?.withViews(sourcePages) ?? sourcePages;
  const siteName = config.siteName ?? options.siteName ?? 'Documentation';
  const titleOf = siteTitles(pages, navigation.items, {
    fallback: siteName,
    namesIndexes: config.dialect.isPythonMarkdown,
  });
  const tagPages = config.tags && new TagPages(config.tags, pages, titleOf);
  const order = readingOrder(navigation.items);
  const commit = commitOf(etag, repository);
  const frame: SiteFrame = {
    name: siteName,
    config,
    commit,
    repository,
    order,
    navigation: new NavigationHtml(navigation.items, titleOf),
    titleOf,
    blogPages,
    tagPages,
  };
  const toHtml = pageHtmlRenderer(frame);
  const redirects = redirectPages({
    redirects: config.redirects,
    taken: new Set(pages.map(({ page }) => page.url.toLowerCase())),
    resolver,
    titleOf,
    configFile: config.fileName,
  });
  const warnings = [
    ...config.warnings,
    ...navigation.warnings,
    ...collected.warnings,
    ...(blog?.warnings ?? []),
    ...redirects.warnings,
    ...sourcePages.flatMap(({ rendered }) => rendered.summary.warnings),
    ...checkLinks(sourcePages, {
      folder,
      generatedIds: page => tagPages?.idsOf(page) ?? [],
    }),
  ].slice(0, MAX_WARNINGS);
  if (!pages.some(({ page }) => page.url === '')) {
    pages.unshift(generatedStart(pages, titleOf));
  }

  const output = new SiteOutput(options.outputDir);
  copyAssets(output, folder, [
    ...collected.assets,
    ...resolver.usedRepositoryImages.values(),
  ]);
  for (const checked of pages) {
    output.write(`${checked.page.url}index.html`, toHtml(checked));
  }
  for (const redirect of redirects.pages) {
    output.write(
      `${redirect.page.url}index.html`,
      redirectHtml(redirect, frame),
    );
  }
  output.write(stylesheetPath, stylesheet);
  output.write(
    'search/search_index.json',
    renderSearchIndex(
      pages
        .filter(({ rendered }) => rendered.summary.isSearchable)
        .map(({ page, rendered }) => ({
          url: page.url,
          title: titleOf(page),
          rendered,
        })),
    ),
  );
  // Written by the portal once it has asked the git host.
  output.announce(DOCS_FACTS_FILE);
  output.writeMetadata({
    site_name: siteName,
    site_description: config.siteDescription ?? '',
    etag,
    warnings,
  });
  return {
    pageCount: pages.length,
    renderedCount,
    warnings,
    commit,
    facts: pageFacts(pages, { order, repository, titleOf }),
    cache,
  };
}
