import { toError } from '@backstage/errors';
import type { BuildAnswer, BuildRequest, BuildResult } from './buildMessages';
import { READY } from './IsolatedWorker';

/**
 * Last argument of the process, so that importing this file starts nothing. It
 * has to be imported, or the build would leave it out.
 */
export const BUILD_WORKER_ROLE = 'atrium-build';

function answer(message: BuildAnswer | typeof READY) {
  process.send?.(message);
}

async function start() {
  process.once('disconnect', () => process.exit());
  // Loaded here, so that only the workers carry the renderer.
  const loaded = await import('./createBuilder');
  // Node makes a CommonJS file the default export of itself.
  const { createBuilder } =
    'default' in loaded ? (loaded.default as typeof loaded) : loaded;
  const build = createBuilder(sourcePath =>
    answer({ kind: 'page', sourcePath }),
  );
  process.on('message', async (request: BuildRequest) => {
    let result: BuildResult;
    try {
      result = await build(request);
    } catch (error) {
      const { name, message } = toError(error);
      answer({ kind: 'failed', error: { name, message } });
      return;
    }
    answer({ kind: 'done', result });
  });
  answer(READY);
}

if (process.argv.at(-1) === BUILD_WORKER_ROLE) {
  start();
}
