import { repositoryPatternsSchema } from '@atrium/backend-common';
import { parseInput } from '@atrium/common';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import { z } from 'zod';

const allocationConfigSchema = z.strictObject({
  file: z.string().min(1).optional(),
  folder: z.string().min(1).optional(),
  repositories: repositoryPatternsSchema.default([]),
});

/** What `cost.allocation` of the configuration says. */
export type AllocationConfig = z.infer<typeof allocationConfigSchema>;

/** Reads and checks `cost.allocation`. */
export function readAllocationConfig(
  config: RootConfigService,
): AllocationConfig {
  try {
    return parseInput(
      allocationConfigSchema,
      config.getOptional('cost.allocation') ?? {},
    );
  } catch (error) {
    throw new ForwardedError("'cost.allocation' is not valid", error);
  }
}
