import type { CostSummaries } from '@atrium/plugin-cost-common';
import type { CostService, CostTotals } from '@atrium/plugin-cost-node';
import type { EntityFacts, FactProvider } from '@atrium/plugin-scorecard-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { valuesOf } from '../../facts/describeProvider';
import { DAY_MS, HOUR_MS } from '../../facts/elapsed';
import { entityPage, urlsFor } from '../../facts/links';
import { costDescription, costDescriptionForOwners } from './costDescription';

type EntityCost = CostSummaries['items'][number];

interface CostProviderOptions {
  auth: AuthService;
  cost: Pick<CostService, 'getSummaries'>;
  costTotals: CostTotals;
}

/** What one question names: their refs are in its address. */
const BATCH = 100;

/**
 * Tells what entities cost, where everybody may read that, and how it stands against
 * their budgets.
 */
export function createCostProvider(options: CostProviderOptions): FactProvider {
  const { auth, cost, costTotals } = options;
  const isOpen = costTotals === 'everyone';
  return {
    // A fact that is not described can be read by nobody, not even where it is kept
    // from a time when totals were open.
    description: isOpen ? costDescription : costDescriptionForOwners,
    refreshMs: 6 * HOUR_MS,
    // It says when it learns of an entity (see followSources).
    unknownRefreshMs: DAY_MS,
    needs: 'ref',
    kinds: ['component', 'api', 'resource', 'system'],
    async collect(entities) {
      // Nobody asks: facts are kept for everybody who may see the entity.
      const credentials = await auth.getOwnServiceCredentials();
      const refs = entities.map(entity => stringifyEntityRef(entity));
      const facts = new Map<string, EntityFacts>();
      for (let start = 0; start < refs.length; start += BATCH) {
        const { items } = await cost.getSummaries(
          refs.slice(start, start + BATCH),
          { credentials, withTagged: true },
        );
        for (const item of items) {
          facts.set(item.entityRef, toFacts(item, { isOpen }));
        }
      }
      return facts;
    },
  };
}

function toFacts(
  item: EntityCost,
  { isOpen }: { isOpen: boolean },
): EntityFacts {
  const { budgetState, entityRef, taggedRatio } = item;
  const values = valuesOf(costDescription, {
    ...(isOpen && toAmounts(item)),
    hasBudget: budgetState !== undefined,
    isWithinBudget: budgetState && budgetState !== 'over',
    isExpectedWithinBudget: budgetState && budgetState === 'within',
    taggedPercent:
      taggedRatio === undefined ? undefined : toRounded(taggedRatio * 100),
  });
  return {
    values,
    urls: urlsFor(Object.keys(values), entityPage(entityRef, 'cost')),
  };
}

/** What only those may read who may read the totals of the entity. */
function toAmounts({ monthToDate, sameDaysLastMonth }: EntityCost) {
  const before = Number(sameDaysLastMonth ?? 0);
  const now = Number(monthToDate);
  return {
    monthToDate: toRounded(now),
    changePercent:
      before > 0 && now >= 0 ? toRounded((now / before - 1) * 100) : undefined,
  };
}

function toRounded(value: number): number {
  return Math.round(value * 100) / 100;
}
