import type {
  EntityRuntime,
  WorkloadRow,
} from '@atrium/plugin-workloads-common';

type RuntimeRow = Pick<
  WorkloadRow,
  'health' | 'healthReason' | 'messages' | 'name' | 'replicas'
>;

/** A workload, and the entities it belongs to. */
export interface HeldRow {
  row: RuntimeRow;
  entityRefs: string[];
}

/** Sums up what runs for each of some entities, without those that have nothing. */
export function sumRuntimes(
  rows: readonly HeldRow[],
  entityRefs: readonly string[],
): EntityRuntime[] {
  const byEntity = new Map<string, RuntimeRow[]>();
  for (const { row, entityRefs: holders } of rows) {
    for (const ref of holders) {
      const own = byEntity.get(ref) ?? [];
      own.push(row);
      byEntity.set(ref, own);
    }
  }
  return [...new Set(entityRefs)].flatMap(entityRef => {
    const own = byEntity.get(entityRef);
    return own ? sum(entityRef, own) : [];
  });
}

function sum(entityRef: string, rows: RuntimeRow[]): EntityRuntime {
  const degraded = rows.filter(({ health }) => health === 'degraded');
  const down = degraded.filter(isDown);
  const worst = down.at(0) ?? degraded.at(0);
  return {
    entityRef,
    workloads: rows.length,
    desiredPods: add(rows, row => row.replicas?.desired),
    readyPods: add(rows, row => row.replicas?.ready),
    degraded: degraded.length,
    down: down.length,
    stopped: rows.filter(({ health }) => health === 'stopped').length,
    ...(worst && describeWorst(worst, rows.length > 1)),
  };
}

/** What it says; of several workloads, which one says so. */
function describeWorst(
  { healthReason, messages, name }: RuntimeRow,
  isOneOfSeveral: boolean,
): Pick<EntityRuntime, 'messages' | 'reason'> {
  const of = isOneOfSeveral && healthReason !== undefined ? `${name}: ` : '';
  return {
    reason: healthReason && of + healthReason,
    ...(messages?.healthReason && {
      messages: { reason: [...(of ? [of] : []), ...messages.healthReason] },
    }),
  };
}

function isDown({ replicas }: RuntimeRow): boolean {
  return replicas !== undefined && replicas.desired > 0 && replicas.ready === 0;
}

function add(
  rows: RuntimeRow[],
  read: (row: RuntimeRow) => number | undefined,
): number {
  return rows.reduce((total, row) => total + (read(row) ?? 0), 0);
}
