/** Entities that all depend on each other. */
export interface Cycle {
  /** One circle through the first of them, in order, without coming back. */
  refs: string[];
  /** How many depend on each other in all. */
  size: number;
}

interface Frame {
  ref: string;
  next: number;
}

/** What each node of a graph leads to. */
export type Targets = ReadonlyMap<string, readonly string[]>;

/** The circles of a graph, one of those that all depend on each other: largest first. */
export function findCycles(targets: Targets): Cycle[] {
  return findComponents(targets)
    .map(members => toCycle(members, targets))
    .sort(
      (a, b) => b.size - a.size || a.refs[0].localeCompare(b.refs[0], 'en'),
    );
}

/**
 * The nodes that all lead to each other, by Tarjan's strongly connected components
 * of more than one. Nothing is called again for a node, so that a long chain is no
 * deep stack.
 */
export function findComponents(targets: Targets): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const components: string[][] = [];

  const enter = (ref: string): Frame => {
    order.set(ref, order.size);
    lowest.set(ref, order.size - 1);
    open.push(ref);
    isOpen.add(ref);
    return { ref, next: 0 };
  };
  const lower = (ref: string, to: number | undefined) =>
    lowest.set(ref, Math.min(lowest.get(ref) ?? 0, to ?? 0));

  for (const start of targets.keys()) {
    const frames = order.has(start) ? [] : [enter(start)];
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const { ref } = frame;
      const target = targets.get(ref)?.[frame.next];
      frame.next += 1;
      if (target === undefined) {
        frames.pop();
        const before = frames.at(-1);
        if (before) {
          lower(before.ref, lowest.get(ref));
        }
        if (lowest.get(ref) === order.get(ref)) {
          const members = open.splice(open.lastIndexOf(ref));
          members.forEach(member => isOpen.delete(member));
          if (members.length > 1) {
            components.push(members);
          }
        }
      } else if (!order.has(target)) {
        frames.push(enter(target));
      } else if (isOpen.has(target)) {
        lower(ref, order.get(target));
      }
    }
  }
  return components;
}

/** A shortest circle through the first member by name. */
function toCycle(members: string[], targets: Targets): Cycle {
  const inside = new Set(members);
  const [start] = [...members].sort();
  const before = new Map<string, string>();
  const queue = [start];
  for (const ref of queue) {
    const next = (targets.get(ref) ?? []).filter(one => inside.has(one));
    if (next.includes(start)) {
      const refs = [ref];
      for (let at = before.get(ref); at; at = before.get(at)) {
        refs.unshift(at);
      }
      return { refs, size: members.length };
    }
    for (const one of next) {
      if (one !== start && !before.has(one)) {
        before.set(one, ref);
        queue.push(one);
      }
    }
  }
  return { refs: members, size: members.length };
}
