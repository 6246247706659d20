import { useState } from 'react';
import type { Page } from '@atrium/common';
import type { Problem } from '@atrium/plugin-catalog-health-common';
import {
  CsvButton,
  DataTable,
  EmptyState,
  formatNumber,
  ListBar,
  PageBody,
  QueryState,
  type TableSort,
} from '@atrium/ui';
import { Button } from '@backstage/ui';
import { filterProblems, useProblemFilters } from '../hooks/useProblemFilters';
import { useProblems } from '../hooks/useProblems';
import { FilterBar } from './FilterBar';
import { PROBLEM_COLUMNS } from './problemColumns';
import { toCsvRows } from './toCsvRows';

const STEP = 50;

/** Which files the catalog could not take, and what to do about each. */
export function CatalogHealthPage() {
  const query = useProblems();
  return (
    <PageBody>
      <QueryState
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            title="Nothing is wrong"
            description="The catalog has taken every file that you look after. What it refuses after a push is listed here within a minute, sent to the team as a notification, and marked on the commit."
          />
        }
      >
        {page => <Problems page={page} />}
      </QueryState>
    </PageBody>
  );
}

function Problems({ page }: { page: Page<Problem> }) {
  const [filters, set] = useProblemFilters();
  const [sort, setSort] = useState<TableSort>();
  const [limit, setLimit] = useState(STEP);
  const fitting = filterProblems(page.items, filters);
  return (
    <>
      <FilterBar problems={page.items} filters={filters} onChange={set} />
      <ListBar summary={describeCount(fitting.length, page)}>
        <CsvButton
          name="catalog-health"
          readRows={() => toCsvRows(fitting)}
          isDisabled={fitting.length === 0}
        />
      </ListBar>
      {fitting.length === 0 ? (
        <EmptyState
          title="No problem fits the filters"
          description="Remove one to see more."
          action={
            <Button
              variant="secondary"
              onPress={() =>
                set({
                  owner: undefined,
                  kind: undefined,
                  repository: undefined,
                })
              }
            >
              Show all problems
            </Button>
          }
        />
      ) : (
        <DataTable
          label="Problems"
          columns={PROBLEM_COLUMNS}
          items={fitting}
          keyOf={({ id }) => id}
          sort={sort}
          onSort={setSort}
          limit={limit}
        />
      )}
      {fitting.length > limit && (
        <Button
          variant="secondary"
          size="small"
          onPress={() => setLimit(limit + STEP)}
        >
          Show more
        </Button>
      )}
    </>
  );
}

function describeCount(count: number, page: Page<Problem>): string {
  const words = count === 1 ? '1 problem' : `${formatNumber(count)} problems`;
  return page.items.length < page.totalItems
    ? `${words} among the latest ${formatNumber(
        page.items.length,
      )} of ${formatNumber(page.totalItems)}`
    : words;
}
