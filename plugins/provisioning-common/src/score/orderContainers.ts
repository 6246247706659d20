import type { FieldIssue } from '@atrium/common/yaml';
import type { ScoreContainer, ScoreWorkload } from './scoreWorkload';

/** A container, and what has to be before others start. */
export interface OrderedContainer {
  name: string;
  container: ScoreContainer;
  /**
   * What others wait for; absent where nobody does. Of several the most that is
   * asked for: `complete`, then `healthy`, then `started`.
   */
  ready?: 'started' | 'healthy' | 'complete';
}

/** The containers of a workload, in the order in which they start. */
export interface ContainerOrder {
  /** Those that others wait for come before them, and else by name. */
  containers: OrderedContainer[];
  issues: FieldIssue[];
}

const READY = ['started', 'healthy', 'complete'] as const;

/** Puts containers in order by what their `before` says. */
export function orderContainers(
  containers: ScoreWorkload['containers'],
): ContainerOrder {
  const issues: FieldIssue[] = [];
  const ordered: OrderedContainer[] = [];
  const waiting = new Map(
    Object.entries(containers).toSorted(
      ([one], [other]) => Number(one > other) - Number(one < other),
    ),
  );
  // How many of those that still wait each of them has to come after.
  const blockers = new Map([...waiting.keys()].map(name => [name, 0]));
  for (const [name, { before }] of waiting) {
    for (const other of Object.keys(before)) {
      const count = blockers.get(other);
      if (count !== undefined && other !== name) {
        blockers.set(other, count + 1);
      } else {
        const message =
          other === name
            ? 'is the container itself'
            : 'is no container of this workload';
        issues.push({ path: ['containers', name, 'before', other], message });
      }
    }
  }
  while (waiting.size > 0) {
    const next = [...waiting].find(([name]) => blockers.get(name) === 0);
    if (!next) {
      const names = [...waiting.keys()];
      issues.push({
        path: ['containers', names[0], 'before'],
        message: `is a circle: ${names.join(', ')} wait for each other`,
      });
      break;
    }
    const [name, container] = next;
    waiting.delete(name);
    for (const other of Object.keys(container.before)) {
      blockers.set(other, (blockers.get(other) ?? 0) - 1);
    }
    ordered.push({ name, container, ...readyOf(container) });
  }
  for (const { name, container, ready } of ordered) {
    if (
      ready === 'healthy' &&
      !container.readinessProbe &&
      !container.livenessProbe
    ) {
      issues.push({
        path: ['containers', name],
        message:
          'must have a readinessProbe or livenessProbe, since another container waits until it is healthy',
      });
    }
  }
  return { containers: ordered, issues };
}

function readyOf({ before }: ScoreContainer): Pick<OrderedContainer, 'ready'> {
  const asked = Object.values(before).map(({ ready }) => ready);
  const ready = READY.findLast(one => asked.includes(one));
  return ready ? { ready } : {};
}
