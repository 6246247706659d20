import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  CsvButton,
  DataTable,
  EmptyState,
  formatNumber,
  ListBar,
  QueryState,
  readAllPages,
  textStyles,
  useDebounced,
  useTableSort,
} from '@atrium/ui';
import type {
  WorkloadPage,
  WorkloadSummary,
} from '@atrium/plugin-workloads-common';
import { workloadsApiRef } from '../../api/WorkloadsApi';
import {
  toWorkloadQuery,
  useWorkloadFilters,
} from '../../hooks/useWorkloadFilters';
import { useWorkloadRows } from '../../hooks/useWorkloadRows';
import { t } from '../../translation';
import { Freshness } from '../shared/Freshness';
import { FilterBar } from './FilterBar';
import { workloadCells } from './workloadCells';
import { WORKLOAD_COLUMNS } from './workloadColumns';
import styles from './WorkloadsPage.module.css';

const STEP = 50;

/** The workloads of all clusters, worst first. */
export function WorkloadList({ summary }: { summary: WorkloadSummary }) {
  const [filters, set] = useWorkloadFilters();
  const api = useApi(workloadsApiRef);
  const name = useDebounced(filters.name);
  const workloadQuery = toWorkloadQuery({ ...filters, name });
  const query = useWorkloadRows(workloadQuery);
  const isFiltered = Object.values(filters).some(Boolean);
  return (
    <>
      <FilterBar summary={summary} filters={filters} onChange={set} />
      <QueryState
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            title={
              isFiltered
                ? t('workloadList.noWorkloadFitsTheFilters')
                : t('workloadList.nothingRunsYet')
            }
            description={
              isFiltered
                ? t('workloadList.removeOneToSeeMore')
                : t('workloadList.whatIsDeployedToA')
            }
            action={
              isFiltered && (
                <Button
                  variant="secondary"
                  onPress={() =>
                    set({
                      owner: undefined,
                      cluster: undefined,
                      namespace: undefined,
                      problem: undefined,
                      name: undefined,
                    })
                  }
                >
                  {t('workloadList.showAllWorkloads')}
                </Button>
              )
            }
          />
        }
      >
        {page => (
          <>
            <ListBar summary={describeCount(page)}>
              <Freshness clusters={page.clusters} error={query.error} />
              <CsvButton
                name="workloads"
                readRows={async () => {
                  const { items } = await readAllPages(next =>
                    api.getWorkloads({ ...workloadQuery, ...next }),
                  );
                  return workloadCells(items);
                }}
              />
            </ListBar>
            <Rows page={page} />
          </>
        )}
      </QueryState>
    </>
  );
}

function Rows({ page }: { page: WorkloadPage }) {
  const { sort, setSort } = useTableSort();
  const [limit, setLimit] = useState(STEP);
  return (
    <>
      <DataTable
        label={t('workloadList.workloads')}
        columns={WORKLOAD_COLUMNS}
        items={page.items}
        keyOf={({ id }) => id}
        sort={sort}
        onSort={setSort}
        limit={limit}
      />
      {page.items.length > limit && (
        <div className={styles.actions}>
          <Button
            variant="secondary"
            size="small"
            onPress={() => setLimit(limit + STEP)}
          >
            {t('workloadList.showMore')}
          </Button>
          <span className={textStyles.muted}>
            {t('workloadList.ofShown', {
              limit: formatNumber(limit),
              itemsCount: formatNumber(page.items.length),
            })}
          </span>
        </div>
      )}
    </>
  );
}

function describeCount({ items, totalItems }: WorkloadPage): string {
  const words = t('workloadList.workloads2', { count: totalItems });
  return items.length < totalItems
    ? t('workloadList.theWorstAreListedThe', {
        words,
        itemsCount: formatNumber(items.length),
      })
    : words;
}
