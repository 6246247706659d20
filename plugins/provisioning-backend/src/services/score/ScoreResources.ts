import type {
  ResourceType,
  ScoreNeed,
} from '@atrium/plugin-provisioning-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { CredentialStore } from '../../database/CredentialStore';
import type { RequestStore } from '../../database/RequestStore';
import type { ResourceStore } from '../../database/ResourceStore';
import type { StoredResource } from '../../database/StoredResource';
import type { ScoreOutputs } from './render/ScoreScope';

interface ScoreResourcesOptions {
  credentials: Pick<CredentialStore, 'get'>;
  knex: Knex;
  requests: Pick<RequestStore, 'listOfResource'>;
  resources: Pick<ResourceStore, 'findLive' | 'findShared'>;
}

/** What is there for a need of a component. */
export interface FoundForNeed {
  /** Live, and the component depends on it. */
  resource?: StoredResource;
  /** Live under the name of the need, but of another type or class. */
  inTheWay?: StoredResource;
  /** The component could depend on what others share; whether its owner was asked. */
  sharing?: 'possible' | 'requested';
}

/** Finds what is there of what a workload needs. */
export class ScoreResources {
  readonly #options: ScoreResourcesOptions;

  constructor(options: ScoreResourcesOptions) {
    this.#options = options;
  }

  /**
   * The live resource behind a need of a component; a shared one by its id, once its
   * owner has agreed that the component depends on it.
   */
  async find(
    need: ScoreNeed,
    { entityRef, environment }: { entityRef: string; environment: string },
  ): Promise<FoundForNeed> {
    const { knex, requests, resources } = this.#options;
    const { name, sharedId, type } = need;
    if (sharedId === undefined) {
      const scope = { environment, scopeRef: entityRef, name };
      const live = await resources.findLive(knex, scope);
      const isNeeded = live?.type === type && live.class === need.class;
      return isNeeded ? { resource: live } : { inTheWay: live };
    }
    const shared = await resources.findShared(knex, {
      environment,
      type,
      class: need.class,
      sharedId,
    });
    if (!shared || shared.entityRefs.includes(entityRef)) {
      return { resource: shared };
    }
    const isRequested = (await requests.listOfResource(shared.id)).some(
      ({ kind, state, input }) =>
        kind === 'share' &&
        state === 'awaiting-approval' &&
        input.entityRef === entityRef,
    );
    return { sharing: isRequested ? 'requested' : 'possible' };
  }

  /**
   * What a resource gives a workload, and where its secrets are in a cluster:
   * where the provider keeps them, or in a Secret that is called as the resource
   * is at the provider.
   */
  async getOutputs(
    resource: StoredResource,
    type: ResourceType | undefined,
  ): Promise<ScoreOutputs> {
    const credential = await this.#options.credentials.get(
      resource.id,
      resource.credentialGeneration,
    );
    const ofType = Object.entries(type?.spec.outputs.properties ?? {})
      .filter(([, { writeOnly }]) => writeOnly === true)
      .map(([name]) => name);
    const keys = [...new Set([...(credential?.outputs ?? []), ...ofType])];
    const values = outputsOf(resource);
    const isReferenced = credential?.store === 'kubernetes';
    return {
      values,
      secret: {
        name: isReferenced
          ? nameOf(credential.reference ?? resource.providerName)
          : resource.providerName,
        keys: keys.filter(key => !(key in values)),
      },
    };
  }
}

function outputsOf({ observed }: StoredResource): JsonObject {
  return observed?.status === 'present' ? observed.outputs : {};
}

/** The last part of `cluster/namespace/secret`. */
function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}
