import type { Ownership, ScopeOptions } from '@atrium/backend-common';
import {
  type GraphKind,
  graphKindSchema,
} from '@atrium/plugin-entity-graph-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import type { NodeStore } from '../database/NodeStore';
import type { Visibility } from './Visibility';

interface GraphStartsOptions {
  nodes: NodeStore;
  ownership: Pick<Ownership, 'findOwnersBehind'>;
}

/** What a graph without a beginning shows: systems are its clusters. */
export const PLAIN_KINDS: readonly GraphKind[] = [
  'component',
  'api',
  'resource',
  'airesource',
];

/** Whether entities of a kind stand for what is in them. */
export function isContainer(kind: string): boolean {
  return kind === 'system' || kind === 'domain';
}

/** Finds the entities that one begins with. */
export class GraphStarts {
  readonly #options: GraphStartsOptions;

  constructor(options: GraphStartsOptions) {
    this.#options = options;
  }

  /**
   * Those behind an entity: a system or domain stands for what is in it, a group
   * or user for what they own, any other entity for itself.
   *
   * @throws NotFoundError where it is not there, or hidden
   */
  async findBehind(
    entityRef: string,
    options: ScopeOptions & { visibility: Visibility },
  ): Promise<string[]> {
    const { nodes, ownership } = this.#options;
    const { visibility } = options;
    const node = (await nodes.find([entityRef])).get(entityRef);
    const [seen] = node ? await visibility.filter([entityRef]) : [];
    if (!node || !seen) {
      throw new NotFoundError(`No entity '${entityRef}' in the graph`);
    }
    switch (node.kind) {
      case 'system':
      case 'domain':
        return visibility.filter(await this.#listPlainParts(entityRef));
      case 'group':
      case 'user':
        return visibility.filter(
          await nodes.list({
            kinds: PLAIN_KINDS,
            ownerRefs: await ownership.findOwnersBehind(entityRef, options),
          }),
        );
      default:
        return [entityRef];
    }
  }

  /**
   * What fails with an entity by itself: those behind it, and where it is a system
   * or domain, on which something may depend as such, that and those in it, too.
   *
   * @throws NotFoundError where it is not there, or hidden
   */
  async findWhole(
    entityRef: string,
    options: ScopeOptions & { visibility: Visibility },
  ): Promise<string[]> {
    const behind = await this.findBehind(entityRef, options);
    if (!isContainer(parseEntityRef(entityRef).kind)) {
      return behind;
    }
    const parts = await this.#options.nodes.listParts(entityRef);
    const containers = parts.filter(({ kind }) => isContainer(kind));
    return [
      entityRef,
      ...(await options.visibility.filter(
        containers.map(one => one.entityRef),
      )),
      ...behind,
    ];
  }

  async #listPlainParts(entityRef: string): Promise<string[]> {
    const parts = await this.#options.nodes.listParts(entityRef);
    return parts.flatMap(one => (isContainer(one.kind) ? [] : [one.entityRef]));
  }

  /** Those that fit filters, those with most edges first, as far as there is room. */
  async find(
    filter: {
      kinds?: readonly GraphKind[];
      ownerRef?: string;
      systemRef?: string;
      limit: number;
    },
    options: ScopeOptions & { visibility: Visibility },
  ): Promise<{ refs: string[]; totalCount: number }> {
    const { nodes, ownership } = this.#options;
    const { kinds = PLAIN_KINDS, limit, ownerRef, systemRef } = filter;
    const wanted = {
      kinds,
      ownerRefs: ownerRef
        ? await ownership.findOwnersBehind(ownerRef, options)
        : undefined,
      systemRef,
    };
    if (await options.visibility.canSeeAll()) {
      const [refs, totalCount] = await Promise.all([
        nodes.list(wanted, limit),
        nodes.count(wanted),
      ]);
      return { refs, totalCount };
    }
    const visible = await options.visibility.filter(await nodes.list(wanted));
    return { refs: visible.slice(0, limit), totalCount: visible.length };
  }
}

/**
 * Refuses what can be no node, before anything is read.
 *
 * @throws InputError
 */
export function requireNodeRef(entityRef: string): void {
  const { kind } = parseEntityRef(entityRef);
  if (!graphKindSchema.safeParse(kind).success) {
    throw new InputError(
      `'${entityRef}' must be a ${graphKindSchema.options.join(', ')}`,
    );
  }
}
