import { words } from '../sloWords';
import type { EntityScope, ScopeOptions } from '@atrium/backend-common';
import type {
  CreateGateOverride,
  GateAnswer,
  GateReason,
} from '@atrium/plugin-slo-common';
import { InputError } from '@backstage/errors';
import type { GateStore } from '../database/GateStore';
import type { ReadStore } from '../database/ReadStore';
import type { StoredSlo } from '../database/StoredSlo';

interface GatesOptions {
  store: GateStore;
  slos: Pick<ReadStore, 'listSlosOf'>;
  scope: Pick<EntityScope, 'getEntities'>;
  closeAt: number;
}

/** An exception that lasts is a policy, and belongs into the definition. */
const MAX_OVERRIDE_MS = 31 * 24 * 3_600_000;

/** Says whether entities have error budget left for changes. */
export class Gates {
  readonly #options: GatesOptions;

  constructor(options: GatesOptions) {
    this.#options = options;
  }

  /**
   * The gate of an entity by its own SLOs.
   *
   * @throws NotFoundError when the entity does not exist or is hidden.
   */
  async getGate(entityRef: string, options: ScopeOptions): Promise<GateAnswer> {
    const { store, slos, scope, closeAt } = this.#options;
    await scope.getEntities(entityRef, options);
    const [own, override] = await Promise.all([
      slos.listSlosOf([entityRef]),
      store.getOverride(entityRef, new Date()),
    ]);
    const reasons = own.flatMap(slo => reasonsOf(slo, closeAt));
    const state = stateOf(own, reasons, override !== undefined);
    return {
      entityRef,
      state,
      isAllowed: state === 'open' || state === 'overridden',
      closesBelow: closeAt,
      reasons,
      override,
      evaluatedAt: own
        .flatMap(({ status }) => status?.evaluatedAt.toISOString() ?? [])
        .sort()
        .at(0),
    };
  }

  /** Lets changes of an entity through for a while. */
  async override(
    entityRef: string,
    { reason, until }: CreateGateOverride,
    { createdBy }: { createdBy: string },
  ): Promise<void> {
    const now = Date.now();
    const end = Date.parse(until);
    if (end <= now || end > now + MAX_OVERRIDE_MS) {
      throw words.error(InputError, words.describe('slo.refusal.until'));
    }
    await this.#options.store.addOverride(entityRef, {
      reason,
      until,
      createdBy,
      createdAt: new Date(now).toISOString(),
    });
  }
}

function reasonsOf(
  { id, name, status }: StoredSlo,
  closeAt: number,
): GateReason[] {
  return measuredOf(status).flatMap(({ objectiveId, budgetRemaining }) =>
    budgetRemaining !== undefined && budgetRemaining <= closeAt
      ? [{ sloId: id, sloName: name, objectiveId, budgetRemaining }]
      : [],
  );
}

/**
 * The objectives, each and together. Missing data and too few events neither
 * open nor close a gate.
 */
function measuredOf(status: StoredSlo['status']) {
  return [status?.objectives ?? [], status?.composite ?? []]
    .flat()
    .filter(
      ({ state }) => state !== 'no-data' && state !== 'not-enough-traffic',
    );
}

function stateOf(
  slos: StoredSlo[],
  reasons: GateReason[],
  isOverridden: boolean,
): GateAnswer['state'] {
  if (reasons.length > 0) {
    return isOverridden ? 'overridden' : 'closed';
  }
  return slos.some(({ status }) => measuredOf(status).length > 0)
    ? 'open'
    : 'unknown';
}
