import type { RepositoryCommit } from '@atrium/git-hosts';
import type { DocsCommit, DocsFacts, DocsPageFacts } from './docsFacts';
import type { PageFacts } from './build/pageFacts';
import type { RenderSiteResult } from './build/renderSite';

const SHORT_ID_LENGTH = 8;

function toCommit({
  id,
  url,
}: Pick<RepositoryCommit, 'id' | 'url'>): DocsCommit {
  return { id, shortId: id.slice(0, SHORT_ID_LENGTH), url };
}

function toPage(
  { sourceHash: _, ...page }: PageFacts,
  commit: RepositoryCommit | undefined,
): DocsPageFacts {
  return commit
    ? {
        ...page,
        lastUpdated: commit.date,
        commit: {
          ...toCommit(commit),
          author: commit.author,
          message: commit.message,
        },
      }
    : page;
}

/** Puts together what the reader is told about a site. */
export function toDocsFacts(
  built: Pick<RenderSiteResult, 'commit' | 'facts' | 'warnings'>,
  commits: ReadonlyMap<string, RepositoryCommit>,
): DocsFacts {
  return {
    version: 1,
    builtAt: new Date().toISOString(),
    commit: built.commit && toCommit(built.commit),
    warnings: built.warnings,
    pages: built.facts.map(page => toPage(page, commits.get(page.sourcePath))),
  };
}
