import { Link } from 'react-router-dom';
import { HowToDocument } from '../start/HowToDocument';
import { editHref } from '../docsAddresses';
import { t } from '../translation';
import { Panel } from './Panel';
import { useUndocumented } from './useUndocumented';
import styles from './UndocumentedPanel.module.css';

/** What the person's teams could document next; nothing where all is. */
export function UndocumentedPanel() {
  const { data } = useUndocumented();
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
            <Link
              to={editHref(entityRef)}
              aria-label={t('undocumentedPanel.writeTheFirstPageOf', { title })}
            >
              {t('undocumentedPanel.writeTheFirstPage')}
            </Link>
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
