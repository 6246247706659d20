import type { ReactNode } from 'react';
import { BackLink } from '@atrium/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { docsHomeRouteRef } from '../docsRoutes';
import { t } from '../translation';
import { BuildFailure } from './BuildFailure';
import { type ReaderVariant, ReaderVariantProvider } from './readerVariant';
import styles from './ReaderFrame.module.css';

export interface ReaderFrameProps {
  variant: ReaderVariant;
  children: ReactNode;
}

/** Brings the parts of the stock reader around the page into the app's look. */
export function ReaderFrame({ variant, children }: ReaderFrameProps) {
  const docsHref = useRouteRef(docsHomeRouteRef)?.() ?? '/docs';
  return (
    <ReaderVariantProvider value={variant}>
      {variant === 'page' ? (
        <main className={styles.page}>
          <div className={styles.way}>
            <BackLink href={docsHref}>{t('readerFrame.allDocs')}</BackLink>
          </div>
          <BuildFailure />
          {children}
        </main>
      ) : (
        <div className={styles.tab}>
          <BuildFailure />
          {children}
        </div>
      )}
    </ReaderVariantProvider>
  );
}
