import type { ReactNode } from 'react';
import { Button } from '@backstage/ui';
import type { FindingQuery } from '@atrium/plugin-scorecard-common';
import {
  CsvButton,
  DataTable,
  EmptyState,
  ListBar,
  QueryState,
  ViewSkeleton,
} from '@atrium/ui';
import { t } from '../translation';
import { findingColumns } from './findingColumns';
import { FindingDialog } from './FindingDialog';
import { FindingFilterBar } from './FindingFilterBar';
import { SeverityChoice } from './SeverityChoice';
import styles from './findings.module.css';
import {
  isNarrowed,
  NO_FILTERS,
  toFindingQuery,
  useFindingFilters,
} from './useFindingFilters';
import { useReadCsv } from '../hooks/useReadCsv';
import { useFindingPages, useFindingTools } from './useFindings';

/** Props of {@link FindingList}. */
export interface FindingListProps {
  /** Default: of all entities. */
  entityRef?: string;
  /** What is said where nothing is open. */
  empty: ReactNode;
}

/** Security findings, worst first, with filters, details and CSV. */
export function FindingList(props: FindingListProps) {
  const { entityRef, empty } = props;
  const [filters, set] = useFindingFilters();
  const query = toFindingQuery(filters, entityRef);
  const pages = useFindingPages(query);
  const readCsv = useReadCsv('findings', query);
  const isOfEntity = entityRef !== undefined;
  const scanners = useScanners(query, filters.scanner);
  return (
    <div className={styles.list}>
      <SeverityChoice
        query={query}
        severity={filters.severity}
        onChange={severity => set({ severity })}
      />
      <FindingFilterBar
        filters={filters}
        scanners={scanners}
        isOfEntity={isOfEntity}
        onChange={set}
      />
      <QueryState
        query={pages}
        isEmpty={({ items }) => items.length === 0}
        empty={
          isNarrowed(filters) ? (
            <EmptyState
              title={t('findingList.noFindingFitsTheFilters')}
              action={
                <Button variant="secondary" onPress={() => set(NO_FILTERS)}>
                  {t('findingList.showAllOpenFindings')}
                </Button>
              }
            />
          ) : (
            empty
          )
        }
        loading={<ViewSkeleton height={320} />}
      >
        {({ items, totalItems }) => (
          <>
            <ListBar
              summary={
                items.length < totalItems
                  ? t('findingList.ofFindingsTheExportHas', {
                      count: totalItems,
                      itemsCount: items.length,
                    })
                  : t('findingList.findings', { count: totalItems })
              }
            >
              <CsvButton name="findings" readRows={readCsv} />
            </ListBar>
            <DataTable
              label={t('findingList.securityFindingsWorstFirst')}
              columns={findingColumns({
                isOfEntity,
                onOpen: finding => set({ finding }, { isNewEntry: true }),
              })}
              items={items}
              keyOf={({ id }) => id}
            />
            {pages.hasNextPage && (
              <div>
                <Button
                  variant="secondary"
                  isPending={pages.isFetchingNextPage}
                  onPress={() => pages.fetchNextPage()}
                >
                  {t('findingList.showMore')}
                </Button>
              </div>
            )}
          </>
        )}
      </QueryState>
      {filters.finding && (
        <FindingDialog
          id={filters.finding}
          onClose={() => set({ finding: undefined })}
        />
      )}
    </div>
  );
}

/** The tools that one can choose from; the chosen one also before they are known. */
function useScanners(
  { entityRef, ownerRef, systemRef }: FindingQuery,
  chosen: string | undefined,
): string[] {
  const { data } = useFindingTools({ entityRef, ownerRef, systemRef });
  const tools = data?.items ?? [];
  return chosen === undefined || tools.includes(chosen)
    ? tools
    : [...tools, chosen];
}
