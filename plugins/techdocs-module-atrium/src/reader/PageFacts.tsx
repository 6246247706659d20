import { createPortal } from 'react-dom';
import { Link, useParams } from 'react-router-dom';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTechDocsReaderPage } from '@backstage/plugin-techdocs-react';
import { RelativeTime } from '@atrium/ui';
import { type DocsPageFacts, findPage } from '@atrium/plugin-techdocs-common';
import { editHref } from '../docsAddresses';
import { t } from '../translation';
import { useDocsFacts } from './useDocsFacts';
import { type Placement, useMountPoint } from './useMountPoint';

const belowTitle: Placement = (article, element) => {
  const title = article.querySelector('h1');
  if (title) {
    title.after(element);
  } else {
    article.prepend(element);
  }
};

const atEnd: Placement = (article, element) => article.append(element);

/** How fresh and how long a page is, the change behind it, and how to edit it. */
export function PageFacts() {
  const { '*': path = '' } = useParams();
  const { entityRef } = useTechDocsReaderPage();
  const facts = useDocsFacts();
  const page = facts && findPage(facts, path);
  const header = useMountPoint(belowTitle);
  const footer = useMountPoint(atEnd);
  if (!page || !header || !footer) {
    return null;
  }
  return (
    <>
      {createPortal(<PageHeader page={page} />, header)}
      {createPortal(
        <PageFooter page={page} siteRef={stringifyEntityRef(entityRef)} />,
        footer,
      )}
    </>
  );
}

function PageHeader({ page }: { page: DocsPageFacts }) {
  return (
    <p className="atrium-page-header">
      {page.minutes > 0 && (
        <span>{t('pageFacts.minRead', { minutes: page.minutes })}</span>
      )}
      {page.lastUpdated && (
        <span>
          {t('pageFacts.updated', {
            time: <RelativeTime instant={page.lastUpdated} />,
          })}
        </span>
      )}
    </p>
  );
}

interface PageFooterProps {
  page: DocsPageFacts;
  /** The entity that the site belongs to. */
  siteRef: string;
}

function PageFooter({ page, siteRef }: PageFooterProps) {
  const { lastUpdated, commit, editUrl, sourcePath } = page;
  if (!lastUpdated && !editUrl) {
    return null;
  }
  return (
    <footer className="atrium-page-footer">
      {lastUpdated && (
        <p>
          {lastUpdatedWords(lastUpdated, commit)}
          {commit?.message && (
            <span className="atrium-page-footer__message">
              {commit.message}
            </span>
          )}
        </p>
      )}
      {editUrl && sourcePath && (
        <span className="atrium-page-footer__edit">
          <Link to={editHref(siteRef, sourcePath)}>
            {t('pageFacts.editThisPage')}
          </Link>
          <a href={editUrl} target="_blank" rel="noopener noreferrer">
            {t('pageFacts.openOn', { host: new URL(editUrl).host })}
          </a>
        </span>
      )}
    </footer>
  );
}

function lastUpdatedWords(
  lastUpdated: string,
  commit: DocsPageFacts['commit'],
): JSX.Element {
  const time = <RelativeTime instant={lastUpdated} />;
  if (!commit) {
    return t('pageFacts.lastUpdated', { time });
  }
  const id = <CommitId commit={commit} />;
  return commit.author
    ? t('pageFacts.lastUpdatedByIn', {
        time,
        author: commit.author,
        commit: id,
      })
    : t('pageFacts.lastUpdatedIn', { time, commit: id });
}

interface CommitIdProps {
  commit: NonNullable<DocsPageFacts['commit']>;
}

function CommitId({ commit }: CommitIdProps) {
  const id = <code>{commit.shortId ?? commit.id.slice(0, 8)}</code>;
  return commit.url ? (
    <a href={commit.url} target="_blank" rel="noopener noreferrer">
      {id}
    </a>
  ) : (
    id
  );
}
