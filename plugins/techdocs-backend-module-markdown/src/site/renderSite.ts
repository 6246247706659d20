import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { ParsedLocationAnnotation } from '@backstage/plugin-techdocs-node';
import type { MarkdownIt } from 'markdown-it';
import path from 'node:path';
import { escapeHtml } from '../markdown/escapeHtml';
import type { Highlighter } from '../markdown/Highlighter';
import type { EngineLimits } from '../readMarkdownEngineConfig';
import { NavigationHtml } from '../theme/NavigationHtml';
import { renderShell } from '../theme/renderShell';
import { stylesheet, stylesheetPath } from '../theme/stylesheet';
import { tableOfContents } from '../theme/tableOfContents';
import type { NavigationItem } from './buildNavigation';
import {
  buildNavigation,
  readingOrder,
  titleFromName,
} from './buildNavigation';
import type { CheckedPage } from './checkLinks';
import { checkLinks } from './checkLinks';
import { collectPages } from './collectPages';
import { Deadline } from './Deadline';
import { LinkResolver } from './LinkResolver';
import type { PageCache } from './PageCache';
import type { MkdocsConfig } from './readMkdocsConfig';
import { readMkdocsConfig } from './readMkdocsConfig';
import type { RenderedPage } from './RenderedPage';
import { renderPages } from './renderPages';
import { RepositoryLinks } from './RepositoryLinks';
import { searchDocuments, toSearchIndex } from './searchIndex';
import type { SiteAsset, SitePage } from './SitePage';
import { relativeUrl } from './SitePage';
import { SiteOutput } from './SiteOutput';
import type { SiteWarning } from './SiteWarning';
import { MAX_WARNINGS } from './SiteWarning';
import { SourceFolder } from './SourceFolder';

export interface RenderSiteOptions {
  inputDir: string;
  outputDir: string;
  /** Name from the catalog, for sites whose mkdocs.yml has none. */
  siteName: string | undefined;
  etag: string | undefined;
  location: ParsedLocationAnnotation | undefined;
  integrations: ScmIntegrationRegistry;
  limits: EngineLimits;
  cache: PageCache;
  md: MarkdownIt;
  highlighter: Highlighter;
}

export interface RenderSiteResult {
  pageCount: number;
  renderedCount: number;
  warnings: SiteWarning[];
}

const IMAGE_EXTENSION = /\.(?:png|jpe?g|gif|webp|avif|svg|ico)$/i;

/** Images that a README outside the docs folder may show. */
async function findRepositoryImages(
  folder: SourceFolder,
  pages: SitePage[],
  config: MkdocsConfig,
): Promise<Map<string, number>> {
  const isOutside = ({ sourcePath }: SitePage) =>
    config.docsDir !== '.' && !sourcePath.startsWith(`${config.docsDir}/`);
  if (!pages.some(isOutside)) {
    return new Map();
  }
  const { files } = await folder.listFiles('.');
  return new Map(
    files
      .filter(file => IMAGE_EXTENSION.test(file.path))
      .map(file => [file.path, file.sizeBytes]),
  );
}

function navigationTitles(items: NavigationItem[]): Map<SitePage, string> {
  const titles = new Map<SitePage, string>();
  const visit = (item: NavigationItem) => {
    if (item.kind === 'section') {
      item.children.forEach(visit);
    } else if (item.kind === 'page' && item.title && !titles.has(item.page)) {
      titles.set(item.page, item.title);
    }
  };
  items.forEach(visit);
  return titles;
}

/** Title by the rules of mkdocs: navigation, front matter, heading, name. */
function pageTitle(
  page: SitePage,
  rendered: RenderedPage,
  navigationTitle: string | undefined,
): string {
  const name = path.posix.basename(page.docPath).replace(/\.[^.]+$/, '');
  const isStart = page.url === '';
  return (
    navigationTitle ??
    rendered.title ??
    (isStart ? 'Home' : titleFromName(name === 'index' ? page.url : name))
  );
}

/** A start page for a site that has none, so that the reader finds one. */
function generatedStart(pages: CheckedPage[], titleOf: TitleOf): RenderedPage {
  const items = pages.map(
    ({ page }) =>
      `<li><a href="${escapeHtml(relativeUrl('', page.url))}">${escapeHtml(
        titleOf(page),
      )}</a></li>`,
  );
  return {
    html: `<ul>\n${items.join('\n')}\n</ul>\n`,
    title: undefined,
    description: undefined,
    hasTitleHeading: false,
    hidden: [],
    headings: [],
    sections: [{ id: undefined, title: '', text: '' }],
    ids: [],
    links: [],
    snippets: [],
    warnings: [],
  };
}

type TitleOf = (page: SitePage) => string;

interface Site {
  name: string;
  config: MkdocsConfig;
  etag: string | undefined;
  repository: RepositoryLinks;
  order: SitePage[];
  navigation: NavigationHtml;
  titleOf: TitleOf;
  /** Findings about a page by its source path; those of the site under ''. */
  warningsByPage: Map<string, SiteWarning[]>;
}

function renderPageHtml(site: Site, { page, rendered }: CheckedPage): string {
  const title = site.titleOf(page);
  const position = site.order.indexOf(page);
  const neighbour = (other: SitePage | undefined) =>
    other && {
      title: site.titleOf(other),
      href: relativeUrl(page.url, other.url),
    };
  const hidden = new Set(rendered.hidden);
  const heading = rendered.hasTitleHeading
    ? ''
    : `<h1>${escapeHtml(title)}</h1>\n`;
  const isGenerated = page.sourcePath === '';
  const commit =
    site.etag && /^[0-9a-f]{7,64}$/i.test(site.etag)
      ? { id: site.etag, url: site.repository.commitUrl(site.etag) }
      : undefined;
  return renderShell({
    siteName: site.name,
    title,
    rootPath: '../'.repeat(page.url.split('/').length - 1),
    navigation: site.navigation.render(page),
    isNavigationHidden: hidden.has('navigation'),
    contents: hidden.has('toc')
      ? ''
      : tableOfContents(rendered.headings, site.config.tocDepth),
    article: heading + rendered.html,
    editUrl: isGenerated ? undefined : site.repository.editUrl(page.sourcePath),
    commit,
    previous: position > 0 ? neighbour(site.order[position - 1]) : undefined,
    next: position >= 0 ? neighbour(site.order[position + 1]) : undefined,
    warnings: [
      ...(page.url === '' ? site.warningsByPage.get('') ?? [] : []),
      ...(site.warningsByPage.get(page.sourcePath) ?? []),
    ],
  });
}

function groupWarnings(
  warnings: SiteWarning[],
  pages: CheckedPage[],
): Map<string, SiteWarning[]> {
  const paths = new Set(pages.map(({ page }) => page.sourcePath));
  const groups = new Map<string, SiteWarning[]>();
  for (const warning of warnings) {
    // What concerns no page of the site is shown on its start page.
    const key = warning.page && paths.has(warning.page) ? warning.page : '';
    groups.set(key, [...(groups.get(key) ?? []), warning]);
  }
  return groups;
}

async function copyAssets(
  output: SiteOutput,
  folder: SourceFolder,
  assets: SiteAsset[],
  deadline: Deadline,
) {
  for (const { sourcePath, outputPath } of assets) {
    await deadline.pass();
    await output.write(outputPath, await folder.readBytes(sourcePath));
  }
}

/** Builds the whole site of one repository. */
export async function renderSite(
  options: RenderSiteOptions,
): Promise<RenderSiteResult> {
  const { limits, etag, location, integrations, cache } = options;
  const deadline = new Deadline(limits.maxBuildSeconds);
  const folder = await SourceFolder.open(options.inputDir);
  const config = await readMkdocsConfig(folder);
  const collected = await collectPages(folder, config, limits);
  const repository = new RepositoryLinks({ config, integrations, location });
  const resolver = new LinkResolver({
    pages: collected.pages,
    assets: collected.assets,
    docsDir: config.docsDir,
    repositoryImages: await findRepositoryImages(
      folder,
      collected.pages,
      config,
    ),
    viewUrl: sourcePath => repository.viewUrl(sourcePath),
  });
  const navigation = buildNavigation(config.nav, {
    pages: collected.pages,
    resolver,
    configFile: config.fileName,
  });

  const siteKey = `${location?.type}:${location?.target}:${options.siteName}`;
  const {
    pages,
    renderedCount,
    cache: renderedCache,
  } = await renderPages({
    ...options,
    folder,
    config,
    pages: collected.pages,
    resolver,
    deadline,
    cached: await cache.read(siteKey),
  });

  const warnings = [
    ...config.warnings,
    ...navigation.warnings,
    ...collected.warnings,
    ...pages.flatMap(({ rendered }) => rendered.warnings),
    ...(await checkLinks(pages, folder)),
  ].slice(0, MAX_WARNINGS);

  const navTitles = navigationTitles(navigation.items);
  const titles = new Map(
    pages.map(({ page, rendered }) => [
      page,
      pageTitle(page, rendered, navTitles.get(page)),
    ]),
  );
  const siteName = config.siteName ?? options.siteName ?? 'Documentation';
  const titleOf: TitleOf = page => titles.get(page) ?? siteName;
  const site: Site = {
    name: siteName,
    config,
    etag,
    repository,
    order: readingOrder(navigation.items),
    navigation: new NavigationHtml(navigation.items, titleOf),
    titleOf,
    warningsByPage: groupWarnings(warnings, pages),
  };
  if (!pages.some(({ page }) => page.url === '')) {
    pages.unshift({
      page: { sourcePath: '', docPath: '', url: '', sizeBytes: 0 },
      rendered: generatedStart(pages, titleOf),
    });
  }

  const output = new SiteOutput(options.outputDir);
  await copyAssets(
    output,
    folder,
    [...collected.assets, ...resolver.usedRepositoryImages.values()],
    deadline,
  );
  for (const checked of pages) {
    await deadline.pass();
    const html = renderPageHtml(site, checked);
    await output.write(`${checked.page.url}index.html`, html);
  }
  await output.write(stylesheetPath, stylesheet);
  const index = toSearchIndex(
    pages.flatMap(({ page, rendered }) =>
      searchDocuments(page.url, titleOf(page), rendered),
    ),
  );
  await output.write('search/search_index.json', JSON.stringify(index));
  await output.writeMetadata({
    site_name: siteName,
    site_description: config.siteDescription ?? '',
    etag,
    warnings,
  });
  await cache.write(siteKey, renderedCache);
  return { pageCount: pages.length, renderedCount, warnings };
}
