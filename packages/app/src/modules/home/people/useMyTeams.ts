import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { relationTargets } from '@atrium/common';
import { entityTitle } from '@atrium/ui';
import { useMyRef } from '../api/homeHooks';

/** A group that the person is a member of. */
export interface MyTeam {
  entityRef: string;
  title: string;
  memberRefs: string[];
  /** Such as its chat. */
  links: { title: string; url: string }[];
}

/** The groups that the person is a member of. */
export function useMyTeams() {
  const catalogApi = useApi(catalogApiRef);
  const me = useMyRef().data;
  return useQuery({
    queryKey: ['home', 'my-teams', me],
    enabled: me !== undefined,
    queryFn: async () => {
      const { items } = await catalogApi.queryEntities({
        filter: { kind: 'group', 'relations.hasMember': me ?? '' },
        fields: ['kind', 'metadata', 'relations', 'spec.profile'],
        limit: 10,
      });
      return items.map(toTeam);
    },
  });
}

function toTeam(group: Entity): MyTeam {
  const entityRef = stringifyEntityRef(group);
  return {
    entityRef,
    title: entityTitle(group, entityRef),
    memberRefs: relationTargets(group, 'hasMember'),
    links: (group.metadata.links ?? []).map(({ title, url }) => ({
      title: title ?? url,
      url,
    })),
  };
}
