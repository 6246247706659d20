import { graphKindSchema } from '@atrium/plugin-entity-graph-common';
import { useAddressState } from '@atrium/ui';
import { z } from 'zod';

/** What the colour of a node says. */
export const colorBySchema = z.enum(['health', 'level', 'cost', 'owner']);

/** What the colour of a node says. */
export type ColorBy = z.infer<typeof colorBySchema>;

const addressSchema = z.object({
  view: z.string().optional(),
  entity: z.string().optional(),
  hops: z.coerce.number<string>().int().min(1).max(4).default(2),
  direction: z.enum(['both', 'up', 'down']).default('both'),
  kind: z.array(graphKindSchema).default([]),
  origin: z.enum(['all', 'declared', 'observed']).default('all'),
  owner: z.string().optional(),
  system: z.string().optional(),
  color: colorBySchema.default('health'),
  group: z.enum(['auto', 'system', 'none']).default('auto'),
  open: z.array(z.string()).default([]),
  selected: z.string().optional(),
  reach: z.coerce.number<string>().int().min(1).max(6).default(4),
  from: z.string().optional(),
  to: z.string().optional(),
});

/** What is shown of the graph, as it stands in the address. */
export type GraphAddress = z.output<typeof addressSchema>;

/** What is shown stands in the address, so that a link shows the same. */
export const useGraphAddress = () => useAddressState(addressSchema);

/** Changes what is shown. */
export type ChangeAddress = ReturnType<typeof useGraphAddress>[1];
