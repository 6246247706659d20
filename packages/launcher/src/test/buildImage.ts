import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { withBuildLock } from '../build/withBuildLock.ts';
import { Failure } from '../report.ts';
import { runTool } from './runTool.ts';
import type { StepContext } from './TestStep.ts';
import { unpackImage } from './unpackImage.ts';

/** What this process has built: the sources do not change while it runs. */
const built = new Map<string, Promise<string>>();

/**
 * Builds the backend and lays out what a container image holds, once for all
 * steps of a run.
 *
 * @returns the folder to run it in
 */
export function buildImage(context: StepContext): Promise<string> {
  const image = join(context.home, 'production', 'image');
  const building = built.get(image) ?? build(context, image);
  built.set(image, building);
  return building;
}

async function build(context: StepContext, image: string): Promise<string> {
  const releases = join(context.root, '.yarn', 'releases');
  const [yarn] = await readdir(releases);
  const { code, output } = await withBuildLock(context.root, () =>
    runTool(context, {
      log: 'backend-build',
      args: [join(releases, yarn), 'workspace', 'backend', 'build'],
    }),
  );
  if (code !== 0) {
    throw new Failure('The backend does not build', { details: output });
  }
  await unpackImage(context.root, image);
  return image;
}
