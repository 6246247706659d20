import type {
  CostPart,
  DeliveryPart,
  EntityParts,
  EntityRow,
  Health,
  LevelPart,
  SloPart,
} from '@atrium/plugin-entity-summary-common';
import type { ProvisionedResource } from '@atrium/plugin-provisioning-common';

/** What delivery says, without a judgement. */
export type DeliveryFigures = Pick<DeliveryPart, 'status' | 'openIncidents'>;
/** What the SLOs say, without a judgement. */
export type SloFigures = Pick<SloPart, 'state' | 'firingAlerts'>;
/** What the findings say, without a judgement. */
export type FindingFigures = { overdueCritical: number };
/** What the provider says of a resource, without a judgement. */
export type ProvisionedFigures = Pick<
  ProvisionedResource,
  'health' | 'isSuspended' | 'state'
>;
/** What the clusters say, without a judgement. */
export interface RuntimeFigures {
  workloads: number;
  degraded: number;
  down: number;
  stopped: number;
}

/** An incident is bad, a failed main branch a warning. */
export function judgeDelivery(figures: DeliveryFigures): Health {
  if (figures.openIncidents > 0) {
    return 'bad';
  }
  switch (figures.status) {
    case 'incident':
      return 'bad';
    case 'failed':
      return 'warning';
    case 'running':
    case 'passed':
      return 'good';
    default:
      return 'unknown';
  }
}

/** A spent budget and a firing alert are bad; what has no data is unknown. */
export function judgeSlos({ firingAlerts, state }: SloFigures): Health {
  if (state === 'breached' || firingAlerts > 0) {
    return 'bad';
  }
  switch (state) {
    case 'at-risk':
      return 'warning';
    case 'ok':
      return 'good';
    default:
      return 'unknown';
  }
}

/** A workload without any ready pod is bad, one with too few a warning. */
export function judgeRuntime(figures: RuntimeFigures): Health {
  const { degraded, down, stopped, workloads } = figures;
  if (down > 0) {
    return 'bad';
  }
  if (degraded > 0) {
    return 'warning';
  }
  return workloads > stopped ? 'good' : 'unknown';
}

/**
 * What its provider says is degraded is bad; what nobody gets into, and what a person
 * has to look at, is a warning.
 */
export function judgeProvisioned(figures: ProvisionedFigures): Health {
  const { health, isSuspended, state } = figures;
  if (health?.status === 'degraded') {
    return 'bad';
  }
  if (isSuspended || ['failed', 'needs-attention'].includes(state)) {
    return 'warning';
  }
  return health?.status === 'ok' ? 'good' : 'unknown';
}

/** A check that fails is a warning. */
export function judgeLevel({ failing }: Pick<LevelPart, 'failing'>): Health {
  return failing > 0 ? 'warning' : 'good';
}

/** Over the budget, and what will be, is a warning; without one it is unknown. */
export function judgeCost({
  budgetState,
}: Pick<CostPart, 'budgetState'>): Health {
  switch (budgetState) {
    case 'over':
    case 'at-risk':
      return 'warning';
    case 'within':
      return 'good';
    default:
      return 'unknown';
  }
}

/** A critical finding that is open for longer than allowed is a warning. */
export function judgeFindings({ overdueCritical }: FindingFigures): Health {
  return overdueCritical > 0 ? 'warning' : 'good';
}

/** How an entity is altogether, and what makes it so. */
export interface Judgement {
  health: Health;
  healthReason?: EntityRow['healthReason'];
}

type JudgedParts = Partial<
  Pick<
    EntityParts,
    'delivery' | 'findings' | 'provisioning' | 'runtime' | 'slo'
  >
>;

/** What counts for an entity altogether, the more urgent first. */
const JUDGED = [
  'slo',
  'runtime',
  'provisioning',
  'delivery',
  'findings',
] as const;

/**
 * How an entity is altogether: the worst of its parts. It is good only where
 * delivery, an SLO, the clusters or the provider of a resource say so; what nobody
 * measures is unknown. Cost and levels do not count: cost is not for everybody, a level
 * is no emergency.
 */
export function judgeEntity(parts: JudgedParts): Judgement {
  if ((parts.delivery?.openIncidents ?? 0) > 0) {
    return { health: 'bad', healthReason: 'incident' };
  }
  for (const health of ['bad', 'warning'] as const) {
    const reason = JUDGED.find(name => parts[name]?.health === health);
    if (reason) {
      return { health, healthReason: reason };
    }
  }
  const isGood = [
    parts.delivery,
    parts.slo,
    parts.runtime,
    parts.provisioning,
  ].some(part => part?.health === 'good');
  return { health: isGood ? 'good' : 'unknown' };
}
