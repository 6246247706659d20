import { QueryState, Section } from '@atrium/ui';
import { useAnomalyPages } from '../../hooks/useAnomalies';
import { t } from '../../translation';
import { AnomalyTable } from '../anomalies/AnomalyTable';
import { ShowMore } from '../shared/ShowMore';

/** Props of {@link EntityAnomalies}. */
export interface EntityAnomaliesProps {
  entityRef: string;
}

/** Days on which an entity costs more than is usual, that nobody explained. */
export function EntityAnomalies({ entityRef }: EntityAnomaliesProps) {
  const anomalies = useAnomalyPages({ entityRef, state: 'open' });
  return (
    <Section title={t('entityAnomalies.unusualCost')}>
      <QueryState query={anomalies}>
        {({ items }) => (
          <>
            <AnomalyTable anomalies={items} entityRef={entityRef} />
            <ShowMore query={anomalies} />
          </>
        )}
      </QueryState>
    </Section>
  );
}
