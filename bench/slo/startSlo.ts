import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '@atrium/launcher/src/report.ts';
import { type PluginBackend, startBackend } from '../plugin/startBackend.ts';
import type { BenchPostgres } from '../postgres/openPostgres.ts';
import type { SloBenchRun } from './SloBenchRun.ts';

/** The running backend. */
export interface Slo extends PluginBackend {
  /** How long evaluations took so far, in seconds. */
  evaluations: number[];
}

interface StartSloOptions extends SloBenchRun {
  postgres: BenchPostgres;
  /** How many SLOs there are: the first of all. */
  slos: number;
}

const TASKS = 'backstage_backend_tasks__tasks';
const DEFINED_SECONDS = 120;
const EVALUATION = /^metric slo\.evaluation\.duration (\S+)$/gm;

/**
 * Starts the backend in a process of its own, from its sources, and waits until
 * it has read the files of its SLOs.
 */
export async function startSlo(start: StartSloOptions): Promise<Slo> {
  const { root, postgres, options, slos, cleanups } = start;
  const { port } = options;
  await forgetTasks(postgres);
  const evaluations: number[] = [];
  const backend = await startBackend({
    root,
    plugin: 'slo',
    script: resolve(import.meta.dirname, 'sloBackend.ts'),
    postgres,
    port,
    env: { BENCH_SLOS: String(slos) },
    onOutput(text) {
      for (const [, seconds] of text.matchAll(EVALUATION)) {
        evaluations.push(Number(seconds));
      }
    },
    cleanups,
  });
  await waitForDefinitions(postgres, slos);
  return { ...backend, evaluations };
}

/** One that a backend was ended in the middle of would be left alone first. */
async function forgetTasks({ pool }: BenchPostgres): Promise<void> {
  const { rows } = await pool.query(
    `SELECT to_regclass('${TASKS}') IS NOT NULL AS exists`,
  );
  if (rows[0].exists) {
    await pool.query(`DELETE FROM ${TASKS}`);
  }
}

/** The plugin makes SLOs and their series itself, from the files. */
async function waitForDefinitions(
  { pool }: BenchPostgres,
  slos: number,
): Promise<void> {
  for (let second = 0; second < DEFINED_SECONDS; second++) {
    const { rows } = await pool.query(
      `SELECT count(*)::int AS count FROM objectives
       JOIN slos s ON s.id = slo_id WHERE s.removed_at IS NULL`,
    );
    if (rows[0].count === slos) {
      return;
    }
    await sleep(1_000);
  }
  throw new Failure('The definitions are not read');
}
