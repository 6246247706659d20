import { toError } from '@backstage/errors';
import type { BuildAnswer, BuildRequest } from './buildMessages';
import { keepCompiledCode } from './keepCompiledCode';
import { setOptimizing } from './setOptimizing';

/**
 * Last argument of the process, so that importing this file starts nothing. It
 * has to be imported, or the build would leave it out.
 */
export const BUILD_WORKER_ROLE = 'atrium-build';

/** A site that takes longer is so large that it gains by what V8 does for later. */
const REST_MS = 2_000;

export const workerFile = __filename;

function answer(message: BuildAnswer) {
  process.send?.(message);
}

/** Node makes a CommonJS file the default export of itself. */
function exportsOf<Module extends object>(loaded: Module): Module {
  return 'default' in loaded ? (loaded.default as Module) : loaded;
}

async function start() {
  process.once('disconnect', () => process.exit());
  // Loaded here, so that only the workers carry the renderer.
  const { createBuilder } = exportsOf(await import('./createBuilder'));
  const build = createBuilder(sourcePath =>
    answer({ kind: 'page', sourcePath }),
  );
  process.on('message', async (request: BuildRequest) => {
    const timer = setTimeout(() => setOptimizing(true), REST_MS);
    try {
      const result = await build(request);
      setOptimizing(true);
      keepCompiledCode();
      answer({ kind: 'done', result });
    } catch (caught) {
      const error = toError(caught);
      const { name, message } = error;
      const messages = 'messages' in error ? error.messages : undefined;
      answer({ kind: 'failed', error: { name, message, messages } });
    } finally {
      clearTimeout(timer);
    }
  });
  setOptimizing(false);
  answer({ kind: 'ready' });
}

if (process.argv.at(-1) === BUILD_WORKER_ROLE) {
  start();
}
