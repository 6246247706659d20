import { writeMark } from '../postgres/databaseMark.ts';
import { type BenchPostgres, openPostgres } from '../postgres/openPostgres.ts';
import { fillCounts } from './counts/fillCounts.ts';
import { describeFill, fitsMark, renderMark } from './counts/fillMark.ts';
import type { SloBenchRun } from './SloBenchRun.ts';
import { startSlo } from './startSlo.ts';

/**
 * Opens a database with the SLOs and the counts of their minutes, as an earlier
 * run has left it or made anew.
 */
export async function openFilledPostgres(
  run: SloBenchRun,
): Promise<BenchPostgres> {
  const { root, options, progress, cleanups } = run;
  const { slos, days, isFresh } = options;
  const fill = await describeFill(options, root);
  const postgres = await progress.step('Postgres', () =>
    openPostgres(
      {
        plugin: 'slo',
        settings: '-c jit=off -c timezone=UTC',
        fits: mark => !isFresh && fitsMark(mark, fill, new Date()),
        ...options,
      },
      cleanups,
    ),
  );
  if (!postgres.isFilled) {
    await progress.step(`Definitions of ${slos} SLOs`, async () => {
      const slo = await startSlo({ ...run, postgres, slos });
      await slo.stop();
    });
    await progress.step(`${slos * days * 1440} minutes`, async () => {
      await fillCounts(postgres, days);
      await writeMark(postgres.pool, renderMark(fill, new Date()));
    });
  }
  return postgres;
}
