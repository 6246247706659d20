import {
  RELATION_PROVIDES_API,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { relationTargets } from '@atrium/common';
import { t } from '../../translation';
import { useEntityRows } from '../hooks/useEntityRows';
import { useEntitySummary } from '../hooks/useEntitySummary';
import { useOwnersAndParents } from '../hooks/useOwnersAndParents';
import { AboutSection } from './AboutSection';
import { ChangeList } from './ChangeList';
import { EntityRows } from './EntityRows';
import { OverviewFrame } from './OverviewFrame';
import { SummaryTop } from './SummaryTop';

/** What is said where it names nothing that it needs, if that is worth a word. */
const NOTHING_NEEDED: Partial<Record<string, string>> = {
  get component() {
    return t('serviceOverview.itNamesNoDependency');
  },
  get api() {
    return t('serviceOverview.noComponentSaysThatIt');
  },
};

/** The overview of what runs or is used: components, APIs, resources. */
export function ServiceOverview({ cards }: EntityContentLayoutProps) {
  const { entity } = useEntity();
  const { owners } = useOwnersAndParents(entity);
  const owner = owners.at(0)?.entity;
  const baseHref = useEntityRefLink()(entity);
  const query = useEntitySummary(stringifyEntityRef(entity));
  const kind = entity.kind.toLowerCase();
  const isComponent = kind === 'component';
  const { data } = query;
  return (
    <OverviewFrame
      cards={cards}
      summary={query}
      top={
        <SummaryTop
          entity={entity}
          query={query}
          tileCount={isComponent ? 6 : 3}
        />
      }
      aside={<AboutSection entity={entity} owner={owner} />}
    >
      {data && (
        <>
          <ChangeList
            changes={data.changes}
            changesUnavailable={data.changesUnavailable}
            baseHref={baseHref}
          />
          <EntityRows
            title={
              kind === 'api'
                ? t('serviceOverview.providedBy')
                : t('serviceOverview.dependsOn')
            }
            rows={data.neighbours.dependsOn}
            total={data.neighbours.dependsOnTotal}
            empty={NOTHING_NEEDED[kind]}
            allHref={`${baseHref}/dependencies?view=list&hops=1&direction=down`}
          />
          <EntityRows
            title={
              kind === 'api'
                ? t('serviceOverview.consumers')
                : t('serviceOverview.usedBy')
            }
            rows={data.neighbours.usedBy}
            total={data.neighbours.usedByTotal}
            allHref={`${baseHref}/dependencies?view=list&hops=1&direction=up`}
          />
        </>
      )}
      {isComponent && <ProvidedApis />}
    </OverviewFrame>
  );
}

/** The APIs of a component, which neither depends on them nor is used by them. */
function ProvidedApis() {
  const { entity } = useEntity();
  const entityRefs = relationTargets(entity, RELATION_PROVIDES_API);
  const { data } = useEntityRows(entityRefs);
  return (
    <EntityRows
      title={t('serviceOverview.provides')}
      rows={data ?? []}
      total={entityRefs.length}
    />
  );
}
