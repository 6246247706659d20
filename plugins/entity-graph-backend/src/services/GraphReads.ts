import type { ScopeOptions, VisibleEntities } from '@atrium/backend-common';
import {
  type GraphEdge,
  graphKindSchema,
  type GraphNode,
  graphRelationSchema,
  type Neighbourhood,
  type neighbourhoodQuerySchema,
} from '@atrium/plugin-entity-graph-common';
import type { z } from 'zod';
import type { EdgeStore } from '../database/EdgeStore';
import { type GraphStarts, isContainer } from './GraphStarts';
import type { NodeReader } from './NodeReader';
import { type Found, Traversal, type Walk } from './Traversal';
import { Visibility } from './Visibility';

/** What reads of the graph work with. */
export interface GraphReadsOptions {
  edges: EdgeStore;
  reader: NodeReader;
  starts: GraphStarts;
  visible: Pick<VisibleEntities, 'canSeeAll' | 'filter'>;
}

type Query = z.output<typeof neighbourhoodQuerySchema>;

type Scope = ScopeOptions & { visibility: Visibility };

/** Answers what is around entities. */
export class GraphReads {
  readonly #options: GraphReadsOptions;
  readonly #traversal: Traversal;

  constructor(options: GraphReadsOptions) {
    this.#options = options;
    this.#traversal = new Traversal(options.edges);
  }

  /**
   * What uses an entity and what it depends on, or what fits the filters where
   * no entity is named.
   *
   * @throws NotFoundError where the entity is not there, or hidden
   */
  async getNeighbourhood(
    query: Query,
    { credentials }: ScopeOptions,
  ): Promise<Neighbourhood> {
    const { edges, reader, visible } = this.#options;
    const visibility = new Visibility(visible, credentials);
    const scope = { credentials, visibility };
    const { found, leftOut } = await this.#find(query, scope);
    const [read, among] = await Promise.all([
      reader.read(found, scope),
      edges.findAmong([...found.keys()]),
    ]);
    const shown = among.filter(
      ({ origin, relations }) =>
        (query.origin === 'all' ||
          origin === 'both' ||
          origin === query.origin) &&
        (!query.relation ||
          relations.length === 0 ||
          relations.some(one => query.relation?.includes(one))),
    );
    return {
      ...read,
      nodes: query.entityRef
        ? withoutIdleContainers(read.nodes, shown)
        : read.nodes,
      edges: shown,
      leftOut,
    };
  }

  async #find(query: Query, scope: Scope): Promise<Walk> {
    const { starts } = this.#options;
    const { entityRef, kind: kinds, limit, ownerRef, systemRef } = query;
    if (!entityRef) {
      const { refs, totalCount } = await starts.find(
        { kinds, ownerRef, systemRef, limit },
        scope,
      );
      return {
        found: new Map(refs.map(ref => [ref, { hops: 0 }])),
        leftOut: totalCount - refs.length,
      };
    }
    const startRefs = await starts.findWhole(entityRef, scope);
    const directions =
      query.direction === 'both'
        ? (['down', 'up'] as const)
        : ([query.direction] as const);
    const walks = await Promise.all(
      directions.map(direction =>
        this.#traversal.walk(startRefs, {
          direction,
          hops: query.hops,
          limit,
          kinds: kinds ?? graphKindSchema.options,
          relations: query.relation ?? graphRelationSchema.options,
          origin: query.origin,
          visibility: scope.visibility,
        }),
      ),
    );
    return joinWalks(walks, limit);
  }
}

/**
 * Leaves out the systems and domains one begins with where nothing depends on them
 * as such, nor they on anything: their parts stand for them.
 */
function withoutIdleContainers(
  nodes: GraphNode[],
  edges: readonly GraphEdge[],
): GraphNode[] {
  const joined = new Set(
    edges.flatMap(({ source, target }) => [source, target]),
  );
  return nodes.filter(
    ({ entityRef, hops, kind }) =>
      hops > 0 || !isContainer(kind) || joined.has(entityRef),
  );
}

/** What several walks came across, nearest first, as far as there is room. */
function joinWalks(walks: Walk[], limit: number): Walk {
  const found = new Map<string, Found>();
  for (const [ref, one] of walks.flatMap(walk => [...walk.found])) {
    const present = found.get(ref);
    if (!present || one.hops < present.hops) {
      found.set(ref, one);
    }
  }
  const nearest = [...found].sort(([, a], [, b]) => a.hops - b.hops);
  return {
    found: new Map(nearest.slice(0, limit)),
    leftOut:
      walks.reduce((sum, { leftOut }) => sum + leftOut, 0) +
      Math.max(0, nearest.length - limit),
  };
}
