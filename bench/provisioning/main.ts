import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runPluginBench } from '../plugin/runPluginBench.ts';
import { killAtPoints, POINTS } from './killAtPoints.ts';
import { killAtRandom } from './killAtRandom.ts';
import { measureAttention } from './measureAttention.ts';
import { measureFirstStep } from './measureFirstStep.ts';
import { measureSweep } from './measureSweep.ts';
import { measureThroughput } from './measureThroughput.ts';
import { ProvisioningWorld } from './ProvisioningWorld.ts';
import { restartPostgres } from './restartPostgres.ts';

const root = resolve(import.meta.dirname, '../..');

const PARTS = [
  'first-step',
  'throughput',
  'attention',
  'points',
  'kills',
  'restarts',
  'sweep',
];

/** Measures the engine of provisioning, and kills what it works on and with. */
void runPluginBench(async run => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: PARTS.join(',') },
      kills: { type: 'string', default: '200' },
      runs: { type: 'string', default: '1000' },
      resources: { type: 'string', default: '10000' },
      quick: { type: 'boolean', default: false },
      port: { type: 'string', default: '27937' },
      home: {
        type: 'string',
        default: join(root, '.atrium', 'bench', 'provisioning'),
      },
    },
  });
  const port = Number(values.port);
  const { home, quick } = values;
  const world = await run.progress.step('Surroundings', () =>
    ProvisioningWorld.open({ home, port, cleanups: run.cleanups }),
  );
  await run.progress.step('Tables', async () => {
    await (await world.startReplica(0)).stop();
  });
  const parts = new Set(quick ? ['points'] : values.only.split(','));
  if (parts.has('first-step')) {
    await measureFirstStep(world, run);
  }
  if (parts.has('throughput')) {
    await measureThroughput(world, { run, port: port + 10 });
  }
  if (parts.has('attention')) {
    await measureAttention(world, run);
  }
  if (parts.has('points')) {
    await killAtPoints(world, {
      run,
      points: quick ? [POINTS[6]] : POINTS,
      replicaCounts: quick ? [2] : [1, 2],
    });
  }
  if (parts.has('kills')) {
    await killAtRandom(world, { run, kills: Number(values.kills) });
  }
  if (parts.has('restarts')) {
    await restartPostgres(world, {
      run,
      home,
      port,
      runs: Number(values.runs),
    });
  }
  if (parts.has('sweep')) {
    await measureSweep(world, { run, resources: Number(values.resources) });
  }
});
