import type { ScopeOptions } from '@atrium/backend-common';
import {
  type AffectedNode,
  type GraphNode,
  graphKindSchema,
  graphRelationSchema,
  type Impact,
  type impactQuerySchema,
  MAX_NODES,
  type Reliance,
  type ReliedOnNode,
  weighImpact,
} from '@atrium/plugin-entity-graph-common';
import type { z } from 'zod';
import type { GraphReadsOptions } from './GraphReads';
import { requireNodeRef } from './GraphStarts';
import type { TeamFinder } from './TeamFinder';
import { listBetween, Traversal } from './Traversal';
import { Visibility } from './Visibility';

interface ImpactReadsOptions extends GraphReadsOptions {
  teams: TeamFinder;
}

type Query = z.output<typeof impactQuerySchema>;

/** Answers what fails with something, and what it relies on. */
export class ImpactReads {
  readonly #options: ImpactReadsOptions;
  readonly #traversal: Traversal;

  constructor(options: ImpactReadsOptions) {
    this.#options = options;
    this.#traversal = new Traversal(options.edges);
  }

  /**
   * If this fails, what fails with it?
   *
   * @throws NotFoundError where the entity is not there, or hidden
   */
  async getImpact(query: Query, options: ScopeOptions): Promise<Impact> {
    const { entity, reached, leftOut, facts } = await this.#reach(query, {
      ...options,
      direction: 'up',
    });
    const shares = shareOfCost(reached);
    const affected = reached
      .map((node): AffectedNode => {
        const weighed = weighImpact({
          tier: node.tier,
          budgetRemaining: node.facts?.budgetRemaining,
          costShare: shares.get(node.entityRef),
          hops: node.hops,
        });
        return { ...node, ...weighed };
      })
      .sort((a, b) => b.weight - a.weight || a.hops - b.hops);
    return {
      entity,
      hops: query.hops,
      affected,
      teams: await this.#options.teams.find(affected, options),
      leftOut,
      facts,
      at: new Date().toISOString(),
    };
  }

  /**
   * What does this rely on, and what of that is weakest?
   *
   * @throws NotFoundError where the entity is not there, or hidden
   */
  async getReliance(query: Query, options: ScopeOptions): Promise<Reliance> {
    const { entity, reached, leftOut, facts } = await this.#reach(query, {
      ...options,
      direction: 'down',
    });
    const reliedOn = reached.sort(
      (a, b) => a.hops - b.hops || budgetOf(a) - budgetOf(b),
    );
    const measured = reliedOn.filter(
      node => node.facts?.budgetRemaining !== undefined,
    );
    const [weakest] = [...measured].sort((a, b) => budgetOf(a) - budgetOf(b));
    return {
      entity,
      hops: query.hops,
      reliedOn,
      weakest,
      measured: measured.length,
      leftOut,
      facts,
    };
  }

  async #reach(
    { entityRef, hops }: Query,
    options: ScopeOptions & { direction: 'up' | 'down' },
  ) {
    requireNodeRef(entityRef);
    const { reader, starts, visible } = this.#options;
    const visibility = new Visibility(visible, options.credentials);
    const scope = { ...options, visibility };
    const startRefs = await starts.findWhole(entityRef, scope);
    const { found, leftOut } = await this.#traversal.walk(startRefs, {
      direction: options.direction,
      hops,
      limit: MAX_NODES,
      kinds: graphKindSchema.options,
      relations: graphRelationSchema.options,
      origin: 'all',
      visibility,
    });
    // What stands for its parts is asked about itself.
    const all = new Map(found).set(entityRef, { hops: 0 });
    const { nodes, facts } = await reader.read(all, scope);
    const byRef = new Map(nodes.map(node => [node.entityRef, node]));
    const titleOf = (ref: string) => {
      const node = byRef.get(ref);
      return node?.title ?? node?.name ?? ref;
    };
    const [entity] = nodes.filter(node => node.entityRef === entityRef);
    const reached = nodes
      .filter(node => node.hops > 0)
      .map(
        (node): ReliedOnNode => ({
          ...node,
          via: listBetween(found, node.entityRef).map(titleOf),
        }),
      );
    return { entity, reached, leftOut, facts };
  }
}

/** What is not measured comes last. */
function budgetOf({ facts }: GraphNode): number {
  return facts?.budgetRemaining ?? Number.POSITIVE_INFINITY;
}

/**
 * The cost of each entity in that of the costliest one. Amounts are compared as
 * numbers: a weight needs no exact cents, and the portal counts in one currency.
 */
function shareOfCost(nodes: GraphNode[]): Map<string, number> {
  const costs = nodes.flatMap(({ entityRef, facts }) =>
    facts?.cost ? [[entityRef, Number(facts.cost.amount)] as const] : [],
  );
  const most = Math.max(0, ...costs.map(([, amount]) => amount));
  return new Map(
    most > 0
      ? costs.map(([ref, amount]) => [ref, Math.max(0, amount / most)])
      : [],
  );
}
