import type { CostMetric, CostSummary } from '@atrium/plugin-cost-common';
import { EmptyState, QueryState, Section, ViewSkeleton } from '@atrium/ui';
import { daysWords } from '../../days/costDays';
import { useCostResources } from '../../hooks/useCost';
import { t } from '../../translation';
import { ChargesLink } from '../shared/ChargesLink';
import { ResourceTable } from '../shared/ResourceTable';
import { ShowMore } from '../shared/ShowMore';

/** Props of {@link EntityResources}. */
export interface EntityResourcesProps {
  entityRef: string;
  metric: CostMetric;
  summary: CostSummary;
}

/** The resources at the providers that an entity pays for, largest first. */
export function EntityResources(props: EntityResourcesProps) {
  const { entityRef, metric, summary } = props;
  const { period, currency } = summary;
  const resources = useCostResources({ entityRef, metric, ...period });
  return (
    <Section
      title={t('entityResources.resourcesBehindIt')}
      tools={<ChargesLink scope={{ entityRef, ...period }} />}
    >
      <QueryState
        query={resources}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            title={t('entityResources.noChargeOfThisMonth')}
            description={t('entityResources.onceItsBillIsImported')}
          />
        }
        loading={<ViewSkeleton height={240} />}
      >
        {({ items, totalItems }) => (
          <>
            <ResourceTable
              label={t('entityResources.resources', {
                count: totalItems,
                period: daysWords(period),
              })}
              resources={items}
              currency={currency}
              scope={{ entityRef, ...period }}
            />
            <ShowMore query={resources} />
          </>
        )}
      </QueryState>
    </Section>
  );
}
