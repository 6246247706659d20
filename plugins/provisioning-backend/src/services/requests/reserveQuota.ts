import type { Knex } from 'knex';
import type { ResourceStore } from '../../database/ResourceStore';
import { refuseProblems } from './RequestContext';
import { findQuotaProblem } from './ResourcePlanner';
import type { PlannedResource } from './ResourceProposal';

/**
 * Counts what the owner has of the definition while nobody else can add one, until
 * the transaction ends.
 *
 * @throws ConflictError when there is no room for one more
 */
export async function reserveQuota(
  trx: Knex.Transaction,
  resources: Pick<ResourceStore, 'countLive' | 'lockQuota'>,
  { definition, ownerRef }: Pick<PlannedResource, 'definition' | 'ownerRef'>,
): Promise<void> {
  const { name } = definition.metadata;
  const limit = definition.spec.quota?.perOwner;
  if (limit === undefined) {
    return;
  }
  await resources.lockQuota(trx, ownerRef, name);
  const used = await resources.countLive(trx, ownerRef, name);
  const problem = findQuotaProblem(
    { limit, used },
    { ownerRef, definition: name },
  );
  refuseProblems(problem ? [problem] : []);
}
