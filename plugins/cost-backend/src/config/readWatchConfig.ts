import { parseInput } from '@atrium/common';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import { z } from 'zod';

const percentsSchema = z
  .array(z.number().int().min(1).max(1000))
  .default([50, 80, 100]);

const watchConfigSchema = z.object({
  budgets: z
    .strictObject({
      actualPercents: percentsSchema,
      forecastPercents: percentsSchema,
    })
    .prefault({}),
  anomalies: z
    .strictObject({ minimumAmount: z.number().positive().default(10) })
    .prefault({}),
  metricSenders: z.array(z.string().min(1)).default([]),
});

/** When owners are told of cost, and who may send how much work was done. */
export type WatchConfig = z.output<typeof watchConfigSchema>;

/** Reads and checks `cost.budgets`, `cost.anomalies` and `cost.metricSenders`. */
export function readWatchConfig(config: RootConfigService): WatchConfig {
  try {
    return parseInput(watchConfigSchema, config.getOptional('cost') ?? {});
  } catch (error) {
    throw new ForwardedError("The configuration 'cost' is wrong", error);
  }
}
