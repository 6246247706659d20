import {
  type Ownership,
  PageCursor,
  type ScopeOptions,
  toPage,
} from '@atrium/backend-common';
import type {
  DifferenceKind,
  Differences,
  differencesQuerySchema,
} from '@atrium/plugin-entity-graph-common';
import { z } from 'zod';
import type { Difference, DifferenceStore } from '../database/DifferenceStore';
import type { GraphReadsOptions } from './GraphReads';
import { Visibility } from './Visibility';

interface DifferenceReadsOptions extends Omit<GraphReadsOptions, 'starts'> {
  differences: DifferenceStore;
  ownership: Pick<Ownership, 'findOwnersBehind'>;
}

type Query = z.output<typeof differencesQuerySchema>;

const cursor = new PageCursor(z.tuple([z.string(), z.string()]));

/** Answers how what is declared and what was seen differ. */
export class DifferenceReads {
  readonly #options: DifferenceReadsOptions;

  constructor(options: DifferenceReadsOptions) {
    this.#options = options;
  }

  /** A page of what was seen and is not declared, or the other way round. */
  async list(query: Query, options: ScopeOptions): Promise<Differences> {
    const { differences, edges, ownership, reader, visible } = this.#options;
    const visibility = new Visibility(visible, options.credentials);
    const scope = { ...options, visibility };
    const since = edges.observedSince;
    const ownerRefs = query.ownerRef
      ? await ownership.findOwnersBehind(query.ownerRef, options)
      : undefined;
    const find = async (kind: DifferenceKind) =>
      keepVisible(
        await differences.list(kind, { since, ownerRefs }),
        visibility,
      );
    const [undeclared, unseen, observedSources] = await Promise.all([
      find('undeclared'),
      find('unseen'),
      differences.countSources(since),
    ]);
    const all = query.kind === 'undeclared' ? undeclared : unseen;
    const after = cursor.decode(query.cursor);
    const rest = after
      ? all.filter(({ sourceRef, targetRef }) =>
          sourceRef === after[0] ? targetRef > after[1] : sourceRef > after[0],
        )
      : all;
    const page = toPage(rest, {
      limit: query.limit,
      totalItems: all.length,
      toCursor: last => cursor.encode([last.sourceRef, last.targetRef]),
    });
    const refs = [
      ...new Set(page.items.flatMap(one => [one.sourceRef, one.targetRef])),
    ];
    const [{ nodes }, among] = await Promise.all([
      reader.read(new Map(refs.map(ref => [ref, { hops: 0 }])), scope),
      edges.findAmong(refs),
    ]);
    const byRef = new Map(nodes.map(node => [node.entityRef, node]));
    const byEnds = new Map(
      among.map(edge => [`${edge.source} ${edge.target}`, edge]),
    );
    return {
      ...page,
      items: page.items.flatMap(({ sourceRef, targetRef }) => {
        const edge = byEnds.get(`${sourceRef} ${targetRef}`);
        const source = byRef.get(sourceRef);
        const target = byRef.get(targetRef);
        return edge && source && target ? [{ edge, source, target }] : [];
      }),
      totals: { undeclared: undeclared.length, unseen: unseen.length },
      observedSources,
    };
  }
}

async function keepVisible(
  found: Difference[],
  visibility: Visibility,
): Promise<Difference[]> {
  const seen = new Set(
    await visibility.filter(
      found.flatMap(({ sourceRef, targetRef }) => [sourceRef, targetRef]),
    ),
  );
  return found.filter(
    ({ sourceRef, targetRef }) => seen.has(sourceRef) && seen.has(targetRef),
  );
}
