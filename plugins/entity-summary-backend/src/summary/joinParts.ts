import type {
  EntityParts,
  FindingsPart,
} from '@atrium/plugin-entity-summary-common';
import { deliveryStatusSchema } from '@atrium/plugin-delivery-common';
import { findingSeveritySchema } from '@atrium/plugin-scorecard-common';
import { sloStateSchema } from '@atrium/plugin-slo-common';
import type { SUMMED_PARTS } from '../parts/partKinds';
import { worstHealth } from '../services/health';

type Joined = Partial<Pick<EntityParts, (typeof SUMMED_PARTS)[number]>>;

/**
 * What the parts of several entities come to together. A part that none of them
 * has is absent.
 */
export function joinParts(parts: readonly Partial<EntityParts>[]): Joined {
  return {
    delivery: join(parts, 'delivery', of => ({
      health: worstHealth(of.map(({ health }) => health)),
      status: worst(
        deliveryStatusSchema.options,
        of.map(({ status }) => status),
      ),
      openIncidents: sum(of, one => one.openIncidents),
      deployedAt: of
        .flatMap(({ deployedAt }) => deployedAt ?? [])
        .sort()
        .at(-1),
      finishedRuns: sum(of, one => one.finishedRuns),
      failedRuns: sum(of, one => one.failedRuns),
    })),
    slo: join(parts, 'slo', of => ({
      health: worstHealth(of.map(({ health }) => health)),
      slos: sum(of, one => one.slos),
      state: worst(
        sloStateSchema.options,
        of.map(({ state }) => state),
      ),
      budgetRemaining: least(of.flatMap(one => one.budgetRemaining ?? [])),
      firingAlerts: sum(of, one => one.firingAlerts),
    })),
    runtime: join(parts, 'runtime', of => ({
      ...worstReason(of),
      health: worstHealth(of.map(({ health }) => health)),
      workloads: sum(of, one => one.workloads),
      desiredPods: sum(of, one => one.desiredPods),
      readyPods: sum(of, one => one.readyPods),
      readAt: of.flatMap(({ readAt }) => readAt ?? []).sort()[0],
    })),
    findings: join(parts, 'findings', of => ({
      health: worstHealth(of.map(({ health }) => health)),
      open: sum(of, one => one.open),
      bySeverity: sumSeverities(of),
      overdue: sum(of, one => one.overdue),
    })),
  };
}

/** What the first of the worst says, where it is not well. */
function worstReason(
  of: readonly EntityParts['runtime'][],
): Pick<EntityParts['runtime'], 'reason' | 'messages'> {
  const part = ['bad', 'warning']
    .flatMap(health => of.filter(one => one.health === health))
    .at(0);
  return { reason: part?.reason, messages: part?.messages };
}

function join<Name extends keyof EntityParts>(
  parts: readonly Partial<EntityParts>[],
  name: Name,
  add: (of: EntityParts[Name][]) => EntityParts[Name],
): EntityParts[Name] | undefined {
  const present = parts.flatMap(one => {
    const part = one[name];
    return part === undefined ? [] : [part];
  });
  return present.length > 0 ? add(present) : undefined;
}

/** @param order - the worst first */
function worst<Value>(order: readonly Value[], values: Value[]): Value {
  return order.find(value => values.includes(value)) ?? order[order.length - 1];
}

function sum<Part>(parts: Part[], read: (part: Part) => number): number {
  return parts.reduce((total, part) => total + read(part), 0);
}

function least(numbers: number[]): number | undefined {
  return numbers.length > 0 ? Math.min(...numbers) : undefined;
}

function sumSeverities(parts: FindingsPart[]): FindingsPart['bySeverity'] {
  return Object.fromEntries(
    findingSeveritySchema.options
      .map(severity => [
        severity,
        sum(parts, one => one.bySeverity[severity] ?? 0),
      ])
      .filter(([, count]) => count !== 0),
  );
}
