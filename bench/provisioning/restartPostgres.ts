import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres } from '@atrium/launcher/src/world/postgres.ts';
import { Supervisor } from '@atrium/launcher/src/world/Supervisor.ts';
import type { BenchRun } from '../plugin/runPluginBench.ts';
import { findProblems } from './findProblems.ts';
import type { ProvisioningWorld } from './ProvisioningWorld.ts';
import { NO_FAULTS } from './SimulatorFaults.ts';

const EVERY_MS = 7_000;
const BATCH = 50;

interface RestartPostgresOptions {
  run: BenchRun;
  home: string;
  /** That of the world; PostgreSQL listens on the next. */
  port: number;
  /** How many resources are made meanwhile. */
  runs: number;
}

/** Ends PostgreSQL at once and starts it again, every 7 seconds, under load. */
export async function restartPostgres(
  world: ProvisioningWorld,
  { run, home, port, runs }: RestartPostgresOptions,
): Promise<void> {
  await world.reset({ ...NO_FAULTS, latencyMs: 100, lost: 0.02 });
  const replicas = await Promise.all(
    [0, 1].map(number => world.startReplica(number)),
  );
  let restarts = 0;
  await run.progress.step(`${runs} resources under restarts`, async () => {
    let isDone = false;
    const restarting = (async () => {
      while (!isDone) {
        await sleep(EVERY_MS);
        await restart(home, { port: port + 1, run });
        restarts++;
      }
    })();
    for (let made = 0; made < runs; made += BATCH) {
      await insertWhateverHappens(world, Math.min(BATCH, runs - made));
      await sleep(2_000);
    }
    isDone = true;
    await restarting;
  });
  const seconds = await world.settle(180);
  const problems = await findProblems(world, { count: runs, state: 'ready' });
  run.results.push(
    { name: 'restarts of PostgreSQL', value: restarts, unit: '' },
    {
      name: 'resources lost, doubled or half done by restarts',
      value: problems.length,
      unit: `of ${runs}`,
      limit: { kind: 'at most', value: 0 },
    },
    {
      name: 'replicas that ended',
      value: replicas.filter(({ hasExited }) => hasExited).length,
      unit: '',
      limit: { kind: 'at most', value: 0 },
    },
    {
      name: 'from the last restart until all are ready',
      value: seconds,
      unit: 's',
      limit: { kind: 'at most', value: 20 },
    },
  );
  run.remarks.push(...problems);
  await world.stopReplicas();
}

/** A statement that fails has inserted nothing. */
async function insertWhateverHappens(
  world: ProvisioningWorld,
  count: number,
): Promise<void> {
  for (;;) {
    try {
      await world.insert(count);
      return;
    } catch {
      await sleep(200);
    }
  }
}

/** "Immediate shutdown": what was not committed is lost, and it recovers. */
async function restart(
  home: string,
  { port, run }: { port: number; run: BenchRun },
): Promise<void> {
  const pidFile = join(home, 'postgres', 'postmaster.pid');
  const [pid] = (await readFile(pidFile, 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGQUIT');
  while (isRunning(Number(pid))) {
    await sleep(50);
  }
  const supervisor = new Supervisor();
  await startPostgres({
    supervisor,
    home,
    port,
    password: 'bench-of-a-plugin',
    isDurable: true,
  });
  run.cleanups.push(() => supervisor.stopAll());
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
