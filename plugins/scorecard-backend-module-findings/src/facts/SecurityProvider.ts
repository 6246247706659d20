import type { FactValue } from '@atrium/plugin-scorecard-common';
import type { EntityFacts, FactProvider } from '@atrium/plugin-scorecard-node';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type {
  EntitySecurity,
  SecurityFactStore,
} from '../database/SecurityFactStore';
import { OPENSSF_FACTS, securityDescription } from './securityFacts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Tells scorecards how secure entities are, as far as tools reported. */
export class SecurityProvider implements FactProvider {
  readonly description = securityDescription;
  // Uploads have them collected at once; due dates pass by themselves.
  readonly refreshMs = HOUR_MS;
  readonly kinds = ['component', 'api', 'resource', 'system'];
  readonly #store: Pick<SecurityFactStore, 'read'>;

  constructor(store: Pick<SecurityFactStore, 'read'>) {
    this.#store = store;
  }

  async collect(
    entities: readonly Entity[],
  ): Promise<Map<string, EntityFacts>> {
    const refs = entities.map(entity => stringifyEntityRef(entity));
    const known = await this.#store.read(refs);
    return new Map(
      known.map(security => [
        security.entityRef,
        { values: toValues(security) },
      ]),
    );
  }
}

function toValues(security: EntitySecurity): Record<string, FactValue> {
  const { isScanned, kinds, score } = security;
  return {
    scanners: security.tools,
    hasSbom: security.hasSbom,
    ...(security.hasSbom && { sbomComponents: security.sbomComponents }),
    ...(isScanned && toFindingValues(security)),
    ...(kinds.includes('secret') && { leakedSecrets: security.secrets }),
    ...(score !== undefined && { scorecardScore: score }),
    ...toCheckValues(security),
  };
}

function toFindingValues(security: EntitySecurity): Record<string, FactValue> {
  const { critical, high, lastScanAt, medium, oldestCriticalAt } = security;
  return {
    openCritical: critical,
    openHigh: high,
    openMedium: medium,
    overdue: security.overdue,
    overdueCritical: security.overdueCritical,
    oldestCriticalDays: oldestCriticalAt
      ? Math.max(
          0,
          Math.floor((Date.now() - oldestCriticalAt.getTime()) / DAY_MS),
        )
      : 0,
    ...(lastScanAt && { lastScanAt: lastScanAt.toISOString() }),
  };
}

function toCheckValues({ checks }: EntitySecurity): Record<string, FactValue> {
  return Object.fromEntries(
    Object.entries(OPENSSF_FACTS).flatMap(([fact, name]) => {
      const check = checks.find(one => one.name === name);
      return check ? [[fact, Math.round(check.score)]] : [];
    }),
  );
}
