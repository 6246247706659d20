import {
  matchesPattern,
  readPositiveMs,
  repositoryPatternsSchema,
} from '@atrium/backend-common';
import { entityRefSchema, parseInput } from '@atrium/common';
import {
  factDescriptionSchema,
  factNameSchema,
  type FactProviderDescription,
} from '@atrium/plugin-scorecard-common';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import { z } from 'zod';

const definitionsSchema = z.strictObject({
  folder: z.string().min(1).optional(),
  repositories: repositoryPatternsSchema.default([]),
  builtIn: z.boolean().default(true),
  builtInOwner: entityRefSchema.optional(),
});

const pushedFactsSchema = z.record(
  factNameSchema,
  z.looseObject({
    title: z.string().min(1),
    description: z.string().min(1),
    facts: z.record(factNameSchema, factDescriptionSchema),
  }),
);

/** What `scorecard` of the configuration says. */
export interface ScorecardConfig {
  definitions: {
    folder: string | undefined;
    builtIn: boolean;
    /** To whom those belong, if not to whom their files say. */
    builtInOwner: string | undefined;
    /** Whether scorecards of a repository rate everything. */
    ratesEverything(repository: string): boolean;
  };
  /** For how long facts and results are kept once they are over. */
  retentionMs: number;
  /** Providers whose facts are sent here. */
  pushedFacts: FactProviderDescription[];
  /** Who may send facts, beside plugins: by the subject of their token. */
  factSenders: readonly string[];
  /** Whether everybody who reaches the portal may see every badge. */
  hasPublicBadges: boolean;
}

/** Reads and checks `scorecard`. */
export function readScorecardConfig(
  config: RootConfigService,
): ScorecardConfig {
  const own = config.getOptionalConfig('scorecard');
  const definitions = read(
    definitionsSchema,
    own?.getOptional('definitions') ?? {},
    'scorecard.definitions',
  );
  const pushed = read(
    pushedFactsSchema,
    own?.getOptional('pushedFacts') ?? {},
    'scorecard.pushedFacts',
  );
  return {
    definitions: {
      folder: definitions.folder,
      builtIn: definitions.builtIn,
      builtInOwner: definitions.builtInOwner,
      ratesEverything: repository =>
        definitions.repositories.some(pattern =>
          matchesPattern(pattern, repository),
        ),
    },
    retentionMs: readPositiveMs(config, {
      key: 'scorecard.retention',
      fallback: { days: 400 },
    }),
    pushedFacts: Object.entries(pushed).map(
      ([id, { description, facts, title }]) => ({
        id,
        title,
        description,
        facts,
        freshnessMs: readPositiveMs(config, {
          key: `scorecard.pushedFacts.${id}.freshness`,
          fallback: { days: 1 },
        }),
      }),
    ),
    factSenders: own?.getOptionalStringArray('factSenders') ?? [],
    hasPublicBadges: own?.getOptionalBoolean('badges.public') ?? false,
  };
}

function read<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  key: string,
): z.output<Schema> {
  try {
    return parseInput(schema, value);
  } catch (error) {
    throw new ForwardedError(`'${key}' is not valid`, error);
  }
}
