import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { RiDatabase2Line } from '@remixicon/react';
import type { Page } from '@atrium/common';
import {
  isMade,
  type ProvisionedResource,
} from '@atrium/plugin-provisioning-common';
import {
  CsvButton,
  DataTable,
  EmptyState,
  ListBar,
  QueryState,
  readAllPages,
  useTableSort,
  ViewSkeleton,
} from '@atrium/ui';
import { provisioningApiRef } from '../../api/ProvisioningApi';
import { useTypes } from '../../hooks/useTypes';
import {
  toResourceQuery,
  useResourceFilters,
} from '../../hooks/useResourceFilters';
import { useResources } from '../../hooks/useResources';
import { t } from '../../translation';
import { sumWords } from '../../words/priceWords';
import { RequestButton } from '../shared/RequestButton';
import { FilterBar } from './FilterBar';
import { resourceCells } from './resourceCells';
import { resourceColumns } from './resourceColumns';

/** All resources that the reader may see. */
export function ResourceList() {
  const [filters, set] = useResourceFilters();
  const api = useApi(provisioningApiRef);
  const resourceQuery = toResourceQuery(filters);
  const query = useResources(resourceQuery);
  const { sort, setSort } = useTableSort();
  const types = useTypes();
  const isFiltered = Object.values(filters).some(Boolean);
  return (
    <>
      <FilterBar filters={filters} onChange={set} />
      <QueryState
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={
          isFiltered ? (
            <EmptyState
              title={t('resourceList.noResourceFitsTheFilters')}
              action={
                <Button
                  variant="secondary"
                  onPress={() =>
                    set({
                      text: undefined,
                      type: undefined,
                      environment: undefined,
                      owner: undefined,
                      system: undefined,
                      state: undefined,
                      drift: undefined,
                    })
                  }
                >
                  {t('resourceList.showAllResources')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              icon={<RiDatabase2Line />}
              title={t('resourceList.noResourceYet')}
              description={t('resourceList.askForADatabaseA')}
              action={<RequestButton />}
            />
          )
        }
        loading={<ViewSkeleton height={320} />}
      >
        {page => (
          <>
            <ListBar summary={describeCount(page)}>
              <CsvButton
                name="resources"
                readRows={async () => {
                  const { items } = await readAllPages(next =>
                    api.listResources({ ...resourceQuery, ...next }),
                  );
                  return resourceCells(items);
                }}
              />
              <RequestButton />
            </ListBar>
            <DataTable
              label={t('resourceList.resources')}
              columns={resourceColumns(types)}
              items={page.items}
              keyOf={({ id }) => id}
              sort={sort}
              onSort={setSort}
            />
          </>
        )}
      </QueryState>
    </>
  );
}

function describeCount({ items, totalItems }: Page<ProvisionedResource>) {
  const count = t('resourceList.resources2', { count: totalItems });
  // Nobody pays for what only may be made.
  const sum = sumWords(items.filter(({ state }) => isMade(state)));
  if (items.length < totalItems) {
    return t('resourceList.firstAreListed', {
      resources: count,
      listedCount: items.length,
    });
  }
  return sum
    ? t('resourceList.resourcesAMonth', { resources: count, sum })
    : count;
}
