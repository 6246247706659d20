import type { ScopeOptions } from '@atrium/backend-common';
import {
  graphKindSchema,
  type GraphPath,
  type PathQuery,
  graphRelationSchema,
} from '@atrium/plugin-entity-graph-common';
import { NotFoundError } from '@backstage/errors';
import type { GraphReadsOptions } from './GraphReads';
import { requireNodeRef } from './GraphStarts';
import { listBetween, Traversal } from './Traversal';
import { Visibility } from './Visibility';

/** Of services that call each other by APIs, two steps lead to the next one. */
const MAX_PATH = 50;

/** A search through more than this is given up. */
const MAX_SEARCHED = 20_000;

type PathFinderOptions = Omit<GraphReadsOptions, 'starts'>;

/** Finds how one entity depends on another one. */
export class PathFinder {
  readonly #options: PathFinderOptions;
  readonly #traversal: Traversal;

  constructor(options: PathFinderOptions) {
    this.#options = options;
    this.#traversal = new Traversal(options.edges);
  }

  /**
   * A shortest way from the first down to the second, or else the other way round.
   *
   * @throws NotFoundError where one of them is not there, or hidden
   */
  async find(
    { from, to }: PathQuery,
    { credentials }: ScopeOptions,
  ): Promise<GraphPath> {
    const { edges, reader, visible } = this.#options;
    const visibility = new Visibility(visible, credentials);
    for (const ref of [from, to]) {
      requireNodeRef(ref);
    }
    const ends = await reader.read(
      new Map([from, to].map(ref => [ref, { hops: 0 }])),
      { credentials, visibility },
    );
    const seen = await visibility.filter(
      ends.nodes.map(({ entityRef }) => entityRef),
    );
    const missing = [from, to].find(ref => !seen.includes(ref));
    if (missing) {
      throw new NotFoundError(`No entity '${missing}' in the graph`);
    }
    const there = await this.#search(from, to, visibility);
    const back = there.refs
      ? undefined
      : await this.#search(to, from, visibility);
    const refs = there.refs ?? back?.refs ?? [];
    const read = await reader.read(
      new Map(refs.map((ref, index) => [ref, { hops: index }])),
      { credentials, visibility },
    );
    const among = await edges.findAmong(refs);
    return {
      ...read,
      edges: refs
        .slice(1)
        .flatMap((target, index) =>
          among.filter(
            edge => edge.source === refs[index] && edge.target === target,
          ),
        ),
      isReversed: back?.refs !== undefined,
      isComplete:
        refs.length > 0 || (there.isComplete && (back?.isComplete ?? true)),
    };
  }

  async #search(from: string, to: string, visibility: Visibility) {
    const { found, leftOut, isOpen } = await this.#traversal.walk([from], {
      direction: 'down',
      hops: MAX_PATH,
      untilRef: to,
      limit: MAX_SEARCHED,
      kinds: graphKindSchema.options,
      relations: graphRelationSchema.options,
      origin: 'all',
      visibility,
    });
    return {
      refs: found.has(to)
        ? [...new Set([from, ...listBetween(found, to), to])]
        : undefined,
      isComplete: leftOut === 0 && !isOpen,
    };
  }
}
