import type { CheckedPage } from './checkLinks';
import type { RepositoryLinks } from '../site/RepositoryLinks';
import type { SitePage } from '../site/SitePage';
import type { TitleOf } from './siteTitles';

/** What a build knows about a page; who changed it last is asked later. */
export interface PageFacts {
  path: string;
  title: string;
  sourcePath: string;
  /** Hash of the source, by which what the git host said is kept. */
  sourceHash: string | undefined;
  editUrl: string | undefined;
  words: number;
  minutes: number;
}

export interface PageFactsOptions {
  order: SitePage[];
  repository: RepositoryLinks;
  titleOf: TitleOf;
}

/** How fast people read prose on a screen. */
const WORDS_PER_MINUTE = 220;

function readingMinutes(wordCount: number): number {
  return wordCount === 0
    ? 0
    : Math.max(1, Math.round(wordCount / WORDS_PER_MINUTE));
}

/** The facts of all pages in reading order, those outside of it last. */
export function pageFacts(
  pages: CheckedPage[],
  { order, repository, titleOf }: PageFactsOptions,
): PageFacts[] {
  const positions = new Map(order.map((page, index) => [page, index]));
  const positionOf = ({ page }: CheckedPage) =>
    positions.get(page) ?? Number.MAX_SAFE_INTEGER;
  return [...pages]
    .sort((a, b) => positionOf(a) - positionOf(b))
    .map(({ page, rendered, sourceHash }) => ({
      path: page.url,
      title: titleOf(page),
      sourcePath: page.sourcePath,
      sourceHash,
      editUrl: page.sourcePath
        ? repository.editUrl(page.sourcePath)
        : undefined,
      words: rendered.summary.wordCount,
      minutes: readingMinutes(rendered.summary.wordCount),
    }));
}
