import type { RenderedPage } from './RenderedPage';

export interface SearchDocument {
  location: string;
  title: string;
  text: string;
}

/** The shape of `search/search_index.json`, as the stock collator reads it. */
export interface SearchIndex {
  config: { lang: string[]; separator: string; pipeline: string[] };
  docs: SearchDocument[];
}

/**
 * One document per page and one per heading below its title, so that a search
 * lands at the passage and not only on the page.
 */
export function searchDocuments(
  url: string,
  title: string,
  page: RenderedPage,
): SearchDocument[] {
  const [intro, ...sections] = page.sections;
  const start: SearchDocument = { location: url, title, text: intro.text };
  const documents = [start];
  const levels = new Map(page.headings.map(({ id, level }) => [id, level]));
  let isTitleSeen = false;
  for (const section of sections) {
    const level = section.id === undefined ? 0 : levels.get(section.id);
    if (level === 1 && !isTitleSeen) {
      // What stands under the title belongs to the page as a whole.
      start.text = [start.text, section.text].filter(Boolean).join(' ');
      isTitleSeen = true;
      continue;
    }
    documents.push({
      location: `${url}#${encodeURIComponent(section.id ?? '')}`,
      title: section.title,
      text: section.text,
    });
  }
  return documents;
}

export function toSearchIndex(docs: SearchDocument[]): SearchIndex {
  return {
    config: {
      lang: ['en'],
      separator: '[\\s\\-]+',
      pipeline: ['stopWordFilter'],
    },
    docs,
  };
}
