import type {
  EntityRow,
  EntitySummary,
} from '@atrium/plugin-entity-summary-common';

/** A row about which nothing is known but what it is called. */
export function sampleRow(
  entityRef: string,
  part: Partial<EntityRow> = {},
): EntityRow {
  const [kind, rest] = entityRef.split(':');
  const [namespace, name] = rest.split('/');
  return {
    entityRef,
    kind,
    namespace,
    name,
    tags: [],
    health: 'unknown',
    openIncidents: 0,
    ...part,
  };
}

const absent = { state: 'absent' as const };

/** An answer in which nothing is measured, and what the test adds. */
export function sampleSummary(
  part: Partial<Omit<EntitySummary, 'parts' | 'neighbours'>> & {
    parts?: Partial<EntitySummary['parts']>;
    neighbours?: Partial<EntitySummary['neighbours']>;
  } = {},
): EntitySummary {
  const { parts, neighbours, ...rest } = part;
  return {
    entity: sampleRow('component:default/payment-service', {
      type: 'service',
    }),
    incidents: [],
    changes: [],
    changesUnavailable: [],
    ...rest,
    parts: {
      delivery: absent,
      slo: absent,
      runtime: absent,
      provisioning: absent,
      level: absent,
      cost: absent,
      findings: absent,
      ...parts,
    },
    neighbours: {
      dependsOn: [],
      dependsOnTotal: 0,
      usedBy: [],
      usedByTotal: 0,
      parts: [],
      partsTotal: 0,
      partsHealth: {},
      ...neighbours,
    },
  };
}
