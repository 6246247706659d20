import {
  isLive,
  type ProvisionedResource,
  resourceStateSchema,
} from '@atrium/plugin-provisioning-common';
import type { ProvisioningService } from '@atrium/plugin-provisioning-node';
import type { EntityFacts, FactProvider } from '@atrium/plugin-scorecard-node';
import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { valuesOf } from '../../facts/describeProvider';
import { DAY_MS, HOUR_MS } from '../../facts/elapsed';
import { entityPage, urlsFor } from '../../facts/links';
import { provisioningDescription } from './provisioningDescription';

interface ProvisioningProviderOptions {
  auth: AuthService;
  provisioning: Pick<ProvisioningService, 'getResources'>;
}

const PAGE_SIZE = 200;
const LIVE_STATES = resourceStateSchema.options.filter(isLive);

/** Tells how the resources of components are. */
export function createProvisioningProvider(
  options: ProvisioningProviderOptions,
): FactProvider {
  return {
    description: provisioningDescription,
    refreshMs: HOUR_MS,
    // It says when it learns of an entity (see followSources).
    unknownRefreshMs: DAY_MS / 2,
    needs: 'ref',
    async collect(entities, { signal }) {
      // Nobody asks: facts are kept for everybody who may see the entity.
      const credentials = await options.auth.getOwnServiceCredentials();
      const refs = entities.map(entity => stringifyEntityRef(entity));
      const resources = await listResources(refs, {
        ...options,
        credentials,
        signal,
      });
      return new Map(
        refs.map(ref => [
          ref,
          toFacts(
            ref,
            resources.filter(({ entityRefs }) => entityRefs.includes(ref)),
          ),
        ]),
      );
    },
  };
}

async function listResources(
  entityRef: string[],
  options: ProvisioningProviderOptions & {
    credentials: BackstageCredentials;
    signal: AbortSignal;
  },
): Promise<ProvisionedResource[]> {
  const { provisioning, credentials, signal } = options;
  const resources: ProvisionedResource[] = [];
  let cursor: string | undefined;
  do {
    signal.throwIfAborted();
    const page = await provisioning.getResources(
      { entityRef, state: LIVE_STATES, limit: PAGE_SIZE, sort: 'name', cursor },
      { credentials },
    );
    resources.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return resources;
}

function toFacts(
  entityRef: string,
  resources: ProvisionedResource[],
): EntityFacts {
  const isExpired = ({ state, lease }: ProvisionedResource) =>
    state === 'expiring' ||
    (lease !== undefined && Date.parse(lease.endsAt) <= Date.now());
  const isChecked = resources.every(({ drift }) => drift.checkedAt);
  const ends = resources.flatMap(({ lease }) =>
    lease ? Date.parse(lease.endsAt) : [],
  );
  const values = valuesOf(provisioningDescription, {
    resources: resources.length,
    types: [...new Set(resources.map(({ type }) => type))].sort(),
    drifted: isChecked
      ? resources.filter(({ drift }) => drift.differences.length > 0).length
      : undefined,
    expired: resources.filter(isExpired).length,
    daysUntilNextExpiry:
      ends.length > 0
        ? Math.max(0, Math.floor((Math.min(...ends) - Date.now()) / DAY_MS))
        : undefined,
    needsAttention: resources.filter(({ state }) =>
      ['failed', 'needs-attention'].includes(state),
    ).length,
  });
  const page = entityPage(entityRef, 'provisioning');
  return {
    values,
    urls: urlsFor(Object.keys(values), page),
    ...(resources.length === 0 && { isEmpty: true }),
  };
}
