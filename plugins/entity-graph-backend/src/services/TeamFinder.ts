import { readEntitiesByRef, type ScopeOptions } from '@atrium/backend-common';
import { entityTitle, isRecord } from '@atrium/common';
import type {
  AffectedNode,
  AffectedTeam,
} from '@atrium/plugin-entity-graph-common';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Finds the teams behind what is affected, and how they are reached. */
export class TeamFinder {
  readonly #catalog: Pick<CatalogService, 'getEntitiesByRefs'>;

  constructor(catalog: Pick<CatalogService, 'getEntitiesByRefs'>) {
    this.#catalog = catalog;
  }

  /** The teams, in the order of what is affected. */
  async find(
    affected: readonly AffectedNode[],
    { credentials }: ScopeOptions,
  ): Promise<AffectedTeam[]> {
    const teams = new Map<string, AffectedTeam>();
    for (const { ownerRef, ownerTitle, weight } of affected) {
      const present = teams.get(ownerRef ?? '');
      if (present) {
        present.entities += 1;
        present.weight = Math.max(present.weight, weight);
      } else {
        const title = ownerTitle;
        const team = { ownerRef, title, entities: 1, weight, contacts: [] };
        teams.set(ownerRef ?? '', team);
      }
    }
    const owners = await readEntitiesByRef(
      [...teams.keys()].filter(ref => ref !== ''),
      {
        catalog: this.#catalog,
        credentials,
        fields: ['kind', 'metadata', 'spec.profile'],
      },
    );
    return [...teams.values()].map(team => {
      const owner = owners.get(team.ownerRef ?? '');
      return owner
        ? {
            ...team,
            title: entityTitle(owner) ?? owner.metadata.name,
            contacts: contactsOf(owner),
          }
        : team;
    });
  }
}

/** The links of a group or person, and their address for mail. */
function contactsOf({ metadata, spec }: Entity): AffectedTeam['contacts'] {
  const { links = [] } = metadata;
  const profile = spec?.profile;
  const email = isRecord(profile) ? profile.email : undefined;
  return [
    ...links.map(({ title, url }) => ({ title: title ?? url, url })),
    ...(typeof email === 'string'
      ? [{ title: email, url: `mailto:${email}` }]
      : []),
  ];
}
