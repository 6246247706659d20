import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildImage } from '@atrium/launcher/src/test/buildImage.ts';
import { type BenchRun, runPluginBench } from '../plugin/runPluginBench.ts';
import { startFaultsWorld } from './FaultsWorld.ts';
import { freezeGitHost } from './freezeGitHost.ts';
import { freezePostgres } from './freezePostgres.ts';
import { killAtPoints, POINTS, QUICK_POINTS } from './killAtPoints.ts';
import { DOCS_POINTS, killDocs, QUICK_DOCS_POINTS } from './killDocs.ts';
import { rollReplicas } from './rollReplicas.ts';

const root = resolve(import.meta.dirname, '../..');

/** Replaces, freezes and kills backends, and checks what is left behind. */
void runPluginBench(async run => {
  const { values } = parseArgs({
    options: {
      image: { type: 'string' },
      quick: { type: 'boolean', default: false },
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
  const replicas = await rollReplicas(world, run);
  await freezePostgres(world, { replica: replicas[0], run });
  if (!values.quick) {
    await freezeGitHost(world, { replica: replicas[0], run });
  }
  await Promise.all(replicas.map(replica => replica.stop('SIGKILL')));
  await killAtPoints(world, {
    points: values.quick ? QUICK_POINTS : POINTS,
    run,
  });
  await killDocs(world, {
    points: values.quick ? QUICK_DOCS_POINTS : DOCS_POINTS,
    run,
  });
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
