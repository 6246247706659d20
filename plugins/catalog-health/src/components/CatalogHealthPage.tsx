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
import { RiStethoscopeLine } from '@remixicon/react';
import { filterProblems, useProblemFilters } from '../hooks/useProblemFilters';
import { useProblems } from '../hooks/useProblems';
import { t } from '../translation';
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
            icon={<RiStethoscopeLine />}
            title={t('catalogHealthPage.nothingIsWrong')}
            description={t('catalogHealthPage.theCatalogHasTakenEvery')}
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
          title={t('catalogHealthPage.noProblemFitsTheFilters')}
          description={t('catalogHealthPage.removeOneToSeeMore')}
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
              {t('catalogHealthPage.showAllProblems')}
            </Button>
          }
        />
      ) : (
        <DataTable
          label={t('catalogHealthPage.problems')}
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
          {t('catalogHealthPage.showMore')}
        </Button>
      )}
    </>
  );
}

function describeCount(count: number, page: Page<Problem>): string {
  const words = t('catalogHealthPage.problems2', { count });
  return page.items.length < page.totalItems
    ? t('catalogHealthPage.amongTheLatestOf', {
        words,
        itemsCount: formatNumber(page.items.length),
        totalItems: formatNumber(page.totalItems),
      })
    : words;
}
