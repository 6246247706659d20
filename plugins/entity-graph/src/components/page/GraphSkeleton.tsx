import { ListBar, Section, ViewSkeleton } from '@atrium/ui';
import { Skeleton } from '@backstage/ui';
import { t } from '../../translation';
import { MapLegend } from '../map/MapLegend';
import { MapSkeleton } from '../map/MapSkeleton';
import mapStyles from '../map/map.module.css';

/** Props of {@link GraphSkeleton}. */
export interface GraphSkeletonProps {
  isMap: boolean;
  /** Whether it is of what is around an entity, which has two sides. */
  hasFocus: boolean;
}

/** The graph while it is read, as the map or the tables that it will be. */
export function GraphSkeleton({ hasFocus, isMap }: GraphSkeletonProps) {
  return (
    <>
      <ListBar summary={<Skeleton width={180} height={12} />} />
      {isMap && (
        <figure className={mapStyles.figure}>
          <MapSkeleton />
          <MapLegend />
        </figure>
      )}
      {!isMap && !hasFocus && <ViewSkeleton height={560} />}
      {!isMap &&
        hasFocus &&
        [t('hopTable.dependsOn'), t('hopTable.usedBy')].map(title => (
          <Section key={title} title={title}>
            <ViewSkeleton height={224} />
          </Section>
        ))}
    </>
  );
}
