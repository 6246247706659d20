import type { ScopeOptions, VisibleEntities } from '@atrium/backend-common';
import type { Knex } from 'knex';
import type { CostAccess } from '../access/CostAccess';
import type { CostScope, CostScopes } from '../access/CostScopes';
import { Snapshot } from '../sums/Snapshot';

/** What every answer about cost works with. */
export interface ReadContext {
  access: CostAccess;
  currency: string;
  knex: Knex;
  scopes: CostScopes;
  visible: Pick<VisibleEntities, 'canSeeAll' | 'filter'>;
}

/**
 * Answers from one snapshot of the sums, for who may read those of a scope.
 *
 * @throws NotFoundError, NotAllowedError
 */
export async function readScope<T>(
  context: ReadContext,
  options: ScopeOptions & { entityRef: string | undefined },
  work: (snapshot: Snapshot, scope: CostScope) => Promise<T>,
): Promise<T> {
  const { access, scopes } = context;
  const scope = await scopes.find(options.entityRef, options);
  await access.requireTotals(scope, options);
  return Snapshot.read(context, snapshot => work(snapshot, scope));
}
