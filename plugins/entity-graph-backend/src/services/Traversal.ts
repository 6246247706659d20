import type { EdgeStore, FollowOptions } from '../database/EdgeStore';
import type { Visibility } from './Visibility';

/** How far a graph is followed, and for whom. */
export interface WalkOptions extends FollowOptions {
  hops: number;
  /** The most entities that are found, those one begins with included. */
  limit: number;
  /** Where to stop as soon as it is found. */
  untilRef?: string;
  visibility: Visibility;
}

/** How an entity was found. */
export interface Found {
  hops: number;
  /** The entity before it, on a shortest way. */
  fromRef?: string;
}

/** What a walk came across. */
export interface Walk {
  /** By ref, nearest first. */
  found: Map<string, Found>;
  /** How many more there were at the distance where the limit was reached. */
  leftOut: number;
}

/** Follows edges from some entities, a step at a time. */
export class Traversal {
  readonly #edges: Pick<EdgeStore, 'follow'>;

  constructor(edges: Pick<EdgeStore, 'follow'>) {
    this.#edges = edges;
  }

  /**
   * What is within some steps; `isOpen` where more may be further away.
   *
   * @remarks What is hidden from the person is not there, and leads nowhere.
   */
  async walk(
    startRefs: readonly string[],
    options: WalkOptions,
  ): Promise<Walk & { isOpen: boolean }> {
    const { hops, limit, untilRef, visibility } = options;
    const found = new Map<string, Found>(
      startRefs.slice(0, limit).map(ref => [ref, { hops: 0 }]),
    );
    let leftOut = startRefs.length - found.size;
    let level = [...found.keys()];
    for (let hop = 1; hop <= hops && level.length > 0; hop++) {
      const steps = await this.#edges.follow(level, options);
      const next = new Map(
        steps
          .filter(({ toRef }) => !found.has(toRef))
          // Of several ways, the one from the first entity counts.
          .reverse()
          .map(({ toRef, fromRef }) => [toRef, fromRef]),
      );
      const visible = await visibility.filter([...next.keys()].sort());
      level = visible.slice(0, limit - found.size);
      leftOut += visible.length - level.length;
      for (const ref of level) {
        found.set(ref, { hops: hop, fromRef: next.get(ref) });
      }
      if (untilRef !== undefined && found.has(untilRef)) {
        break;
      }
    }
    return { found, leftOut, isOpen: level.length > 0 };
  }
}

/** The entities between the beginning and one that was found, in order. */
export function listBetween(
  found: ReadonlyMap<string, Found>,
  entityRef: string,
): string[] {
  const between: string[] = [];
  let before = found.get(entityRef)?.fromRef;
  while (before !== undefined) {
    const { fromRef } = found.get(before) ?? {};
    if (fromRef !== undefined) {
      between.unshift(before);
    }
    before = fromRef;
  }
  return between;
}
