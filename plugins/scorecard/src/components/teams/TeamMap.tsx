import { RiMedalLine } from '@remixicon/react';
import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  EntityResult,
  ScorecardSummary,
} from '@atrium/plugin-scorecard-common';
import {
  CsvButton,
  EmptyState,
  formatShare,
  HeatMap,
  type HeatMapCell,
  levelColor,
  ListBar,
  QueryState,
  ViewSkeleton,
} from '@atrium/ui';
import { useOwnerResults, useReadOwnerResults } from '../../hooks/useResults';
import { useScorecards } from '../../hooks/useScorecards';
import { levelOf, NO_LEVEL } from '../../rating/levels';
import { t } from '../../translation';
import { useResultHref } from '../shared/ResultLink';

/** Props of {@link TeamMap}. */
export interface TeamMapProps {
  /** A group with all below it; undefined for what is the reader's own. */
  ownerRef: string | undefined;
}

/** All services of a team, and the level of each in every scorecard. */
export function TeamMap({ ownerRef }: TeamMapProps) {
  const results = useOwnerResults(ownerRef);
  const scorecards = useScorecards();
  const readRows = useReadOwnerResults(ownerRef);
  return (
    <QueryState
      query={results}
      isEmpty={({ items }) => items.length === 0}
      empty={
        <EmptyState
          icon={<RiMedalLine />}
          title={t('teamMap.noScorecardRatesAService')}
          description={t('teamMap.whatATeamOwnsIs')}
        />
      }
      loading={<ViewSkeleton height={320} />}
    >
      {({ items, totalItems }) => (
        <QueryState query={scorecards}>
          {data => (
            <>
              <ListBar
                summary={
                  items.length < totalItems
                    ? t('teamMap.theFirstOfResultsThe', {
                        count: totalItems,
                        itemsCount: items.length,
                      })
                    : t('teamMap.results', { count: totalItems })
                }
              >
                <CsvButton name="scorecards-of-team" readRows={readRows} />
              </ListBar>
              <ServiceMap results={items} scorecards={data.items} />
            </>
          )}
        </QueryState>
      )}
    </QueryState>
  );
}

function ServiceMap(props: {
  results: EntityResult[];
  scorecards: ScorecardSummary[];
}) {
  const hrefOf = useResultHref();
  const { results } = props;
  const scorecards = props.scorecards.filter(({ name }) =>
    results.some(({ scorecard }) => scorecard === name),
  );
  const byEntity = new Map<string, EntityResult[]>();
  for (const result of results) {
    const ofEntity = byEntity.get(result.entityRef) ?? [];
    byEntity.set(result.entityRef, [...ofEntity, result]);
  }
  return (
    <HeatMap
      title={t('teamMap.servicesByScorecard')}
      lineTitle={t('teamMap.service')}
      columns={scorecards.map(({ title }) => title)}
      lines={[...byEntity].map(([entityRef, ofEntity]) => ({
        id: entityRef,
        title: (
          <EntityRefLink
            entityRef={entityRef}
            title={ofEntity[0].entityTitle ?? parseEntityRef(entityRef).name}
            hideIcon
          />
        ),
        cells: scorecards.map(scorecard =>
          toCell(
            ofEntity.find(result => result.scorecard === scorecard.name),
            { scorecard, hrefOf },
          ),
        ),
      }))}
    />
  );
}

function toCell(
  result: EntityResult | undefined,
  options: {
    scorecard: ScorecardSummary;
    hrefOf: ReturnType<typeof useResultHref>;
  },
): HeatMapCell {
  const { scorecard, hrefOf } = options;
  if (!result) {
    return {
      text: '–',
      label: t('teamMap.notRated', { title: scorecard.title }),
    };
  }
  const level = levelOf(scorecard, result.level);
  const word =
    scorecard.levels.length > 0 &&
    (result.rank === undefined ? t('teamMap.notRated2') : level.title);
  const score =
    result.score === undefined
      ? t('teamMap.noScore')
      : formatShare(result.score);
  const text = [word, score].filter(Boolean).join(' · ');
  const service = result.entityTitle ?? parseEntityRef(result.entityRef).name;
  return {
    text,
    color: level === NO_LEVEL ? undefined : levelColor(level.color),
    label: `${service}, ${scorecard.title}: ${text}`,
    href: hrefOf(result),
  };
}
