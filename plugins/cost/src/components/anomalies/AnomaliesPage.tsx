import { Button } from '@backstage/ui';
import { RiMoneyEuroCircleLine } from '@remixicon/react';
import { z } from 'zod';
import { anomalyStateSchema } from '@atrium/plugin-cost-common';
import {
  EmptyState,
  FilterRow,
  FilterSelect,
  ListBar,
  QueryState,
  useAddressState,
  ViewSkeleton,
} from '@atrium/ui';
import { useAnomalyPages } from '../../hooks/useAnomalies';
import { useScopeOptions } from '../../hooks/useScopeOptions';
import { t } from '../../translation';
import { ANOMALY_WORDS } from '../../words/stateWords';
import { ShowMore } from '../shared/ShowMore';
import { AnomalyTable } from './AnomalyTable';

const filtersSchema = z.object({
  state: anomalyStateSchema.optional(),
  of: z.string().optional(),
});

/** Days on which something cost more than its weekdays usually do, newest first. */
export function AnomaliesPage() {
  const [{ state, of }, set] = useAddressState(filtersSchema);
  const anomalies = useAnomalyPages({ state, entityRef: of });
  return (
    <>
      <FilterRow>
        <FilterSelect
          label={t('anomaliesPage.state')}
          anyLabel={t('anomaliesPage.anyState')}
          options={anomalyStateSchema.options.map(value => ({
            value,
            label: ANOMALY_WORDS[value].text,
          }))}
          value={state}
          onChange={next => set({ state: next })}
        />
        <FilterSelect
          label={t('anomaliesPage.of')}
          anyLabel={t('anomaliesPage.ofEverybody')}
          options={useScopeOptions()}
          value={of}
          onChange={next => set({ of: next })}
        />
      </FilterRow>
      <QueryState
        query={anomalies}
        isEmpty={({ items }) => items.length === 0}
        empty={
          state || of ? (
            <EmptyState
              title={t('anomaliesPage.noneFitsTheFilters')}
              action={
                <Button
                  variant="secondary"
                  onPress={() => set({ state: undefined, of: undefined })}
                >
                  {t('anomaliesPage.showAll')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              icon={<RiMoneyEuroCircleLine />}
              title={t('anomaliesPage.nothingUnusual')}
              description={t('anomaliesPage.eachDayIsComparedWith')}
            />
          )
        }
        loading={<ViewSkeleton height={400} />}
      >
        {({ items, totalItems }) => (
          <>
            <ListBar
              summary={t('anomaliesPage.timesOfUnusualCost', {
                count: totalItems,
              })}
            />
            <AnomalyTable anomalies={items} />
            <ShowMore query={anomalies} />
          </>
        )}
      </QueryState>
    </>
  );
}
