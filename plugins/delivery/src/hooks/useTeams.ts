import { useQuery } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { ENTITY_TITLE_FIELDS, entityTitle } from '@atrium/ui';

/** A group that owns components. */
export interface Team {
  entityRef: string;
  title: string;
}

/** Who owns components. */
export interface Teams {
  /** By title. */
  teams: Team[];
  /** The groups above them. */
  departmentRefs: string[];
}

/**
 * The teams of the organisation: groups that own components.
 *
 * @remarks A group above another one that does is a department. Its figures are
 * those of its teams added up, which belongs on its own page, not beside them.
 */
export function useTeams() {
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['delivery-teams'],
    queryFn: async (): Promise<Teams> => {
      const { facets } = await catalogApi.getEntityFacets({
        filter: { kind: 'component' },
        facets: ['relations.ownedBy'],
      });
      const owners = (facets['relations.ownedBy'] ?? [])
        .map(({ value }) => value)
        .filter(ref => ref.startsWith('group:'));
      if (owners.length === 0) {
        return { teams: [], departmentRefs: [] };
      }
      const { items } = await catalogApi.getEntitiesByRefs({
        entityRefs: owners,
        fields: [...ENTITY_TITLE_FIELDS, 'relations'],
      });
      const departments = new Set(
        items.flatMap(group =>
          (group?.relations ?? [])
            .filter(({ type }) => type === 'childOf')
            .map(({ targetRef }) => targetRef),
        ),
      );
      const teams = owners
        .map((entityRef, index) => ({
          entityRef,
          title: entityTitle(items[index], entityRef),
        }))
        .filter(({ entityRef }) => !departments.has(entityRef))
        .sort((a, b) => a.title.localeCompare(b.title, 'en'));
      return { teams, departmentRefs: [...departments] };
    },
  });
}

/**
 * Whose services somebody sees first: those of their team, or, who has several,
 * those of the department with all its teams.
 *
 * @param ownerRefs - what counts as theirs
 */
export function findFirstOwner(
  ownerRefs: readonly string[],
  { departmentRefs, teams }: Teams,
): string | undefined {
  const known = new Set(teams.map(({ entityRef }) => entityRef));
  const [first, ...others] = ownerRefs.filter(ref => known.has(ref));
  const department = ownerRefs.find(ref => departmentRefs.includes(ref));
  return others.length > 0 ? department ?? first : first;
}
