import { sendMissingMinutes } from './counts/sendMinutes.ts';
import { measureExactness } from './exactness/measureExactness.ts';
import { measureIngest } from './measureIngest.ts';
import { measureTick } from './measureTick.ts';
import { openFilledPostgres } from './openFilledPostgres.ts';
import { comparePrometheus } from './prometheus/comparePrometheus.ts';
import { findPrometheus } from './prometheus/findPrometheus.ts';
import type { SloBenchRun } from './SloBenchRun.ts';
import { startSlo } from './startSlo.ts';

/** Measures one thing after the other. */
export async function measureSlos(run: SloBenchRun): Promise<void> {
  const { options, progress, results, remarks } = run;
  const { slos, days } = options;
  const postgres = await openFilledPostgres(run);
  remarks.push(
    `${slos} SLOs, ${days} days: ${slos * days * 1440} minutes, ${
      postgres.isFilled ? 'left by an earlier run' : 'written by this run'
    }`,
  );
  const slo = await progress.step(`Backend of ${slos} SLOs`, async () => {
    const started = await startSlo({ ...run, postgres, slos });
    await sendMissingMinutes(started, postgres);
    return started;
  });
  const { seconds, ...tick } = await progress.step('Evaluation', () =>
    measureTick(slo, postgres, slos),
  );
  results.push(...tick.results);
  await progress.step('Exactness', async () => {
    results.push(...(await measureExactness({ slo, postgres, options })));
  });
  await progress.step('Ingest', async () => {
    results.push(await measureIngest(slo, postgres, options));
  });
  await slo.stop();
  const version = await findPrometheus();
  remarks.push(
    version
      ? `Prometheus ${version} with ${options.sample} of the SLOs, scraped once a minute`
      : 'Prometheus is not installed, so nothing is compared with it (Debian: apt install prometheus)',
  );
  if (version) {
    results.push(
      ...(await comparePrometheus({
        ...run,
        postgres,
        secondsPerSlo: seconds / slos,
      })),
    );
  }
}
