import { Link } from 'react-router-dom';
import type { FirstPage } from '@atrium/plugin-techdocs-common';
import { useFirstPages } from '../api/docsReaderHooks';
import { FirstPageRefusal } from '../start/FirstPageRefusal';
import { HowToDocument } from '../start/HowToDocument';
import { editHref } from '../docsAddresses';
import { t } from '../translation';
import { Panel } from './Panel';
import { useUndocumented } from './useUndocumented';
import styles from './UndocumentedPanel.module.css';

/** What the person's teams could document next; nothing where all is. */
export function UndocumentedPanel() {
  const { data } = useUndocumented();
  const pages = useFirstPages(
    data?.entities.map(({ entityRef }) => entityRef) ?? [],
  );
  if (!data || data.totalItems === 0) {
    return null;
  }
  const { entities, totalItems } = data;
  return (
    <Panel
      title={t('undocumentedPanel.withoutDocumentation')}
      count={`${totalItems}`}
    >
      <ul className={styles.list}>
        {entities.map(({ entityRef, title }) => (
          <li key={entityRef} className={styles.item}>
            <span className={styles.title}>{title}</span>
            {!pages.isLoading && (
              <FirstPageOffer
                entityRef={entityRef}
                title={title}
                page={pages.data?.find(page => page.entityRef === entityRef)}
              />
            )}
          </li>
        ))}
      </ul>
      <details className={styles.how}>
        <summary>{t('undocumentedPanel.howDocumentationIsAdded')}</summary>
        <p>
          <HowToDocument />
        </p>
      </details>
    </Panel>
  );
}

interface FirstPageOfferProps {
  entityRef: string;
  title: string;
  /** Undefined where the host did not tell: then handing it over does. */
  page: FirstPage | undefined;
}

/** Offered where the repository would take it. */
function FirstPageOffer({ entityRef, title, page }: FirstPageOfferProps) {
  return page?.isTaken === false ? (
    <FirstPageRefusal page={page} />
  ) : (
    <Link
      to={editHref(entityRef)}
      aria-label={t('undocumentedPanel.writeTheFirstPageOf', { title })}
    >
      {t('undocumentedPanel.writeTheFirstPage')}
    </Link>
  );
}
