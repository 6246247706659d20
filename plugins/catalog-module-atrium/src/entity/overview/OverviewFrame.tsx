import type { ReactNode } from 'react';
import { ANNOTATION_ORIGIN_LOCATION } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { Alert } from '@backstage/ui';
import { t } from '../../translation';
import styles from './OverviewFrame.module.css';
import { LoadingPlaceContext, LoadingState } from '@atrium/ui';

/** Props of {@link OverviewFrame}. */
export interface OverviewFrameProps extends EntityContentLayoutProps {
  /** Across the whole page, above all else. */
  top?: ReactNode;
  /**
   * Whether what is above is still asked for. The rest is shown with it: an
   * incident would push it down before the eyes of whoever reads it.
   */
  isWaiting?: boolean;
  /** Beside the rest; below it on a phone. */
  aside?: ReactNode;
  children: ReactNode;
}

/** Where the parts of an overview stand, and the cards that plugins add. */
export function OverviewFrame(props: OverviewFrameProps) {
  const { top, isWaiting, aside, cards, children } = props;
  const { entity } = useEntity();
  const { annotations = {} } = entity.metadata;
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
      {top}
      {isWaiting && <LoadingState height={480} />}
      <div className={styles.columns} hidden={isWaiting}>
        <div className={styles.main}>
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
