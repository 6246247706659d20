import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { findFreePort } from './findFreePort.ts';
import { startKubernetes } from './startKubernetes.ts';

/**
 * Serves one cluster alone, with its operators and nothing else in it, until it is
 * ended or its input closes. Prints its address in a line of its own.
 *
 * @remarks For tests of what talks to clusters. The token of each account is its name
 * with `sandbox-` before it; personas are let in by their names.
 */
async function serve() {
  const stateDir = await mkdtemp(path.join(os.tmpdir(), 'atrium-cluster-'));
  const kubernetesUrl = `http://127.0.0.1:${await findFreePort()}`;
  const cluster = await startKubernetes({
    config: {
      stateDir,
      kubernetesUrl,
      gitUrl: '',
      kubernetesTokens: {
        portal: 'sandbox-portal',
        score: 'sandbox-score',
        provisioning: 'sandbox-provisioning',
        secrets: 'sandbox-secrets',
      },
    },
    production: {
      historyFile: 'history.json',
      hasHandApplied: true,
      manifests: { list: async () => [], onChange: () => {} },
    },
  });
  process.stdout.write(`${kubernetesUrl}\n`);
  let isClosing = false;
  const stop = async () => {
    if (!isClosing) {
      isClosing = true;
      await cluster.close();
      await rm(stateDir, { recursive: true });
      process.exit(0);
    }
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // Whoever started it may be gone, however that came about.
  process.stdin.on('end', stop).resume();
}

serve().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
