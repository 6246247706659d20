import {
  Fragment,
  type ReactNode,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { BackLink, LoadingPlaceContext, statusOf } from '@atrium/ui';
import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { docsHomeRouteRef } from '../docsRoutes';
import { t } from '../translation';
import { BuildFailure } from './failures/BuildFailure';
import { PageFailure } from './failures/PageFailure';
import { readerFailuresApiRef } from './failures/ReaderFailures';
import { useStockFailure } from './failures/useStockFailure';
import {
  SiteHeaderPlaceProvider,
  useIsPageShown,
} from './header/siteHeaderPlace';
import { SiteHeading } from './header/SiteHeading';
import { PageSkeleton } from './PageSkeleton';
import {
  type ReaderVariant,
  ReaderVariantProvider,
  useReaderVariant,
} from './readerVariant';
import styles from './ReaderFrame.module.css';

export interface ReaderFrameProps {
  variant: ReaderVariant;
  children: ReactNode;
}

/** Brings the parts of the stock reader around the page into the app's look. */
export function ReaderFrame({ variant, children }: ReaderFrameProps) {
  const content = <WatchedReader>{children}</WatchedReader>;
  return (
    <ReaderVariantProvider value={variant}>
      {variant === 'page' ? (
        <PageFrame>{content}</PageFrame>
      ) : (
        <div className={styles.tab}>{content}</div>
      )}
    </ReaderVariantProvider>
  );
}

/** The header of a site above its pages. */
function PageFrame({ children }: { children: ReactNode }) {
  const docsHref = useRouteRef(docsHomeRouteRef)?.() ?? '/docs';
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [isFilled, setFilled] = useState(false);
  const [isPageShown, setPageShown] = useState(false);
  const place = useMemo(
    () => ({
      element: element ?? undefined,
      setFilled,
      isPageShown,
      setPageShown,
    }),
    [element, isPageShown],
  );
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <div className={styles.way}>
          <BackLink href={docsHref}>{t('readerFrame.allDocs')}</BackLink>
        </div>
        <div ref={setElement} />
        {!isFilled && <SiteHeading />}
      </header>
      <SiteHeaderPlaceProvider value={place}>
        {/* What waits stands below, also while the code of the reader is read. */}
        <LoadingPlaceContext.Provider value="page">
          {children}
        </LoadingPlaceContext.Provider>
      </SiteHeaderPlaceProvider>
    </main>
  );
}

/** The stock reader, or why it has nothing to show. */
function WatchedReader({ children }: Pick<ReaderFrameProps, 'children'>) {
  const failures = useApi(readerFailuresApiRef);
  const isTab = useReaderVariant() === 'tab';
  const isPageShown = useIsPageShown();
  const {
    page,
    build: buildError,
    buildLog,
  } = useSyncExternalStore(failures.subscribe, failures.getState);
  // Nothing is built of an entity that is not there.
  const build =
    buildError && statusOf(buildError) === 404 ? undefined : buildError;
  const [attempt, setAttempt] = useState(0);
  const retry = () => setAttempt(attempt + 1);
  // Such a page the stock reader says itself that there is none.
  const isMissing = page !== undefined && statusOf(page) === 404;
  const reader = useRef<HTMLDivElement>(null);
  const isStockFailure = useStockFailure(reader) && page === undefined;
  const hasFailed = isStockFailure || (page !== undefined && !isMissing);
  const isUnpublished = isMissing && build !== undefined;
  return (
    <>
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
        ref={reader}
        className={
          isMissing ? `${styles.reader} ${styles.missing}` : styles.reader
        }
        hidden={hasFailed || isUnpublished}
      >
        <Fragment key={attempt}>{children}</Fragment>
      </div>
      {!isTab && !isPageShown && !page && !isStockFailure && (
        <div className={styles.waiting}>
          <PageSkeleton />
        </div>
      )}
    </>
  );
}
