import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { textStyles } from '@atrium/ui';
import { t } from '../../translation';

/** Props of {@link EntityLinks}. */
export interface EntityLinksProps {
  entityRefs: readonly string[];
  /** What is said where there is none. Default: none. */
  none?: string;
}

/** Links to entities, side by side. */
export function EntityLinks({
  entityRefs,
  none = t('entityLinks.none'),
}: EntityLinksProps) {
  return entityRefs.length === 0 ? (
    <span className={textStyles.muted}>{none}</span>
  ) : (
    <>
      {entityRefs.map((entityRef, index) => (
        <span key={entityRef}>
          {index > 0 && ', '}
          <EntityRefLink entityRef={entityRef} hideIcon />
        </span>
      ))}
    </>
  );
}
