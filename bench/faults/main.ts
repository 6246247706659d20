import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildImage } from '@atrium/launcher/src/test/buildImage.ts';
import { type BenchRun, runPluginBench } from '../plugin/runPluginBench.ts';
import { startFaultsWorld } from './FaultsWorld.ts';
import { freezeGitHost } from './freezeGitHost.ts';
import { freezePostgres } from './freezePostgres.ts';
import { killAtPoints, POINTS, QUICK_POINTS } from './killAtPoints.ts';
import { COST_POINTS, killCost, QUICK_COST_POINTS } from './killCost.ts';
import { DOCS_POINTS, killDocs, QUICK_DOCS_POINTS } from './killDocs.ts';
import { killRuns, QUICK_RUN_POINTS, RUN_POINTS } from './killRuns.ts';
import { rollReplicas } from './rollReplicas.ts';
import { selectPoints } from './selectPoints.ts';
import { waitUntilRead } from './waitUntilRead.ts';

const root = resolve(import.meta.dirname, '../..');

/** Replaces, freezes and kills backends, and checks what is left behind. */
void runPluginBench(async run => {
  const { values } = parseArgs({
    options: {
      image: { type: 'string' },
      quick: { type: 'boolean', default: false },
      points: { type: 'string' },
      port: { type: 'string', default: '27917' },
      home: {
        type: 'string',
        default: join(root, '.atrium', 'bench', 'faults'),
      },
    },
  });
  const image = values.image ?? (await build(run));
  const world = await run.progress.step('Surroundings', () =>
    startFaultsWorld({
      image,
      home: values.home,
      port: Number(values.port),
      cleanups: run.cleanups,
    }),
  );
  if (values.points === undefined) {
    const replicas = await rollReplicas(world, run);
    await freezePostgres(world, { replica: replicas[0], run });
    if (!values.quick) {
      await freezeGitHost(world, { replica: replicas[0], run });
    }
    await Promise.all(replicas.map(replica => replica.stop('SIGKILL')));
  } else {
    await run.progress.step('First start', () => waitUntilRead(world));
  }
  for (const [kill, points] of [
    [killAtPoints, values.quick ? QUICK_POINTS : POINTS],
    [killRuns, values.quick ? QUICK_RUN_POINTS : RUN_POINTS],
    [killDocs, values.quick ? QUICK_DOCS_POINTS : DOCS_POINTS],
    [killCost, values.quick ? QUICK_COST_POINTS : COST_POINTS],
  ] as const) {
    const selected = selectPoints(points, values.points);
    if (selected.length > 0) {
      await kill(world, { points: selected, run });
    }
  }
});

function build({ progress, cleanups }: BenchRun): Promise<string> {
  return progress.step('Image', () =>
    buildImage({
      root,
      home: join(root, '.atrium', 'bench'),
      args: [],
      onCleanup: cleanup => cleanups.push(cleanup),
    }),
  );
}
