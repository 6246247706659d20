import type { ResourceType } from '@atrium/plugin-provisioning-common';
import type { ScoreNeed } from '@atrium/plugin-provisioning-common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { CredentialStore } from '../../database/CredentialStore';
import type { ResourceStore } from '../../database/ResourceStore';
import type { StoredResource } from '../../database/StoredResource';
import type { ScoreOutputs } from './render/ScoreScope';

interface ScoreResourcesOptions {
  credentials: Pick<CredentialStore, 'get'>;
  knex: Knex;
  resources: Pick<ResourceStore, 'findLive' | 'findShared'>;
}

/** Finds what is there of what a workload needs. */
export class ScoreResources {
  readonly #options: ScoreResourcesOptions;

  constructor(options: ScoreResourcesOptions) {
    this.#options = options;
  }

  /** The live resource behind a need of a component; a shared one by its id. */
  async find(
    need: ScoreNeed,
    { entityRef, environment }: { entityRef: string; environment: string },
  ): Promise<StoredResource | undefined> {
    const { knex, resources } = this.#options;
    const { name, sharedId, type } = need;
    return sharedId === undefined
      ? resources.findLive(knex, { environment, scopeRef: entityRef, name })
      : resources.findShared(knex, {
          environment,
          type,
          class: need.class,
          sharedId,
        });
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
