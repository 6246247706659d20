import type { Credentials } from '@atrium/plugin-provisioning-common';
import type { CredentialedTarget } from '@atrium/plugin-provisioning-node';
import { ConflictError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { ProvisioningStores } from '../database/createStores';
import type { StoredResource } from '../database/StoredResource';
import { toTarget } from '../engine/toTarget';
import type { DriverRegistry } from './DriverRegistry';
import type { ResourceAnnouncer } from './ResourceAnnouncer';
import type { IssuedSecrets } from './secrets/IssuedSecrets';
import { words } from '../provisioningWords';

interface CredentialHandoutOptions {
  announcer: Pick<ResourceAnnouncer, 'announceChange'>;
  drivers: Pick<DriverRegistry, 'get'>;
  installationId: string;
  knex: Knex;
  secrets: Pick<IssuedSecrets, 'take'>;
  stores: Pick<ProvisioningStores, 'timeline'>;
}

/** Shows the credentials of a resource once, and forgets them. */
export class CredentialHandout {
  readonly #options: CredentialHandoutOptions;

  constructor(options: CredentialHandoutOptions) {
    this.#options = options;
  }

  /**
   * All outputs, secrets among them. They are not kept from then on.
   *
   * @throws ConflictError when somebody took them before, when the provider
   * keeps them, or when the resource is not ready
   */
  async take(resource: StoredResource, takenBy: string): Promise<Credentials> {
    const { announcer, drivers, installationId, knex, secrets, stores } =
      this.#options;
    const { id, credentialGeneration: generation, name, observed } = resource;
    const driver = drivers.get(resource.driver);
    if (resource.state !== 'ready' || observed?.status !== 'present') {
      throw words.error(
        ConflictError,
        words.describe('provisioning.refusal.credentialsNotReady', {
          name,
          state: words.describe(`provisioning.state.${resource.state}`),
        }),
      );
    }
    if (driver?.description.credentials === 'none') {
      throw words.error(
        ConflictError,
        words.describe('provisioning.refusal.credentialsNotNeeded', { name }),
      );
    }
    if (!driver || driver.description.credentials === 'referenced') {
      throw words.error(
        ConflictError,
        words.describe('provisioning.refusal.credentialsElsewhere', { name }),
      );
    }
    const outputs = await knex.transaction(async trx => {
      const credentials = await secrets.take(
        trx,
        { resourceId: id, generation },
        takenBy,
      );
      await stores.timeline.add(trx, {
        resourceId: id,
        kind: 'note',
        title: words.describe('provisioning.timeline.credentialsTaken'),
        detail: words.describe('provisioning.timeline.generation', {
          generation,
        }),
        actorRef: takenBy,
      });
      const target: CredentialedTarget = {
        ...toTarget(resource),
        installationId,
        credentials,
      };
      const secret: JsonObject =
        (await driver.describeSecrets?.(target, observed.outputs)) ?? {};
      return { ...observed.outputs, ...secret };
    });
    announcer.announceChange(resource);
    return {
      resourceId: id,
      generation,
      outputs: outputs as Credentials['outputs'],
    };
  }
}
