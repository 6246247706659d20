import type { Result } from '../../results/Result.ts';
import type { BenchPostgres } from '../../postgres/openPostgres.ts';
import { correctMinute } from '../counts/sendMinutes.ts';
import { currentMinute } from '../counts/traffic.ts';
import { nextTick } from '../nextTick.ts';
import type { SloBenchOptions } from '../parseArguments.ts';
import { requestSlo } from '../requestSlo.ts';
import type { Slo } from '../startSlo.ts';
import type { Check, Sum } from './Check.ts';
import { countWrongStatuses } from './countWrongStatuses.ts';
import { measureAverage } from './measureAverage.ts';
import { randomChecks } from './randomChecks.ts';
import { readStatuses } from './readStatuses.ts';
import { sumRawMinutes } from './sumRawMinutes.ts';

const LATE_MINUTES = 3;

interface Measured {
  slo: Slo;
  postgres: BenchPostgres;
  options: SloBenchOptions;
}

/**
 * Compares what the portal says, and what it sums up for any window at any
 * time, with sums over raw minutes, some of which have come late.
 */
export async function measureExactness(measured: Measured): Promise<Result[]> {
  const { slo, postgres } = measured;
  await correctSomeMinutes(measured);
  const statuses = await readStatuses(slo);
  const { windows, wrong } = await countWrongStatuses(postgres, statuses);
  return [
    noneOf(
      `Mismatches with raw minutes, of ${windows} that a tick says`,
      wrong,
    ),
    await compareRandomWindows(measured),
    await measureAverage(postgres, statuses[0]),
  ];
}

/** Some minutes of all SLOs, days ago, get other counts. */
async function correctSomeMinutes({
  slo,
  postgres,
  options,
}: Measured): Promise<void> {
  for (let number = 1; number <= LATE_MINUTES; number++) {
    const age = Math.floor(Math.random() * options.days * 1440);
    await correctMinute(slo, postgres, {
      minute: currentMinute() - 1 - age,
      more: number,
    });
  }
  // One may have begun before that.
  await nextTick(slo);
  await nextTick(slo);
}

async function compareRandomWindows({
  slo,
  postgres,
  options,
}: Measured): Promise<Result> {
  const { rows } = await postgres.pool.query(
    'SELECT DISTINCT series_id FROM objectives',
  );
  const to = currentMinute();
  const checks = randomChecks({
    count: options.checks,
    seriesIds: rows.map(row => row.series_id),
    minutes: { from: to - options.days * 1440, to },
  });
  const ours: Sum[] = await requestSlo(slo, '/bench/sums', { checks });
  const raw = await sumRawMinutes(postgres, checks);
  const differs = (_: Check, index: number) =>
    ours[index].good !== raw[index].good ||
    ours[index].total !== raw[index].total ||
    ours[index].buckets !== raw[index].buckets;
  return noneOf(
    `Mismatches with raw minutes, of ${checks.length} random (SLO, window, time)`,
    checks.filter(differs).length,
  );
}

function noneOf(name: string, value: number): Result {
  return { name, value, unit: '', limit: { kind: 'at most', value: 0 } };
}
