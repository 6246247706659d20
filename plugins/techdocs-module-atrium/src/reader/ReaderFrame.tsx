import {
  Fragment,
  type ReactNode,
  useState,
  useSyncExternalStore,
} from 'react';
import { BackLink, statusOf } from '@atrium/ui';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { docsHomeRouteRef } from '../docsRoutes';
import { t } from '../translation';
import { BuildFailure } from './failures/BuildFailure';
import { PageFailure } from './failures/PageFailure';
import { SiteHeading } from './failures/SiteHeading';
import { readerFailuresApiRef } from './failures/ReaderFailures';
import { type ReaderVariant, ReaderVariantProvider } from './readerVariant';
import styles from './ReaderFrame.module.css';

export interface ReaderFrameProps {
  variant: ReaderVariant;
  children: ReactNode;
}

/** Brings the parts of the stock reader around the page into the app's look. */
export function ReaderFrame({ variant, children }: ReaderFrameProps) {
  const docsHref = useRouteRef(docsHomeRouteRef)?.() ?? '/docs';
  const content = <WatchedReader variant={variant}>{children}</WatchedReader>;
  return (
    <ReaderVariantProvider value={variant}>
      {variant === 'page' ? (
        <main className={styles.page}>
          <div className={styles.way}>
            <BackLink href={docsHref}>{t('readerFrame.allDocs')}</BackLink>
          </div>
          {content}
        </main>
      ) : (
        <div className={styles.tab}>{content}</div>
      )}
    </ReaderVariantProvider>
  );
}

/** The stock reader, or why it has nothing to show. */
function WatchedReader({ variant, children }: ReaderFrameProps) {
  const failures = useApi(readerFailuresApiRef);
  const { page, build, buildLog } = useSyncExternalStore(
    failures.subscribe,
    failures.getState,
  );
  const [attempt, setAttempt] = useState(0);
  const retry = () => setAttempt(attempt + 1);
  // Such a page the stock reader says itself that there is none.
  const isMissing = page !== undefined && statusOf(page) === 404;
  const hasFailed = page !== undefined && !isMissing;
  const isUnpublished = isMissing && build !== undefined;
  return (
    <>
      {isUnpublished && variant === 'page' && <SiteHeading />}
      {build && !hasFailed && (
        <BuildFailure
          error={build}
          log={buildLog}
          isShown={page === undefined}
          onRetry={retry}
        />
      )}
      {hasFailed && <PageFailure error={page} onRetry={retry} />}
      <div
        className={
          isMissing ? `${styles.reader} ${styles.missing}` : styles.reader
        }
        hidden={hasFailed || isUnpublished}
      >
        <Fragment key={attempt}>{children}</Fragment>
      </div>
    </>
  );
}
