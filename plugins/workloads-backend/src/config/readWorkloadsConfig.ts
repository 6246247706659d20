import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';
import { readPositiveMs } from '@atrium/backend-common';
import { parseInput } from '@atrium/common';
import { z } from 'zod';
import { type ClaimRule, readClaimRules } from './readClaimRules';

/** What `workloads` in the configuration says. */
export interface WorkloadsConfig {
  /** By cluster, or by cluster and a pattern of namespaces. */
  environments: Record<string, string>;
  /** By cluster. */
  namespaces: Record<string, string[]>;
  claimRules: ClaimRule[];
  timeoutMs: number;
  cacheMs: number;
  concurrency: number;
  warningsMs: number;
}

const environmentsSchema = z.record(
  z.string().regex(/^[^/]+(\/[a-z0-9*-]+)?$/, {
    message: 'must name a cluster, or a cluster and a namespace',
  }),
  z.string().min(1),
);

const namespacesSchema = z.record(
  z.string(),
  z.array(z.string().regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/)).min(1),
);

/** Reads and checks `workloads`. */
export function readWorkloadsConfig(root: RootConfigService): WorkloadsConfig {
  const config = root.getOptionalConfig('workloads');
  const concurrency = config?.getOptionalNumber('concurrency') ?? 6;
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new InputError("'workloads.concurrency' must be 1 or more");
  }
  const readMs = (key: string, fallback: HumanDuration) =>
    readPositiveMs(root, { key: `workloads.${key}`, fallback });
  return {
    environments: readRecord(config, 'environments', environmentsSchema),
    namespaces: readRecord(config, 'namespaces', namespacesSchema),
    claimRules: readClaimRules(config),
    timeoutMs: readMs('timeout', { seconds: 8 }),
    cacheMs: readMs('cacheFor', { seconds: 10 }),
    concurrency,
    warningsMs: readMs('warningsFor', { hours: 1 }),
  };
}

/** As a whole: its keys may hold dots, which the config API reads as paths. */
function readRecord<Schema extends z.ZodType>(
  config: Config | undefined,
  key: string,
  schema: Schema,
): z.output<Schema> {
  try {
    return parseInput(schema, config?.getOptional(key) ?? {});
  } catch (error) {
    throw new InputError(`'workloads.${key}' is not valid`, error);
  }
}
