import type { Knex } from 'knex';
import type { RequestContext } from './RequestContext';
import { words } from '../../provisioningWords';

/** Has one more component depend on what is there, and says so in its history. */
export async function attachComponent(
  trx: Knex.Transaction,
  { stores }: Pick<RequestContext, 'stores'>,
  about: {
    resourceId: string;
    requestId: string;
    entityRef?: string;
    actorRef: string;
    detail?: string;
  },
): Promise<void> {
  const { entityRef, ...entry } = about;
  await stores.resources.addEntities(
    trx,
    about.resourceId,
    entityRef ? [entityRef] : [],
  );
  await stores.timeline.add(trx, {
    ...entry,
    kind: 'note',
    title: entityRef
      ? words.describe('provisioning.timeline.usedToo', { entity: entityRef })
      : words.describe('provisioning.timeline.requestedAgain'),
  });
}
