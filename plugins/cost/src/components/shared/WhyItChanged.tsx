import {
  EmptyState,
  QueryState,
  Section,
  textStyles,
  ViewSkeleton,
} from '@atrium/ui';
import type { CostMetric } from '@atrium/plugin-cost-common';
import { daysWords } from '../../days/costDays';
import { useMovers } from '../../hooks/useCost';
import { t } from '../../translation';
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
    <Section title={t('whyItChanged.whyItChanged')}>
      <QueryState
        query={movers}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            title={t('whyItChanged.nothingChanged')}
            description={t('whyItChanged.noServiceOrResourceCosts')}
          />
        }
        loading={<ViewSkeleton height={160} />}
      >
        {data => (
          <>
            <p className={textStyles.muted}>
              {t('whyItChanged.against', {
                period: daysWords(data.period),
                comparison: daysWords(data.comparison),
              })}
            </p>
            <MoverList movers={data} entityRef={entityRef} />
          </>
        )}
      </QueryState>
    </Section>
  );
}
