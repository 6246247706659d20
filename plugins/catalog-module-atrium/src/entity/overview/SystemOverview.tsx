import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { t } from '../../translation';
import { useEntitySummary } from '../hooks/useEntitySummary';
import { useOwnersAndParents } from '../hooks/useOwnersAndParents';
import { AboutSection } from './AboutSection';
import { ChangeList } from './ChangeList';
import { OverviewFrame } from './OverviewFrame';
import { PartsTable } from './PartsTable';
import { SummaryTop } from './SummaryTop';

/** The overview of a system or domain: the sum of its parts, then each of them. */
export function SystemOverview({ cards }: EntityContentLayoutProps) {
  const { entity } = useEntity();
  const { owners } = useOwnersAndParents(entity);
  const entityRef = stringifyEntityRef(entity);
  const baseHref = useEntityRefLink()(entity);
  const query = useEntitySummary(entityRef);
  const { data } = query;
  const owner = owners.at(0)?.entity;
  return (
    <OverviewFrame
      cards={cards}
      summary={query}
      top={<SummaryTop entity={entity} query={query} tileCount={6} />}
      aside={<AboutSection entity={entity} owner={owner} />}
    >
      {data && (
        <>
          <PartsTable
            title={t('systemOverview.parts')}
            neighbours={data.neighbours}
            empty={t('systemOverview.nothingBelongsToItYet')}
            allHref={
              // The catalog filters by system, and not by domain.
              entity.kind === 'System'
                ? `/catalog?kind=all&system=${encodeURIComponent(entityRef)}`
                : undefined
            }
          />
          <ChangeList
            changes={data.changes}
            changesUnavailable={data.changesUnavailable}
            baseHref={baseHref}
          />
        </>
      )}
    </OverviewFrame>
  );
}
