import { Button } from '@backstage/ui';
import type {
  EntityResult,
  ScorecardDetails,
} from '@atrium/plugin-scorecard-common';
import {
  CsvButton,
  type DataColumn,
  DataTable,
  EmptyState,
  formatDate,
  ListBar,
  QueryState,
  textStyles,
  useTableSort,
  ViewSkeleton,
} from '@atrium/ui';
import { useReadCsv } from '../../hooks/useReadCsv';
import { useResultFilters, useResultQuery } from '../../hooks/useResultFilters';
import { useResultPages } from '../../hooks/useResults';
import { levelOf } from '../../rating/levels';
import { t } from '../../translation';
import { EntityLinks } from '../shared/EntityLinks';
import { LevelBadge } from '../shared/LevelBadge';
import { ResultLink } from '../shared/ResultLink';
import { ScoreFigure } from '../shared/ScoreFigure';
import { ServiceFilters } from './ServiceFilters';

/** What a scorecard rates, with filters and CSV. */
export function ServiceList({ scorecard }: { scorecard: ScorecardDetails }) {
  const [filters, set] = useResultFilters();
  const resultQuery = useResultQuery(scorecard.name, filters);
  const query = useResultPages(resultQuery);
  const readRows = useReadCsv('results', resultQuery);
  const { sort, setSort } = useTableSort();
  const { owner, system, level, check, text } = filters;
  const isFiltered = [owner, system, level, check, text].some(Boolean);
  return (
    <>
      <ServiceFilters scorecard={scorecard} filters={filters} onChange={set} />
      <QueryState
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={
          isFiltered ? (
            <EmptyState
              title={t('serviceList.noServiceFitsTheFilters')}
              action={
                <Button
                  variant="secondary"
                  onPress={() =>
                    set({
                      owner: undefined,
                      system: undefined,
                      level: undefined,
                      check: undefined,
                      text: undefined,
                    })
                  }
                >
                  {t('serviceList.showAllServices')}
                </Button>
              }
            />
          ) : (
            <EmptyState
              title={t('scorecardReport.ratesNothingYet')}
              description={t('entityScorecards.aScorecardSaysInIts')}
            />
          )
        }
        loading={<ViewSkeleton height={320} />}
      >
        {({ items, totalItems }) => (
          <>
            <ListBar
              summary={
                items.length < totalItems
                  ? t('serviceList.ofServicesTheExportHas', {
                      count: totalItems,
                      itemsCount: items.length,
                    })
                  : t('serviceList.services', { count: totalItems })
              }
            >
              <CsvButton name={scorecard.name} readRows={readRows} />
            </ListBar>
            <DataTable
              label={t('serviceList.services2')}
              columns={columnsOf(scorecard)}
              items={items}
              keyOf={({ entityRef }) => entityRef}
              sort={sort}
              onSort={setSort}
            />
            {query.hasNextPage && (
              <div>
                <Button
                  variant="secondary"
                  isPending={query.isFetchingNextPage}
                  onPress={() => query.fetchNextPage()}
                >
                  {t('serviceList.showMore')}
                </Button>
              </div>
            )}
          </>
        )}
      </QueryState>
    </>
  );
}

function columnsOf(scorecard: ScorecardDetails): DataColumn<EntityResult>[] {
  return [
    {
      id: 'entity',
      title: t('serviceList.service'),
      cell: result => <ResultLink result={result} />,
    },
    {
      title: t('serviceList.owner'),
      cell: ({ ownerRefs }) => <EntityLinks entityRefs={ownerRefs} />,
    },
    {
      id: 'level',
      title: t('serviceList.level'),
      sortBy: ({ rank = -1 }) => rank,
      cell: ({ level, rank }) => (
        <LevelBadge
          level={levelOf(scorecard, level)}
          isRated={rank !== undefined}
        />
      ),
    },
    {
      id: 'score',
      title: t('serviceList.score'),
      isNumber: true,
      sortBy: ({ score = -1 }) => score,
      cell: ({ score }) => <ScoreFigure score={score} />,
    },
    {
      title: t('serviceList.failed'),
      isNumber: true,
      cell: ({ fail }) => fail,
    },
    {
      title: t('serviceList.unknown'),
      isNumber: true,
      cell: ({ unknown }) => unknown,
    },
    {
      title: t('serviceList.levelSince'),
      cell: ({ levelSince }) =>
        levelSince ? (
          formatDate(levelSince)
        ) : (
          <span className={textStyles.muted}>{t('serviceList.notKnown')}</span>
        ),
    },
  ];
}
