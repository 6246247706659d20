import { readPositiveMs } from '@atrium/backend-common';
import { entityRefSchema } from '@atrium/common';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { RepositoryOwner } from '../services/OwnerFinder';

const OWNERS = 'catalogHealth.repositoryOwners';
const ADMIN_GROUPS = 'permission.atrium.adminGroups';
const DEFAULT_PLATFORM_TEAM = 'group:default/platform-team';

/** What `catalogHealth` in the configuration says. */
export interface CatalogHealthConfig {
  retentionMs: number;
  hasCommitStatuses: boolean;
  repositoryOwners: RepositoryOwner[];
  platformTeamRef: string;
  /** Where people open the portal, without a slash at the end. */
  appUrl: string;
}

/** Reads and checks `catalogHealth`. */
export function readCatalogHealthConfig(
  config: RootConfigService,
): CatalogHealthConfig {
  const repositoryOwners = (config.getOptionalConfigArray(OWNERS) ?? []).map(
    (owner, index) => ({
      repository: owner.getString('repository'),
      ownerRef: readRef(owner.getString('owner'), `${OWNERS}[${index}].owner`),
    }),
  );
  const [platformTeam] = config.getOptionalStringArray(ADMIN_GROUPS) ?? [];
  return {
    retentionMs: readPositiveMs(config, {
      key: 'catalogHealth.retention',
      fallback: { days: 30 },
    }),
    hasCommitStatuses:
      config.getOptionalBoolean('catalogHealth.commitStatuses') ?? true,
    repositoryOwners,
    platformTeamRef: readRef(
      platformTeam ?? DEFAULT_PLATFORM_TEAM,
      ADMIN_GROUPS,
    ),
    appUrl: config.getString('app.baseUrl').replace(/\/+$/, ''),
  };
}

function readRef(ref: string, key: string): string {
  const parsed = entityRefSchema.safeParse(ref);
  if (!parsed.success) {
    throw new InputError(
      `'${key}' must be an entity ref such as 'group:default/team-payments', not '${ref}'`,
    );
  }
  return parsed.data;
}
