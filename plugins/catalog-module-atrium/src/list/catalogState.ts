import { healthSchema } from '@atrium/plugin-entity-summary-common';
import { tableSortSchema } from '@atrium/ui';
import { z } from 'zod';

/** What {@link CatalogState.owner} says for what is the person's own. */
export const MINE = 'mine';

/** What {@link CatalogState.kind} says for entities of every kind. */
export const ALL_KINDS = 'all';

const valuesSchema = z.array(z.string().max(200)).default([]);

/** What the catalog lists; all of it is in the address. */
export const catalogStateSchema = z.object({
  kind: z.string().default('component'),
  q: z.string().max(200).default(''),
  /** An entity ref, or {@link MINE}: a link to one's own means whoever follows it. */
  owner: z.string().optional(),
  system: z.string().optional(),
  type: valuesSchema,
  lifecycle: valuesSchema,
  tag: valuesSchema,
  health: z.array(healthSchema).default([]),
  starred: z.stringbool().default(false),
  /** By name without it. */
  sort: tableSortSchema.optional(),
  /** The cursors of the pages before, and of the one that is shown. */
  after: z.array(z.string()).default([]),
});

/** What the catalog lists. */
export type CatalogState = z.output<typeof catalogStateSchema>;

/** Takes away all that narrows the list, and keeps its kind. */
export const NO_FILTERS = {
  q: '',
  owner: undefined,
  system: undefined,
  type: [],
  lifecycle: [],
  tag: [],
  health: [],
  starred: false,
};

/** Whether something besides the kind narrows the list. */
export function isNarrowed(state: CatalogState): boolean {
  const { q, owner, system, type, lifecycle, tag, health, starred } = state;
  return (
    q.trim() !== '' ||
    owner !== undefined ||
    system !== undefined ||
    starred ||
    [type, lifecycle, tag, health].some(values => values.length > 0)
  );
}
