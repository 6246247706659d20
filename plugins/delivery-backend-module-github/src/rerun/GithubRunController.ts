import { normalizeRepository, type Run } from '@atrium/plugin-delivery-common';
import type { DeliveryRunController } from '@atrium/plugin-delivery-node';
import {
  ConflictError,
  InputError,
  isError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { GithubClient } from '../client/GithubClient';
import { toGithubRepository } from '../mapping/GithubRepository';
import { parseRunId } from '../mapping/runId';

/**
 * Starts runs of GitHub Actions again.
 *
 * @remarks With the credentials of the portal: GitHub shows the portal as who
 * did it, and the audit log of the portal shows the person.
 */
export class GithubRunController implements DeliveryRunController {
  readonly #client: Pick<GithubClient, 'hasCredentials' | 'request'>;

  constructor(client: Pick<GithubClient, 'hasCredentials' | 'request'>) {
    this.#client = client;
  }

  canRerun(run: Run): boolean {
    return (
      findHostRun(run) !== undefined && this.#client.hasCredentials(run.source)
    );
  }

  async rerun(run: Run): Promise<void> {
    const hostRun = findHostRun(run);
    if (!hostRun) {
      throw new InputError(`Run '${run.runId}' is not a run of GitHub Actions`);
    }
    const { id, repository } = hostRun;
    // Whatever has passed would pass again: only what failed is worth it.
    const action = run.outcome === 'failure' ? 'rerun-failed-jobs' : 'rerun';
    try {
      await this.#client.request(repository, `/actions/runs/${id}/${action}`, {
        method: 'POST',
      });
    } catch (error) {
      throw toRefusal(error, `${repository.fullName}, run ${id}`);
    }
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
    ? { id, repository }
    : undefined;
}

/** What GitHub's refusal means to whoever asked for it. */
function toRefusal(error: unknown, what: string): unknown {
  const status =
    isError(error) && 'statusCode' in error ? error.statusCode : undefined;
  switch (status) {
    case 401:
    case 403:
      return new NotAllowedError(
        `GitHub does not let the portal start runs again (${what}): it is running or too old, or the portal's credentials lack the right to write to Actions`,
        error,
      );
    case 404:
      return new NotFoundError(
        `GitHub does not have that run (${what})`,
        error,
      );
    case 409:
    case 422:
      return new ConflictError(
        `GitHub cannot start that run again now (${what})`,
        error,
      );
    default:
      return error;
  }
}
