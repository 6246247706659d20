import { toError } from '@backstage/errors';
import type { BuildAnswer, BuildRequest } from './buildMessages';

/**
 * Last argument of the process, so that importing this file starts nothing. It
 * has to be imported, or the build would leave it out.
 */
export const BUILD_WORKER_ROLE = 'atrium-build';

export const workerFile = __filename;

function answer(message: BuildAnswer) {
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
    try {
      answer({ kind: 'done', result: await build(request) });
    } catch (error) {
      const { name, message } = toError(error);
      answer({ kind: 'failed', error: { name, message } });
    }
  });
  answer({ kind: 'ready' });
}

if (process.argv.at(-1) === BUILD_WORKER_ROLE) {
  start();
}
