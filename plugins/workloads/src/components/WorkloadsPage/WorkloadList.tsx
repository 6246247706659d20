import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import {
  countWords,
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
              isFiltered ? 'No workload fits the filters' : 'Nothing runs yet'
            }
            description={
              isFiltered
                ? 'Remove one to see more.'
                : 'What is deployed to a configured cluster shows here.'
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
                  Show all workloads
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
        label="Workloads"
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
            Show more
          </Button>
          <span className={textStyles.muted}>
            {formatNumber(limit)} of {formatNumber(page.items.length)} shown
          </span>
        </div>
      )}
    </>
  );
}

function describeCount({ items, totalItems }: WorkloadPage): string {
  const words = countWords(totalItems, 'workload');
  return items.length < totalItems
    ? `${words}; the worst ${formatNumber(
        items.length,
      )} are listed, the export has all`
    : words;
}
