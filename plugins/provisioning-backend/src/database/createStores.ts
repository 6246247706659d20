import type { Knex } from 'knex';
import { CredentialStore } from './CredentialStore';
import { DefinitionStore } from './DefinitionStore';
import { DriftStore } from './DriftStore';
import { IdempotencyStore } from './IdempotencyStore';
import { InstallationStore } from './InstallationStore';
import { LeaseStore } from './LeaseStore';
import { LeftoverStore } from './LeftoverStore';
import { RequestStore } from './RequestStore';
import { ResourceStore } from './ResourceStore';
import { StepStore } from './StepStore';
import { TimelineStore } from './TimelineStore';

/** The stores of provisioning. */
export type ProvisioningStores = ReturnType<typeof createStores>;

/** Creates the stores of provisioning over a database that is up to date. */
export function createStores(knex: Knex) {
  return {
    credentials: new CredentialStore(knex),
    definitions: new DefinitionStore(knex),
    drift: new DriftStore(knex),
    idempotencyKeys: new IdempotencyStore(),
    installation: new InstallationStore(knex),
    leases: new LeaseStore(knex),
    leftovers: new LeftoverStore(knex),
    requests: new RequestStore(knex),
    resources: new ResourceStore(knex),
    steps: new StepStore(knex),
    timeline: new TimelineStore(knex),
  };
}
