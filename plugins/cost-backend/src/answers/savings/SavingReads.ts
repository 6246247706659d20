import type { MessageDescriptor } from '@atrium/common';
import { words } from '../../costWords';
import type { ScopeOptions } from '@atrium/backend-common';
import type { Savings } from '@atrium/plugin-cost-common';
import type { ProvisionedResource } from '@atrium/plugin-provisioning-common';
import type { ProvisioningService } from '@atrium/plugin-provisioning-node';
import type Big from 'big.js';
import { addDays } from '../../calendar/days';
import { hideEntities } from '../charges/hideEntities';
import type { ReadContext } from '../reads/ReadContext';
import { addUp, Snapshot } from '../sums/Snapshot';
import {
  type FoundSaving,
  readOnDemand,
  readUnusedCommitments,
} from './readCommitments';
import { type IdleResource, readIdleResources } from './readProvisioned';

interface SavingReadsOptions extends ReadContext {
  provisioning: Pick<ProvisioningService, 'getDefinitions' | 'getResources'>;
}

const DAYS = 30;

/** Lists what could be saved, by the last 30 complete days. */
export class SavingReads {
  readonly #options: SavingReadsOptions;

  constructor(options: SavingReadsOptions) {
    this.#options = options;
  }

  /** The largest first. */
  async list(
    entityRef: string | undefined,
    options: ScopeOptions,
  ): Promise<Savings> {
    const { access, currency, provisioning, scopes, visible } = this.#options;
    const scope = await scopes.find(entityRef, options);
    await access.requireTotals(scope, options);
    const idle = await readIdleResources(provisioning, {
      ...options,
      entityRef: scope.entityRef,
    });
    const found = await Snapshot.read(this.#options, async snapshot => {
      const to = snapshot.completeUntil ?? snapshot.today;
      const period = { from: addDays(to, -DAYS), to };
      return [
        ...(await readUnusedCommitments(snapshot, scope, period)),
        ...(await readOnDemand(snapshot, scope, period)),
        ...(await toSavings(snapshot, idle, period)),
      ];
    });
    const savings = found
      .filter(({ monthly }) => monthly.gt(0))
      .sort((one, other) => other.monthly.cmp(one.monthly));
    return {
      currency,
      total: addUp(
        savings.map(({ monthly: amount }) => ({ amount })),
      ).toFixed(),
      items: await hideEntities(
        savings.map(({ monthly, ...saving }) => ({
          ...saving,
          monthly: monthly.toFixed(),
        })),
        { ...options, visible },
      ),
    };
  }
}

/** What idle resources cost by the bill, or else by their price. */
async function toSavings(
  snapshot: Snapshot,
  idle: readonly IdleResource[],
  period: { from: string; to: string },
): Promise<FoundSaving[]> {
  if (idle.length === 0) {
    return [];
  }
  const refs = idle.map(({ catalogRef }) => catalogRef);
  const targetIds: number[] = await snapshot
    .trx('targets')
    .where({ kind: 'entity' })
    .whereRaw('ref = ANY(?::text[])', [refs])
    .pluck('id');
  const sums = await snapshot.sum({
    ...period,
    metric: 'effective',
    targetIds,
    groupBy: 'entity',
  });
  await snapshot.loadRates(period);
  const billed = new Map(sums.map(({ amount, key }) => [key, amount]));
  return idle.flatMap(resource => {
    const monthly =
      billed.get(resource.catalogRef) ?? priceOf(snapshot, resource, period.to);
    return monthly
      ? [{ ...describe(resource), monthly } satisfies FoundSaving]
      : [];
  });
}

function priceOf(
  { conversion }: Snapshot,
  { monthlyPrice }: ProvisionedResource,
  day: string,
): Big | undefined {
  const rate =
    monthlyPrice && conversion.rateOf(monthlyPrice.currency, day.slice(0, 7));
  return monthlyPrice && rate?.times(monthlyPrice.amount);
}

function describe({
  catalogRef,
  id,
  lease,
  name,
  providerName,
  state,
  typeTitle,
}: IdleResource): Omit<FoundSaving, 'monthly'> {
  const isExpired = state === 'expiring';
  return {
    kind: isExpired ? 'expired-lease' : 'idle-resource',
    ...words.fields({
      title: `${name} (${typeTitle})`,
      evidence: isExpired
        ? describeLease(lease)
        : words.describe('cost.saving.idle'),
    }),
    entityRef: catalogRef,
    resourceId: providerName,
    url: `/provisioning/resources/${id}`,
  };
}

function describeLease(lease: ProvisionedResource['lease']): MessageDescriptor {
  return lease?.removedAt
    ? words.describe('cost.saving.expiredOn', {
        endedOn: { day: lease.endsAt.slice(0, 10) },
        removedOn: { day: lease.removedAt.slice(0, 10) },
      })
    : words.describe('cost.saving.expired');
}
