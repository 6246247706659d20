import type { RenderedPage } from '../markdown/RenderedPage';

interface SearchDocument {
  location: string;
  title: string;
  text: string;
}

interface SearchText {
  /** What stands above the first heading below the title. */
  startText: string;
  /** One per heading below the title, so that a search lands at the passage. */
  passages: SearchDocument[];
}

/** A page of the site with what it is called there, and its text as JSON. */
interface IndexedPage {
  url: string;
  title: string;
  rendered: { readonly startText: string; readonly passages: string };
}

/** What is found of a page, but for its title, which the site decides. */
export function searchTextOf(
  url: string,
  page: Pick<RenderedPage, 'sections' | 'headings'>,
): SearchText {
  const [intro, ...sections] = page.sections;
  const result: SearchText = { startText: intro.text, passages: [] };
  const levels = new Map(page.headings.map(({ id, level }) => [id, level]));
  let isTitleSeen = false;
  for (const section of sections) {
    const level = section.id === undefined ? 0 : levels.get(section.id);
    if (level === 1 && !isTitleSeen) {
      // What stands under the title belongs to the page as a whole.
      result.startText = [intro.text, section.text].filter(Boolean).join(' ');
      isTitleSeen = true;
      continue;
    }
    result.passages.push({
      location: `${url}#${encodeURIComponent(section.id ?? '')}`,
      title: section.title,
      text: section.text,
    });
  }
  return result;
}

function renderDocuments({ url, title, rendered }: IndexedPage): string {
  const { startText, passages } = rendered;
  const start = `{"location":${JSON.stringify(url)},"title":${JSON.stringify(
    title,
  )},"text":${startText}}`;
  return passages ? `${start},${passages}` : start;
}

/**
 * Writes `search/search_index.json` in the shape that the stock collator reads.
 * The text of the pages is JSON already, and most of it has not changed.
 */
export function renderSearchIndex(pages: IndexedPage[]): string {
  const config = JSON.stringify({
    lang: ['en'],
    separator: '[\\s\\-]+',
    pipeline: ['stopWordFilter'],
  });
  return `{"config":${config},"docs":[${pages
    .map(renderDocuments)
    .join(',')}]}`;
}
