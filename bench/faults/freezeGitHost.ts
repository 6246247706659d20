import type { BenchRun } from '../plugin/runPluginBench.ts';
import type { FaultsWorld } from './FaultsWorld.ts';
import type { Replica } from './Replica.ts';

/**
 * Freezes the git host while somebody asks for what only it has: they have an
 * answer soon, and it names the host.
 */
export async function freezeGitHost(
  world: FaultsWorld,
  { replica, run }: { replica: Replica; run: BenchRun },
): Promise<void> {
  const { seconds, body } = await run.progress.step('Git host frozen', () =>
    ask(world, replica),
  );
  run.results.push(
    {
      name: 'answer while the git host was frozen',
      value: seconds,
      unit: 's',
      limit: { kind: 'at most', value: 11 },
    },
    {
      name: 'answers that name it',
      value: body.includes("'github.com' does not answer") ? 1 : 0,
      unit: '',
      limit: { kind: 'at least', value: 1 },
    },
  );
}

async function ask({ git, headers }: FaultsWorld, { url }: Replica) {
  git.freeze();
  const start = performance.now();
  const answer = await fetch(`${url}/api/catalog/locations?dryRun=true`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      type: 'url',
      target: 'https://github.com/acme/payments/blob/main/other.yaml',
    }),
    signal: AbortSignal.timeout(60_000),
  });
  const body = await answer.text();
  const seconds = (performance.now() - start) / 1_000;
  git.thaw();
  return { seconds, body };
}
