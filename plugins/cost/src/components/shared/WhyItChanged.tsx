import { Skeleton } from '@backstage/ui';
import { EmptyState, Section, textStyles } from '@atrium/ui';
import type { CostMetric } from '@atrium/plugin-cost-common';
import { daysWords } from '../../days/costDays';
import { useMovers } from '../../hooks/useCost';
import { CostQuery } from './CostQuery';
import { MoverList } from './MoverList';

/** Props of {@link WhyItChanged}. */
export interface WhyItChangedProps {
  entityRef: string | undefined;
  metric: CostMetric;
}

/** Why a month costs more or less than the one before, same days. */
export function WhyItChanged({ entityRef, metric }: WhyItChangedProps) {
  const movers = useMovers({ entityRef, metric });
  return (
    <Section title="Why it changed">
      <CostQuery
        query={movers}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            title="Nothing changed"
            description="No service or resource costs more or less than in the same days of the month before."
          />
        }
        loading={<Skeleton width="100%" height={160} />}
      >
        {data => (
          <>
            <p className={textStyles.muted}>
              {daysWords(data.period)} against {daysWords(data.comparison)}
            </p>
            <MoverList movers={data} entityRef={entityRef} />
          </>
        )}
      </CostQuery>
    </Section>
  );
}
