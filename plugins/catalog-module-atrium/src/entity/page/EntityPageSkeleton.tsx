import { parseEntityRef } from '@backstage/catalog-model';
import { Container, Skeleton } from '@backstage/ui';
import { LoadingState, useAppearDelay } from '@atrium/ui';
import headerStyles from './EntityHeader.module.css';
import pageStyles from './EntityPage.module.css';
import styles from './EntityPageSkeleton.module.css';

/** Props of {@link EntityPageSkeleton}. */
export interface EntityPageSkeletonProps {
  entityRef: string;
}

/** The page of an entity of which no more is known than the address says. */
export function EntityPageSkeleton({ entityRef }: EntityPageSkeletonProps) {
  return (
    <div className={styles.page} style={useAppearDelay(250)}>
      <Container className={pageStyles.frame}>
        <header className={headerStyles.header}>
          <div className={headerStyles.names}>
            <div className={styles.line}>
              <Skeleton width={72} height={12} />
            </div>
            <h1 className={headerStyles.title}>
              {parseEntityRef(entityRef).name}
            </h1>
            <div className={styles.line}>
              <Skeleton width="min(100%, 420px)" height={12} />
            </div>
          </div>
          <div className={styles.line}>
            <Skeleton width="min(100%, 560px)" height={12} />
          </div>
        </header>
        <div className={styles.tabs}>
          <Skeleton width="min(100%, 640px)" height={12} />
        </div>
      </Container>
      <Container className={pageStyles.content}>
        <LoadingState height={480} />
      </Container>
    </div>
  );
}
