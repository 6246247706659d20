import type { ReactNode } from 'react';
import { ANNOTATION_ORIGIN_LOCATION } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { Alert } from '@backstage/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { t } from '../../translation';
import styles from './OverviewFrame.module.css';
import { LoadingPlaceContext, LoadingState } from '@atrium/ui';

/** Props of {@link OverviewFrame}. */
export interface OverviewFrameProps extends EntityContentLayoutProps {
  /** Across the whole page, above all else. */
  top?: ReactNode;
  /**
   * What is above, and most of the rest, says. While it is asked for nothing else is
   * shown: an incident would push it down before the eyes of whoever reads it.
   */
  summary?: Pick<UseQueryResult, 'data' | 'isError' | 'isLoading'>;
  /** Beside the rest; below it on a phone. */
  aside?: ReactNode;
  children: ReactNode;
}

/** Where the parts of an overview stand, and the cards that plugins add. */
export function OverviewFrame(props: OverviewFrameProps) {
  const { top, summary, aside, cards, children } = props;
  const { entity } = useEntity();
  const { annotations = {} } = entity.metadata;
  const isWaiting = summary?.isLoading;
  // Then it says so in the place of what it would have said most of.
  const isMissing = summary?.isError && summary.data === undefined;
  return (
    <div className={styles.page}>
      {annotations['backstage.io/orphan'] === 'true' && (
        <Alert
          status="warning"
          title={t('overviewFrame.nothingNamesThisEntityAny')}
          description={t('overviewFrame.cameFrom', {
            source:
              annotations[ANNOTATION_ORIGIN_LOCATION] ??
              t('overviewFrame.aFile'),
          })}
        />
      )}
      {!isMissing && top}
      {isWaiting && <LoadingState height={480} />}
      <div className={styles.columns} hidden={isWaiting}>
        <div className={styles.main}>
          {isMissing && top}
          {children}
          <Cards cards={cards.filter(({ type }) => type !== 'info')} />
        </div>
        <div className={styles.aside}>
          {aside}
          <Cards cards={cards.filter(({ type }) => type === 'info')} />
        </div>
      </div>
    </div>
  );
}

function Cards({ cards }: EntityContentLayoutProps) {
  return (
    <LoadingPlaceContext.Provider value="page">
      {cards.map(({ element }, index) => (
        <div key={element.key ?? index} className={styles.card}>
          {element}
        </div>
      ))}
    </LoadingPlaceContext.Provider>
  );
}
