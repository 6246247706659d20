import { repositoryPatternsSchema } from '@atrium/backend-common';
import { parseInput } from '@atrium/common';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import { z } from 'zod';

const definitionsConfigSchema = z.strictObject({
  folder: z.string().min(1).optional(),
  repositories: repositoryPatternsSchema.default([]),
});

/** What `provisioning.definitions` of the configuration says. */
export type DefinitionsConfig = z.infer<typeof definitionsConfigSchema>;

/** Reads and checks `provisioning.definitions`. */
export function readDefinitionsConfig(
  config: RootConfigService,
): DefinitionsConfig {
  try {
    return parseInput(
      definitionsConfigSchema,
      config.getOptional('provisioning.definitions') ?? {},
    );
  } catch (error) {
    throw new ForwardedError("'provisioning.definitions' is not valid", error);
  }
}
