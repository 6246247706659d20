import type { ScopeOptions } from '@atrium/backend-common';
import {
  type GraphNode,
  type NodeFacts,
  nodeFactsSchema,
} from '@atrium/plugin-entity-graph-common';
import type { EntitySummaryService } from '@atrium/plugin-entity-summary-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NodeStore, StoredNode } from '../database/NodeStore';
import type { Visibility } from './Visibility';

interface NodeReaderOptions {
  logger: LoggerService;
  nodes: Pick<NodeStore, 'find'>;
  summaries: EntitySummaryService;
  /** How long the facts are waited for. */
  factsMs?: number;
}

/** A graph that people wait for is better without colours than late. */
const FACTS_MS = 1_000;

/** How many entities are asked about at once. */
const BATCH = 500;

/** Entities with what is known of them. */
export interface ReadNodes {
  nodes: GraphNode[];
  facts: 'ready' | 'unavailable';
}

/** Reads entities of the graph, and how they are. */
export class NodeReader {
  readonly #options: Required<NodeReaderOptions>;

  constructor(options: NodeReaderOptions) {
    this.#options = { factsMs: FACTS_MS, ...options };
  }

  /**
   * Entities with how they are, in the order and at the distance given.
   *
   * @param found - visible entities by ref, each with its distance
   */
  async read(
    found: ReadonlyMap<string, { hops: number }>,
    options: ScopeOptions & { visibility: Visibility },
  ): Promise<ReadNodes> {
    const refs = [...found.keys()];
    const [nodes, facts] = await Promise.all([
      this.#readNodes(refs, options.visibility),
      this.#readFacts(refs, options),
    ]);
    return {
      nodes: [...found].flatMap(([ref, { hops }]) => {
        const node = nodes.get(ref);
        return node ? [{ ...node, hops, facts: facts?.get(ref) }] : [];
      }),
      facts: facts ? 'ready' : 'unavailable',
    };
  }

  /** The entities alone; titles of what is hidden are left out. */
  async #readNodes(
    refs: string[],
    visibility: Visibility,
  ): Promise<Map<string, StoredNode>> {
    const nodes = await this.#options.nodes.find(refs);
    const others = [...nodes.values()].flatMap(({ ownerRef, systemRef }) => [
      ownerRef ?? [],
      systemRef ?? [],
    ]);
    const seen = new Set(await visibility.filter(others.flat()));
    for (const node of nodes.values()) {
      if (!seen.has(node.ownerRef ?? '')) {
        node.ownerTitle = undefined;
      }
      if (!seen.has(node.systemRef ?? '')) {
        node.systemTitle = undefined;
      }
    }
    return nodes;
  }

  /** By ref; nothing where they could not be asked in time. */
  async #readFacts(
    refs: string[],
    { credentials }: ScopeOptions,
  ): Promise<Map<string, NodeFacts> | undefined> {
    const { factsMs, logger, summaries } = this.#options;
    const batches: string[][] = [];
    for (let start = 0; start < refs.length; start += BATCH) {
      batches.push(refs.slice(start, start + BATCH));
    }
    const asked = Promise.all(
      batches.map(batch => summaries.getRows(batch, { credentials })),
    ).catch(error => {
      logger.warn('The graph is answered without health and cost', {
        error: stringifyError(error),
      });
      return undefined;
    });
    const rows = await orLate(asked, factsMs);
    return (
      rows &&
      new Map(
        rows.flat().map(row => [row.entityRef, nodeFactsSchema.parse(row)]),
      )
    );
  }
}

/** What comes in time, or nothing. */
async function orLate<T>(
  work: Promise<T>,
  waitMs: number,
): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(() => resolve(undefined), waitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
