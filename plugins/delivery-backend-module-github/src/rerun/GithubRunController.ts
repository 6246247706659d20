import { type GithubHost, toGithubRepository } from '@atrium/git-hosts';
import { normalizeRepository, type Run } from '@atrium/plugin-delivery-common';
import type { DeliveryRunController } from '@atrium/plugin-delivery-node';
import { InputError } from '@backstage/errors';
import { parseRunId } from '../mapping/runId';

/**
 * Starts runs of GitHub Actions again.
 *
 * @remarks With the credentials of the portal: GitHub shows the portal as who
 * did it, and the audit log of the portal shows the person.
 */
export class GithubRunController implements DeliveryRunController {
  readonly #host: GithubHost;

  constructor(host: GithubHost) {
    this.#host = host;
  }

  canRerun(run: Run): boolean {
    return (
      findHostRun(run) !== undefined && this.#host.hasCredentials(run.source)
    );
  }

  async rerun(run: Run): Promise<void> {
    const hostRun = findHostRun(run);
    if (!hostRun) {
      throw new InputError(`Run '${run.runId}' is not a run of GitHub Actions`);
    }
    await this.#host.open(hostRun.repository).rerun({
      id: hostRun.id,
      // Whatever has passed would pass again: only what failed is worth it.
      isFailedOnly: run.outcome === 'failure',
    });
  }
}

function findHostRun(run: Run) {
  const id = parseRunId(run.runId);
  const isPage = /^https?:\/\/[^/]+\/[^/]+\/[^/]+/.test(run.url ?? '');
  if (!id || !run.url || !isPage || !run.url.startsWith(`${run.source}/`)) {
    return undefined;
  }
  const repository = toGithubRepository(run.url);
  // Whose run it is was decided by the repository that the event names.
  return normalizeRepository(repository.url) ===
    normalizeRepository(run.repository ?? '')
    ? { id: Number(id), repository }
    : undefined;
}
