import path from 'node:path';
import { slugify } from '../markdown/slugs';
import { words } from '../markdown/docsWords';
import { type SiteWarning, toWarning } from '../markdown/SiteWarning';
import type { CollectedPages } from './collectPages';
import { titleFromName } from './NavigationItem';
import { formatPostDate } from './formatPostDate';
import type { BlogAuthor } from './readBlogAuthors';
import { readBlogAuthors } from './readBlogAuthors';
import type { BlogSettings } from './readBlogSettings';
import type { PostMetadata } from './readPostMetadata';
import { readPostMetadata } from './readPostMetadata';
import type { SitePage } from './SitePage';
import type { SourceFolder } from './SourceFolder';

export interface BlogPost {
  page: SitePage;
  metadata: PostMetadata;
  categories: BlogView[];
}

/** A list of posts: all of them, those of a year, or those of a category. */
export interface BlogView {
  kind: 'index' | 'archive' | 'category';
  name: string;
  posts: BlogPost[];
  /** Where the list is shown; with many posts on more than one page. */
  pages: SitePage[];
  /** Whether the first page has a Markdown file of its own. */
  hasSource: boolean;
}

export interface Blog {
  settings: BlogSettings;
  /** From the newest to the oldest. */
  posts: BlogPost[];
  /** The list of all posts comes first. */
  views: BlogView[];
  authors: ReadonlyMap<string, BlogAuthor>;
  warnings: SiteWarning[];
}

export interface CollectBlogOptions {
  settings: BlogSettings;
  docsDir: string;
  /** The pages and files of the site, which the blog gives other addresses. */
  collected: CollectedPages;
  maxPageBytes: number;
}

const MAX_NAME_LENGTH = 200;

/** A path below the blog, which no name of an author leads out of. */
function addressOf(blogDir: string, text: string): string {
  const inside = path.posix
    .normalize(`/${text}`)
    .split('/')
    .map(part => part.replace(/\p{Cc}/gu, '').slice(0, MAX_NAME_LENGTH))
    .filter(part => part !== '' && part !== '..');
  return [...(blogDir ? [blogDir] : []), ...inside].join('/');
}

function fill(format: string, values: Record<string, string>): string {
  return format.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name] : whole,
  );
}

class BlogCollector {
  readonly #folder: SourceFolder;
  readonly #options: CollectBlogOptions;
  readonly #settings: BlogSettings;
  readonly #warnings: SiteWarning[] = [];
  readonly #prefix: string;
  readonly #taken = new Map<string, SitePage>();

  constructor(folder: SourceFolder, options: CollectBlogOptions) {
    this.#folder = folder;
    this.#options = options;
    this.#settings = options.settings;
    this.#prefix = options.docsDir === '.' ? '' : `${options.docsDir}/`;
  }

  collect(): Blog {
    const { collected } = this.#options;
    const isPost = (page: SitePage) => this.#isBelowPosts(page.docPath);
    for (const page of collected.pages.filter(other => !isPost(other))) {
      this.#taken.set(page.url.toLowerCase(), page);
    }
    const posts = collected.pages
      .filter(isPost)
      .flatMap(page => this.#toPost(page) ?? [])
      .sort(
        (a, b) => b.metadata.created.getTime() - a.metadata.created.getTime(),
      );
    collected.pages = [...this.#taken.values()];
    this.#moveAssets();
    const views = this.#views(posts);
    const [{ pages }] = views;
    for (const { page } of posts) {
      page.navigationPage = pages[0];
    }
    const { authors, warnings } = this.#settings.hasAuthors
      ? readBlogAuthors(
          this.#folder,
          `${this.#prefix}${this.#settings.authorsFile}`,
        )
      : { authors: new Map(), warnings: [] };
    return {
      settings: this.#settings,
      posts,
      views,
      authors,
      warnings: [...this.#warnings, ...warnings],
    };
  }

  #isBelowPosts(docPath: string): boolean {
    return docPath.startsWith(`${this.#settings.postDir}/`);
  }

  /** What posts show is published beside them. */
  #moveAssets() {
    const { postDir, blogDir } = this.#settings;
    for (const asset of this.#options.collected.assets) {
      if (this.#isBelowPosts(asset.outputPath)) {
        const inside = asset.outputPath.slice(postDir.length + 1);
        asset.outputPath = blogDir ? `${blogDir}/${inside}` : inside;
      }
    }
  }

  #toPost(page: SitePage): BlogPost | undefined {
    const name = path.posix.basename(page.docPath).replace(/\.[^.]+$/, '');
    const isReadable = page.sizeBytes <= this.#options.maxPageBytes;
    const metadata = isReadable
      ? readPostMetadata(
          this.#folder.readText(page.sourcePath).text,
          titleFromName(name),
        )
      : undefined;
    if (!metadata) {
      this.#warnings.push(
        toWarning(
          'front-matter',
          words.describe('docs.warning.postWithoutDate'),
          { page: page.sourcePath },
        ),
      );
      return undefined;
    }
    if (metadata.isDraft && !this.#settings.hasDrafts) {
      return undefined;
    }
    page.url = `${this.#postAddress(metadata, name)}/`;
    return this.#claim(page) ? { page, metadata, categories: [] } : undefined;
  }

  #slug(text: string): string {
    const { slugStyle, slugSeparator } = this.#settings;
    return slugify(text, slugStyle, slugSeparator);
  }

  #postAddress(metadata: PostMetadata, file: string): string {
    const settings = this.#settings;
    return addressOf(
      settings.blogDir,
      fill(settings.postUrlFormat, {
        date: formatPostDate(
          metadata.created,
          settings.postUrlDateFormat,
          settings.language,
        ),
        slug: metadata.slug ?? this.#slug(metadata.title),
        file,
        categories: metadata.categories
          .slice(0, settings.postUrlMaxCategories)
          .map(category => this.#slug(category))
          .join('/'),
      }),
    );
  }

  /** Takes the address of a page, unless another page has it. */
  #claim(page: SitePage): boolean {
    const taken = this.#taken.get(page.url.toLowerCase());
    if (taken) {
      this.#warnings.push(
        toWarning(
          'file',
          words.describe('docs.warning.addressTaken', {
            other: taken.sourcePath,
          }),
          { page: page.sourcePath },
        ),
      );
      return false;
    }
    this.#taken.set(page.url.toLowerCase(), page);
    return true;
  }

  #views(posts: BlogPost[]): BlogView[] {
    const settings = this.#settings;
    const index = settings.blogDir ? `${settings.blogDir}/` : '';
    const views = [this.#view('index', 'Blog', index)];
    views[0].posts = posts;
    if (settings.hasArchive) {
      views.push(
        ...this.#grouped('archive', posts, ({ metadata: { created } }) => [
          [
            formatPostDate(
              created,
              settings.archiveDateFormat,
              settings.language,
            ),
            fill(settings.archiveUrlFormat, {
              date: formatPostDate(
                created,
                settings.archiveUrlDateFormat,
                settings.language,
              ),
            }),
          ],
        ]),
      );
    }
    if (settings.hasCategories) {
      const categories = this.#grouped('category', posts, ({ metadata }) =>
        metadata.categories.map(name => [
          name,
          fill(settings.categoriesUrlFormat, { slug: this.#slug(name) }),
        ]),
      );
      const byName = new Map(categories.map(view => [view.name, view]));
      for (const post of posts) {
        post.categories = post.metadata.categories.flatMap(
          name => byName.get(name) ?? [],
        );
      }
      views.push(...categories.sort((a, b) => (a.name < b.name ? -1 : 1)));
    }
    views.forEach(view => this.#paginate(view));
    return views;
  }

  #grouped(
    kind: BlogView['kind'],
    posts: BlogPost[],
    groupsOf: (post: BlogPost) => [name: string, address: string][],
  ): BlogView[] {
    const views = new Map<string, BlogView>();
    for (const post of posts) {
      for (const [name, text] of groupsOf(post)) {
        const url = `${addressOf(this.#settings.blogDir, text)}/`;
        const view = views.get(url) ?? this.#view(kind, name, url);
        view.posts.push(post);
        views.set(url, view);
      }
    }
    return [...views.values()];
  }

  #view(kind: BlogView['kind'], name: string, url: string): BlogView {
    const own = this.#taken.get(url.toLowerCase());
    const page = own ?? this.#generatedPage(url);
    this.#taken.set(url.toLowerCase(), page);
    return { kind, name, posts: [], pages: [page], hasSource: Boolean(own) };
  }

  #paginate(view: BlogView) {
    const { postsPerPage, paginationUrlFormat } = this.#settings;
    const [first] = view.pages;
    for (
      let from = postsPerPage;
      from < view.posts.length;
      from += postsPerPage
    ) {
      const number = view.pages.length + 1;
      const inside = fill(paginationUrlFormat, { page: String(number) });
      const page = this.#generatedPage(
        `${addressOf(first.url.replace(/\/$/, ''), inside)}/`,
      );
      page.navigationPage = first;
      view.pages.push(page);
    }
  }

  #generatedPage(url: string): SitePage {
    return { sourcePath: '', docPath: `${url}index.md`, url, sizeBytes: 0 };
  }
}

/** Finds the posts of a site, gives them their addresses, and lists them. */
export function collectBlog(
  folder: SourceFolder,
  options: CollectBlogOptions,
): Blog {
  return new BlogCollector(folder, options).collect();
}
