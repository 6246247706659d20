import { readSandboxConfig } from './config.ts';
import { createGitHost } from './git/createGitHost.ts';
import { startIdentity } from './identity/startIdentity.ts';
import { startKubernetes } from './kubernetes/startKubernetes.ts';
import { RepositoryManifestSource } from './manifests.ts';
import { personas } from './personas.ts';

/** How long the servers may take to close before the process ends anyway. */
const closeTimeoutMs = 5_000;

const running: { close(): Promise<void> }[] = [];
let isClosing = false;

async function start() {
  const config = readSandboxConfig(process.env);
  const git = await createGitHost({ config, personas });
  running.push(git);
  running.push(await startIdentity({ config, personas }));
  const manifests = new RepositoryManifestSource(git.store);
  running.push(await startKubernetes({ config, manifests }));
  // Last, as its health says that the whole sandbox is ready.
  await git.listen();
  process.stdout.write(`The sandbox is ready: ${config.gitUrl}\n`);
}

async function stop(exitCode: number) {
  if (isClosing) {
    return;
  }
  isClosing = true;
  const timer = setTimeout(() => process.exit(exitCode), closeTimeoutMs);
  timer.unref();
  await Promise.allSettled(running.reverse().map(server => server.close()));
  process.exit(exitCode);
}

process.on('SIGTERM', () => stop(0));
process.on('SIGINT', () => stop(0));
// The channel to the launcher closes when the launcher dies, however it dies.
process.on('disconnect', () => stop(0));

start().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  stop(1);
});
