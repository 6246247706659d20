import { QueryState, Section } from '@atrium/ui';
import { useAnomalies } from '../../hooks/useAnomalies';
import { t } from '../../translation';
import { AnomalyTable } from '../anomalies/AnomalyTable';

/** Props of {@link EntityAnomalies}. */
export interface EntityAnomaliesProps {
  entityRef: string;
}

/** Days on which an entity costs more than is usual, that nobody explained. */
export function EntityAnomalies({ entityRef }: EntityAnomaliesProps) {
  return (
    <Section title={t('entityAnomalies.unusualCost')}>
      <QueryState query={useAnomalies(entityRef)}>
        {({ items }) => (
          <AnomalyTable
            anomalies={items.filter(({ state }) => state === 'open')}
            entityRef={entityRef}
          />
        )}
      </QueryState>
    </Section>
  );
}
