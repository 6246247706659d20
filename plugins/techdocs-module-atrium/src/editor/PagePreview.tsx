import { useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { parseEntityRef } from '@backstage/catalog-model';
import { techdocsStorageApiRef } from '@backstage/plugin-techdocs-react';
import type { CreatePreview } from '@atrium/plugin-techdocs-common';
import {
  errorMessage,
  ScrollRegion,
  textStyles,
  useDebounced,
} from '@atrium/ui';
import { usePagePreview } from '../api/docsReaderHooks';
import { Diagrams } from '../reader/mermaid/Diagrams';
import { focusWideTables } from '../reader/scrolling/focusWideTables';
import { useThemeMode } from '../reader/useThemeMode';
import { t } from '../translation';
import { fillPreview } from './fillPreview';
import styles from './editor.module.css';

interface PagePreviewProps {
  subject: Pick<CreatePreview, 'entityRef' | 'page'>;
  /** Of the page inside its site. */
  path: string;
  content: string;
}

/** Whoever writes pauses as long as this, and not in the middle of a word. */
const PAUSE_MS = 400;

/** How a page will look. */
export function PagePreview({ subject, path, content }: PagePreviewProps) {
  const rested = useDebounced(content, PAUSE_MS);
  const { data, error } = usePagePreview({ ...subject, content: rested });
  const siteUrl = useSiteUrl(subject.entityRef);
  const mode = useThemeMode();
  const page = useRef<HTMLDivElement>(null);
  const [article, setArticle] = useState<HTMLElement>();
  useEffect(() => {
    if (page.current && data && siteUrl) {
      setArticle(
        fillPreview(page.current, {
          preview: data,
          mode,
          folderUrl: new URL(folderOf(path, subject.page), siteUrl).toString(),
        }),
      );
    }
  }, [data, mode, path, siteUrl, subject.page]);
  useEffect(() => article && focusWideTables(article), [article]);
  return (
    <section className={styles.preview} aria-label={t('pagePreview.preview')}>
      <h3 className={styles.previewTitle}>{t('pagePreview.preview')}</h3>
      {!data && !error && (
        <p role="status" className={textStyles.muted}>
          {t('pagePreview.thePreviewIsBeingRendered')}
        </p>
      )}
      {error && (
        <p role="alert" className={textStyles.bad}>
          {t('pagePreview.thePreviewIsNotUp', { error: errorMessage(error) })}
        </p>
      )}
      <ScrollRegion
        ref={page}
        className={styles.previewPage}
        label={t('pagePreview.howThePageWillLook')}
      >
        {null}
      </ScrollRegion>
      {article && <Diagrams article={article} />}
    </section>
  );
}

/** Where the files of a site are, images among them. */
function useSiteUrl(entityRef: string): string | undefined {
  const storageApi = useApi(techdocsStorageApiRef);
  const { data } = useQuery({
    queryKey: ['techdocs', 'site-url', entityRef],
    queryFn: async () => {
      const { namespace, kind, name } = parseEntityRef(entityRef);
      const path = `${await storageApi.getStorageUrl()}/${namespace}/${kind}/${name}/`;
      return new URL(path, window.location.href).toString();
    },
    staleTime: Infinity,
  });
  return data;
}

/** The folder of the file inside the site: images are named from there. */
function folderOf(path: string, file: string): string {
  const isIndex = /(?:^|\/)(?:index|readme)\.md$/i.test(file);
  return isIndex ? path : path.replace(/[^/]+\/$/, '');
}
