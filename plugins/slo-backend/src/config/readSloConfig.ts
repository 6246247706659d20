import { readPositiveDuration, readPositiveMs } from '@atrium/backend-common';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';
import type { CountRetention } from '../database/countTables';
import { type AlertTargetConfig, readAlertTargets } from './readAlertTargets';
import {
  readSharedDocuments,
  type SharedDocument,
} from './readSharedDocuments';

/** How alerts come and go. */
export interface AlertConfig {
  resolveAfterMs: number;
  resolveBelow: number;
  noDataGraceMs: number;
  notifyOwners: boolean;
  targets: AlertTargetConfig[];
}

/** What `slo` in the configuration says. */
export interface SloConfig {
  shared: SharedDocument[];
  definitions: {
    frequency: HumanDuration;
    rereadAfterMs: number;
    maxFileBytes: number;
  };
  collect: { frequency: HumanDuration; overlapMs: number; backfillMs: number };
  evaluation: {
    frequency: HumanDuration;
    minimumEvents: number;
    atRiskBelow: number;
  };
  alerts: AlertConfig;
  gate: { closeAt: number };
  retention: CountRetention & { alertsMs: number };
}

/** Reads and checks `slo`, the only reader of that section. */
export async function readSloConfig(
  root: RootConfigService,
): Promise<SloConfig> {
  const config = root.getOptionalConfig('slo');
  const alerts = config?.getOptionalConfig('alerts');
  const readDuration = (key: string, fallback: HumanDuration) =>
    readPositiveDuration(root, { key: `slo.${key}`, fallback });
  const readMs = (key: string, fallback: HumanDuration) =>
    readPositiveMs(root, { key: `slo.${key}`, fallback });
  const retention = {
    minutesMs: readMs('retention.minutes', { days: 100 }),
    rollupsMs: readMs('retention.rollups', { days: 1200 }),
    alertsMs: readMs('retention.alerts', { days: 400 }),
  };
  if (retention.rollupsMs < retention.minutesMs) {
    throw new InputError(
      "'slo.retention.rollups' must not be shorter than 'slo.retention.minutes'",
    );
  }
  const backfillMs = readMs('collect.backfill', { days: 1 });
  if (backfillMs > retention.minutesMs) {
    throw new InputError(
      "'slo.collect.backfill' must not be longer than 'slo.retention.minutes'",
    );
  }
  return {
    shared: await readSharedDocuments(config),
    definitions: {
      frequency: readDuration('definitions.frequency', { minutes: 5 }),
      rereadAfterMs: readMs('definitions.rereadAfter', { minutes: 10 }),
      maxFileBytes: readNumber(config, 'definitions.maxFileBytes', {
        fallback: 1_048_576,
        min: 1,
      }),
    },
    collect: {
      frequency: readDuration('collect.frequency', { seconds: 30 }),
      overlapMs: readMs('collect.overlap', { minutes: 10 }),
      backfillMs,
    },
    evaluation: {
      frequency: readDuration('evaluation.frequency', { seconds: 30 }),
      minimumEvents: readNumber(config, 'evaluation.minimumEvents', {
        fallback: 100,
        min: 0,
      }),
      atRiskBelow: readNumber(config, 'evaluation.atRiskBelow', {
        fallback: 0.25,
        min: 0,
        max: 1,
      }),
    },
    alerts: {
      resolveAfterMs: readMs('alerts.resolveAfter', { minutes: 5 }),
      resolveBelow: readNumber(config, 'alerts.resolveBelow', {
        fallback: 0.9,
        min: 0,
        max: 1,
      }),
      noDataGraceMs: readMs('alerts.noDataGrace', { minutes: 15 }),
      notifyOwners: alerts?.getOptionalBoolean('notifyOwners') ?? true,
      targets: readAlertTargets(alerts),
    },
    gate: {
      closeAt: readNumber(config, 'gate.closeAt', {
        fallback: 0,
        min: -1_000,
        max: 1,
      }),
    },
    retention,
  };
}

function readNumber(
  config: Config | undefined,
  key: string,
  limits: { fallback: number; min: number; max?: number },
): number {
  const { fallback, min, max = Number.MAX_SAFE_INTEGER } = limits;
  const value = config?.getOptionalNumber(key) ?? fallback;
  if (!(value >= min && value <= max)) {
    throw new InputError(
      `'slo.${key}' must be a number from ${min} to ${max}, got '${value}'`,
    );
  }
  return value;
}
