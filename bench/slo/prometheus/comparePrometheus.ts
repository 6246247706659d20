import type { Result } from '../../results/Result.ts';
import type { BenchPostgres } from '../../postgres/openPostgres.ts';
import { currentMinute } from '../counts/traffic.ts';
import type { SloBenchRun } from '../SloBenchRun.ts';
import { startSlo } from '../startSlo.ts';
import { measurePrometheus } from './measurePrometheus.ts';
import { readCounters } from './readCounters.ts';
import { startPrometheus } from './startPrometheus.ts';

const FULL_SLOS = 1_000;
const FULL_DAYS = 30;

interface ComparePrometheusOptions extends SloBenchRun {
  postgres: BenchPostgres;
  /** How long a tick of all SLOs takes for each of them. */
  secondsPerSlo: number;
}

/** Puts a Prometheus with some of the SLOs beside a backend of just these. */
export async function comparePrometheus(
  compare: ComparePrometheusOptions,
): Promise<Result[]> {
  const { options, progress, postgres } = compare;
  const { sample, slos, days, home, port } = options;
  const minute = currentMinute();
  const { prometheus, counters } = await progress.step(
    `Prometheus with ${sample * days * 1440} minutes`,
    async () => {
      const read = await readCounters(postgres, {
        services: sample,
        minutes: { from: minute - days * 1440, to: minute },
      });
      return {
        counters: read,
        prometheus: await startPrometheus({
          ...compare,
          home,
          port: port + 2,
          counters: read,
        }),
      };
    },
  );
  const slo = await progress.step(`Backend of ${sample} SLOs`, () =>
    startSlo({ ...compare, postgres, slos: sample }),
  );
  return progress.step('Prometheus and ticks', () =>
    measurePrometheus({
      ...compare,
      slo,
      prometheus,
      counters,
      minute,
      isFullSize: slos >= FULL_SLOS && days >= FULL_DAYS,
    }),
  );
}
