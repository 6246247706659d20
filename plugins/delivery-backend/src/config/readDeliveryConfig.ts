import { readNamedSections, readPositiveMs } from '@atrium/backend-common';
import {
  type EnvironmentTier,
  environmentTierSchema,
} from '@atrium/plugin-delivery-common';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import {
  readRepositoryRules,
  type RepositoryRule,
} from './readRepositoryRules';

/** Somebody who signs the events they send. */
export interface WebhookConfig {
  secret: string;
  sourcePrefix?: string;
}

/** How the DORA metrics are defined here. */
export interface DoraConfig {
  leadTimeFrom: 'first-commit' | 'merge';
  restoreOf: 'failed-deployments' | 'all-incidents';
  failureWindowMs: number;
  clockSkewToleranceMs: number;
}

/** What `delivery` in the configuration says. */
export interface DeliveryConfig {
  environments: Record<string, EnvironmentTier>;
  mainBranches: string[];
  /** Whether owners are told when their main branch turns red. */
  notifiesOfMainBranch: boolean;
  webhooks: Map<string, WebhookConfig>;
  replayWindowMs: number;
  dora: DoraConfig;
  repositoryRules: RepositoryRule[];
  retention: { eventsMs: number; runsMs: number; historyMs: number };
}

const MIN_SECRET_LENGTH = 16;
// The rollup rewrites the days whose events are all still there, and takes
// changes to be deployed within half a year.
const MIN_HISTORY_MS = durationToMilliseconds({ days: 200 });

/** Reads and checks `delivery`. */
export function readDeliveryConfig(root: RootConfigService): DeliveryConfig {
  const config = root.getOptionalConfig('delivery');
  const dora = config?.getOptionalConfig('dora');
  const readMs = (key: string, fallback: HumanDuration) =>
    readPositiveMs(root, { key: `delivery.${key}`, fallback });
  const historyMs = readMs('retention.history', { days: 1200 });
  if (historyMs < MIN_HISTORY_MS) {
    throw new InputError(
      "'delivery.retention.history' must be at least 200 days",
    );
  }
  return {
    environments: readEnvironments(config),
    mainBranches: config?.getOptionalStringArray('mainBranches') ?? [
      'main',
      'master',
      'trunk',
    ],
    notifiesOfMainBranch:
      config?.getOptionalBoolean('notifications.mainBranch') ?? true,
    webhooks: readWebhooks(root),
    replayWindowMs: readMs('ingest.replayWindow', { minutes: 5 }),
    dora: {
      leadTimeFrom: readChoice(dora, 'leadTimeFrom', ['first-commit', 'merge']),
      restoreOf: readChoice(dora, 'restoreOf', [
        'failed-deployments',
        'all-incidents',
      ]),
      failureWindowMs: readMs('dora.failureWindow', { hours: 24 }),
      clockSkewToleranceMs: readPositiveMs(root, {
        key: 'delivery.dora.clockSkewTolerance',
        fallback: { minutes: 5 },
        isZeroAllowed: true,
      }),
    },
    repositoryRules: readRepositoryRules(root),
    retention: {
      eventsMs: readMs('retention.events', { days: 400 }),
      runsMs: readMs('retention.runs', { days: 400 }),
      historyMs,
    },
  };
}

function readEnvironments(config?: Config): Record<string, EnvironmentTier> {
  const environments: Record<string, EnvironmentTier> = {};
  const value = config?.getOptional('environments');
  if (value === undefined) {
    return environments;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError("'delivery.environments' must map names to tiers");
  }
  // By hand: a name may hold dots and stars, which the config API reads as paths.
  for (const [name, tier] of Object.entries(value)) {
    const parsed = environmentTierSchema.safeParse(tier);
    if (!parsed.success) {
      throw new InputError(
        `'delivery.environments' must say one of ${environmentTierSchema.options.join(
          ', ',
        )} for '${name}'`,
      );
    }
    environments[name] = parsed.data;
  }
  return environments;
}

function readWebhooks(root: Config): Map<string, WebhookConfig> {
  const webhooks = new Map<string, WebhookConfig>();
  const key = 'delivery.ingest.webhooks';
  for (const [name, webhook] of readNamedSections(root, key)) {
    const secret = webhook.getString('secret');
    if (secret.length < MIN_SECRET_LENGTH) {
      throw new InputError(
        `'${key}.${name}.secret' must have at least ${MIN_SECRET_LENGTH} characters`,
      );
    }
    webhooks.set(name, {
      secret,
      sourcePrefix: webhook.getOptionalString('sourcePrefix'),
    });
  }
  return webhooks;
}

/** The first choice is the default. */
function readChoice<Choice extends string>(
  config: Config | undefined,
  key: string,
  choices: [Choice, ...Choice[]],
): Choice {
  const value = config?.getOptionalString(key) ?? choices[0];
  const choice = choices.find(candidate => candidate === value);
  if (!choice) {
    throw new InputError(
      `'delivery.dora.${key}' must be one of ${choices.join(
        ', ',
      )}, got '${value}'`,
    );
  }
  return choice;
}
