import { escapeHtml } from '../markdown/escapeHtml';
import { slugify } from '../markdown/slugs';
import { isSafeAddress } from '../markdown/links';
import { SITE_ROOT } from '../markdown/renderExcerpt';
import type { Blog, BlogPost, BlogView } from '../site/collectBlog';
import type { BlogWords } from '../site/blogWords';
import { formatPostDate } from '../site/formatPostDate';
import type { BlogAuthor } from '../site/readBlogAuthors';
import type { SitePage } from '../site/SitePage';
import { relativeUrl } from '../site/SitePage';
import type { CheckedPage } from './checkLinks';
import { KeptPage } from './KeptPage';
import type { TitleOf } from './siteTitles';

function list(items: string[], className: string): string {
  return items.map(item => `<li class="${className}">${item}</li>`).join('\n');
}

function rootPathOf({ url }: SitePage): string {
  return '../'.repeat(url.split('/').length - 1);
}

/** Puts a text or figure into a word of a blog. */
function fillWord(word: string, text: string): string {
  return word.replace('#', () => text);
}

function readingTime(
  { readingTime: { one, other } }: BlogWords,
  minutes: number,
): string {
  return minutes === 1 ? one : fillWord(other, String(minutes));
}

/** The lists of posts of a blog, and what stands beside a post. */
export class BlogPages {
  /** The posts from the oldest to the newest, for previous and next. */
  readonly postOrder: SitePage[];
  readonly #blog: Blog;
  readonly #rendered: ReadonlyMap<SitePage, CheckedPage>;
  readonly #postByPage: ReadonlyMap<SitePage, BlogPost>;
  readonly #pageByDocPath: ReadonlyMap<string, SitePage>;

  constructor(blog: Blog, pages: CheckedPage[]) {
    this.#blog = blog;
    this.#rendered = new Map(pages.map(checked => [checked.page, checked]));
    this.#postByPage = new Map(blog.posts.map(post => [post.page, post]));
    this.#pageByDocPath = new Map(
      pages.map(({ page }) => [page.docPath, page]),
    );
    this.postOrder = blog.posts.map(({ page }) => page).reverse();
  }

  /** All pages of the site, those of the blog's lists among them. */
  withViews(pages: CheckedPage[]): CheckedPage[] {
    const shown = new Map(pages.map(checked => [checked.page, checked]));
    for (const view of this.#blog.views) {
      for (const page of view.pages) {
        shown.set(page, this.#viewPage(view, page));
      }
    }
    return [...shown.values()];
  }

  /** Who wrote a post and when, beside the post; empty for other pages. */
  aside(page: SitePage, titleOf: TitleOf): string {
    const post = this.#postByPage.get(page);
    if (!post) {
      return '';
    }
    const [{ pages }] = this.#blog.views;
    const { words } = this.#blog.settings;
    const authors = this.#authorsOf(post).map(author =>
      this.#profile(page, author),
    );
    const { updated } = post.metadata;
    const facts = [
      ...this.#facts(page, post, post.categories),
      ...(updated ? [fillWord(words.updated, this.#time(updated))] : []),
    ];
    const links = post.metadata.links.flatMap(
      link => this.#relatedLink(page, link, titleOf) ?? [],
    );
    return `<aside class="md-post md-post__aside md-typeset" aria-label="${escapeHtml(
      words.aboutThisPost,
    )}">
<a class="md-post__back" href="${escapeHtml(
      relativeUrl(page.url, pages[0].url),
    )}">${escapeHtml(words.backToAllPosts)}</a>
${authors.join('\n')}<ul class="md-meta__list">${list(
      facts,
      'md-meta__item',
    )}</ul>
${
  links.length > 0
    ? `<p class="md-post__title">${escapeHtml(
        words.relatedLinks,
      )}</p><ul class="md-post__links">${list(links, 'md-post__link')}</ul>`
    : ''
}</aside>
`;
  }

  #viewPage(view: BlogView, page: SitePage): CheckedPage {
    const index = view.pages.indexOf(page);
    const { postsPerPage } = this.#blog.settings;
    const posts = view.posts.slice(
      index * postsPerPage,
      (index + 1) * postsPerPage,
    );
    const source = view.hasSource
      ? this.#rendered.get(view.pages[0])
      : undefined;
    const name = source?.rendered.summary.title ?? view.name;
    const own = index === 0 ? source : undefined;
    const id = slugify(name);
    const header =
      own?.rendered.html ??
      `<h1 id="${escapeHtml(id)}">${escapeHtml(
        name,
      )}<a class="headerlink" href="#${escapeHtml(
        encodeURIComponent(id),
      )}" title="Permanent link">&para;</a></h1>\n`;
    const html =
      header +
      posts.map(post => this.#excerpt(page, post)).join('') +
      this.#pagination(view, page);
    const rendered = own
      ? own.rendered.withHtml(html)
      : KeptPage.ofHtml(html, [], name);
    return { page, rendered, sourceHash: own?.sourceHash };
  }

  #excerpt(page: SitePage, post: BlogPost): string {
    const rendered = this.#rendered.get(post.page)?.rendered;
    const { maxAuthors, maxCategories, words } = this.#blog.settings;
    const authors = this.#authorsOf(post)
      .slice(0, maxAuthors)
      .map(author => this.#avatar(page, author));
    const facts = this.#facts(
      page,
      post,
      post.categories.slice(0, maxCategories),
    );
    const more = rendered?.summary.post?.hasMore
      ? `<nav class="md-post__action"><a href="${escapeHtml(
          relativeUrl(page.url, post.page.url),
        )}">${escapeHtml(words.continueReading)}</a></nav>\n`
      : '';
    return `<article class="md-post md-post--excerpt">
<header class="md-post__header">${authors.join(
      '',
    )}<div class="md-post__meta md-meta"><ul class="md-meta__list">${list(
      facts,
      'md-meta__item',
    )}</ul></div></header>
<div class="md-post__content md-typeset">
${(rendered?.excerpt ?? '').replaceAll(SITE_ROOT, rootPathOf(page))}
${more}</div>
</article>
`;
  }

  #time(date: Date): string {
    const { language, postDateFormat } = this.#blog.settings;
    const shown = formatPostDate(date, postDateFormat, language);
    return `<time datetime="${date.toISOString()}">${escapeHtml(shown)}</time>`;
  }

  #facts(page: SitePage, post: BlogPost, categories: BlogView[]): string[] {
    const links = categories.map(
      ({ name, pages: [target] }) =>
        `<a class="md-meta__link" href="${escapeHtml(
          relativeUrl(page.url, target.url),
        )}">${escapeHtml(name)}</a>`,
    );
    const { metadata } = post;
    const { hasReadingTime, words } = this.#blog.settings;
    const minutes =
      metadata.readingMinutes ??
      (hasReadingTime
        ? this.#rendered.get(post.page)?.rendered.summary.post?.readingMinutes
        : undefined);
    return [
      this.#time(metadata.created),
      ...(links.length > 0
        ? [fillWord(words.inCategories, links.join(', '))]
        : []),
      ...(minutes ? [readingTime(words, minutes)] : []),
      ...(metadata.isDraft ? [words.draft] : []),
    ];
  }

  #authorsOf({ metadata }: BlogPost): BlogAuthor[] {
    return metadata.authors.flatMap(id => this.#blog.authors.get(id) ?? []);
  }

  #avatar(page: SitePage, { avatar, name }: BlogAuthor): string {
    if (avatar === undefined || !isSafeAddress(avatar)) {
      return '';
    }
    const address = /^(?:https?:)?\/\//i.test(avatar)
      ? avatar
      : rootPathOf(page) + encodeURI(avatar.replace(/^\/+/, ''));
    return `<span class="md-author"><img src="${escapeHtml(
      address,
    )}" alt="${escapeHtml(name)}"></span>`;
  }

  #profile(page: SitePage, author: BlogAuthor): string {
    const { name, url, description } = author;
    const shown =
      url && /^https?:\/\//i.test(url)
        ? `<a href="${escapeHtml(url)}">${escapeHtml(name)}</a>`
        : escapeHtml(name);
    return `<div class="md-profile">${this.#avatar(
      page,
      author,
    )}<span class="md-profile__description"><strong>${shown}</strong>${
      description ? `<br>${escapeHtml(description)}` : ''
    }</span></div>`;
  }

  #relatedLink(
    page: SitePage,
    { title, target }: BlogPost['metadata']['links'][number],
    titleOf: TitleOf,
  ): string | undefined {
    const [file, anchor] = target.split('#');
    const linked = this.#pageByDocPath.get(file);
    const suffix = anchor ? `#${encodeURIComponent(anchor)}` : '';
    const isAddress = /^https?:\/\//i.test(target);
    if (!linked && !isAddress) {
      return undefined;
    }
    const href = linked ? relativeUrl(page.url, linked.url) + suffix : target;
    const shown = title ?? (linked ? titleOf(linked) : target);
    return `<a href="${escapeHtml(href)}">${escapeHtml(shown)}</a>`;
  }

  #pagination({ pages }: BlogView, page: SitePage): string {
    if (pages.length === 1) {
      return '';
    }
    const links = pages.map((other, index) =>
      other === page
        ? `<span class="md-post-pages__current" aria-current="page">${
            index + 1
          }</span>`
        : `<a class="md-post-pages__link" href="${escapeHtml(
            relativeUrl(page.url, other.url),
          )}">${index + 1}</a>`,
    );
    return `<nav class="md-post-pages" aria-label="${escapeHtml(
      this.#blog.settings.words.morePosts,
    )}">${links.join(' ')}</nav>\n`;
  }
}
