import { useQuery } from '@tanstack/react-query';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { type Entity, parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { SLO_ANNOTATION } from '@atrium/plugin-slo-common';

/** One owner or system to choose. */
export interface FilterChoice {
  entityRef: string;
  title: string;
}

const FIELDS = ['metadata.name', 'metadata.title', 'spec.profile.displayName'];

/** The owners and systems of what has SLOs, by title. */
export function useFilterChoices() {
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['slo-filter-choices'],
    queryFn: async () => {
      const { facets } = await catalogApi.getEntityFacets({
        filter: {
          [`metadata.annotations.${SLO_ANNOTATION}`]: CATALOG_FILTER_EXISTS,
        },
        facets: ['relations.ownedBy', 'relations.partOf'],
      });
      const refsOf = (facet: string, kind: string) =>
        (facets[facet] ?? [])
          .map(({ value }) => value)
          .filter(ref => ref.startsWith(kind));
      const owners = refsOf('relations.ownedBy', 'group:');
      const systems = refsOf('relations.partOf', 'system:');
      const entityRefs = [...owners, ...systems];
      if (entityRefs.length === 0) {
        return { owners: [], systems: [] };
      }
      const { items } = await catalogApi.getEntitiesByRefs({
        entityRefs,
        fields: FIELDS,
      });
      const titled = entityRefs.map((entityRef, index) => ({
        entityRef,
        title: titleOf(items[index]) ?? parseEntityRef(entityRef).name,
      }));
      return {
        owners: titled.slice(0, owners.length).sort(byTitle),
        systems: titled.slice(owners.length).sort(byTitle),
      };
    },
  });
}

function titleOf(entity: Entity | undefined): string | undefined {
  const profile = entity?.spec?.profile;
  return profile instanceof Object && 'displayName' in profile
    ? String(profile.displayName)
    : entity?.metadata.title;
}

function byTitle(a: FilterChoice, b: FilterChoice): number {
  return a.title.localeCompare(b.title, 'en');
}
