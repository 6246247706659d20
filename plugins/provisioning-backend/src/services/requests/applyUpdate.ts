import type { FieldText } from '@atrium/common';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { StoredResource } from '../../database/StoredResource';
import { refuseOvertaken, type RequestContext } from './RequestContext';
import { updateChangeSchema } from './UpdateChange';

/**
 * Sets what an update asked for, so that the worker makes it so. What was to be
 * deleted, and could not be, is kept from then on.
 */
export async function applyUpdate(
  trx: Knex.Transaction,
  { stores }: Pick<RequestContext, 'stores'>,
  update: {
    resource: StoredResource;
    change: JsonObject;
    title: FieldText;
    detail?: string;
    actorRef: string;
    requestId: string;
  },
): Promise<void> {
  const { resource, change, ...words } = update;
  const changes = updateChangeSchema.parse(change);
  const isMoved = await stores.resources.move(trx, {
    ...words,
    id: resource.id,
    version: resource.version,
    from: resource.state,
    to: 'updating',
    changes: {
      ...changes,
      ...(changes.lease !== undefined && { leaseEndsAt: null }),
      desired: 'present',
      deletedBy: null,
    },
  });
  if (isMoved === undefined) {
    refuseOvertaken(resource.name);
  }
}
