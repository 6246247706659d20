import {
  type EntityListQuery,
  entitySortSchema,
} from '@atrium/plugin-entity-summary-common';
import type { TableSort } from '@atrium/ui';
import { ALL_KINDS, type CatalogState, MINE } from './catalogState';

/** How many rows a page has. */
export const PAGE_SIZE = 50;

/** The most refs that the backend takes in one request. */
export const MAX_REFS = 200;

/** Whose list it is. */
export interface Reader {
  userRef: string | undefined;
  starredRefs: string[];
}

/** What the backend is asked for; undefined while it is not known who asks. */
export function toListQuery(
  state: CatalogState,
  options: { sort: TableSort | undefined; reader: Reader },
): EntityListQuery | undefined {
  const { sort, reader } = options;
  const ownerRef = state.owner === MINE ? reader.userRef : state.owner;
  if (state.owner !== undefined && ownerRef === undefined) {
    return undefined;
  }
  const column = entitySortSchema.safeParse(sort?.columnId);
  return {
    kind: state.kind === ALL_KINDS ? undefined : state.kind,
    ownerRef,
    systemRef: state.system,
    type: state.type,
    lifecycle: state.lifecycle,
    tag: state.tag,
    health: state.health,
    ...(state.starred && { entityRef: reader.starredRefs.slice(0, MAX_REFS) }),
    text: state.q.trim() || undefined,
    ...(column.success && {
      sort: column.data,
      order: sort?.isDescending ? 'desc' : 'asc',
    }),
    limit: PAGE_SIZE,
    cursor: state.after.at(-1),
  };
}
