import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { CostMetric, CostSummary } from '@atrium/plugin-cost-common';
import { EmptyState, QueryState, Section, ViewSkeleton } from '@atrium/ui';
import { monthsBefore } from '../../days/costDays';
import { useBreakdown } from '../../hooks/useCost';
import { costRouteRef } from '../../routes';
import { t } from '../../translation';
import { BreakdownTable } from '../shared/BreakdownTable';

/** Props of {@link EntityParts}. */
export interface EntityPartsProps {
  entityRef: string;
  metric: CostMetric;
  summary: CostSummary;
}

/** What a system, a domain or a group consists of, most expensive first. */
export function EntityParts(props: EntityPartsProps) {
  const { entityRef, metric, summary } = props;
  const { period } = summary;
  const page = useRouteRef(costRouteRef)?.();
  const before = monthsBefore(period, 1);
  const breakdown = useBreakdown({
    entityRef,
    metric,
    ...period,
    compareFrom: before.from,
    compareTo: before.to,
    groupBy: 'entity',
  });
  return (
    <Section
      title={t('entityParts.parts')}
      tools={
        page && (
          <Link
            href={`${page}?${new URLSearchParams({
              scope: entityRef,
              by: 'entity',
            })}`}
          >
            {t('entityParts.breakItDown')}
          </Link>
        )
      }
    >
      <QueryState
        query={breakdown}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            title={t('entityParts.nothingOfItHasA')}
            description={t('entityParts.onceABillNamesThem')}
          />
        }
        loading={<ViewSkeleton height={240} />}
      >
        {data => <BreakdownTable breakdown={data} />}
      </QueryState>
    </Section>
  );
}
