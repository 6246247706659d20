import type { EntitySloStatus } from '@atrium/plugin-slo-common';
import type { SloService } from '@atrium/plugin-slo-node';
import type { EntityFacts, FactProvider } from '@atrium/plugin-scorecard-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { valuesOf } from '../../facts/describeProvider';
import { DAY_MS, HOUR_MS } from '../../facts/elapsed';
import { entityPage, urlsFor } from '../../facts/links';
import { sloDescription } from './sloDescription';

interface SloProviderOptions {
  auth: AuthService;
  slo: Pick<SloService, 'getStatuses'>;
}

/** Tells how the SLOs of entities stand. */
export function createSloProvider(options: SloProviderOptions): FactProvider {
  const { auth, slo } = options;
  return {
    description: sloDescription,
    refreshMs: HOUR_MS / 4,
    // It says when it learns of an entity (see followSources).
    unknownRefreshMs: DAY_MS / 2,
    needs: 'ref',
    kinds: ['component', 'api', 'resource', 'system'],
    async collect(entities) {
      // Nobody asks: facts are kept for everybody who may see the entity.
      const credentials = await auth.getOwnServiceCredentials();
      const refs = entities.map(entity => stringifyEntityRef(entity));
      const statuses = await slo.getStatuses(refs, { credentials });
      return new Map(
        statuses.map(status => [status.entityRef, toFacts(status)]),
      );
    },
  };
}

function toFacts(status: EntitySloStatus): EntityFacts {
  const { slos, states, budgetRemaining, lowestCoverage } = status;
  const values = valuesOf(sloDescription, {
    count: slos,
    breached: states.breached ?? 0,
    atRisk: states['at-risk'] ?? 0,
    withoutData: states['no-data'] ?? 0,
    lowestBudgetPercent: toPercent(budgetRemaining),
    hasAlerting: slos > 0 ? status.slosWithAlerts === slos : undefined,
    firingAlerts: status.firingAlerts,
    coveragePercent: toPercent(lowestCoverage),
    fileProblems: status.fileProblems,
  });
  const page = entityPage(status.entityRef, 'slos');
  return {
    values,
    urls: urlsFor(Object.keys(values), page),
    ...(slos === 0 && status.fileProblems === 0 && { isEmpty: true }),
  };
}

function toPercent(part: number | undefined): number | undefined {
  return part === undefined ? undefined : Math.round(part * 10_000) / 100;
}
