import { parseInput } from '@atrium/common';
import { normalizeRepository, type Run } from '@atrium/plugin-delivery-common';
import type { DeliveryRunController } from '@atrium/plugin-delivery-node';
import {
  ConflictError,
  InputError,
  isError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { z } from 'zod';
import type { GiteaClient } from '../client/GiteaClient';

type Client = Pick<
  GiteaClient,
  'findRepository' | 'hasCredentials' | 'post' | 'request'
>;

const RUN_PATH = /^actions\/runs\/(\d+)(?:\/|$)/;
const hostRunSchema = z.object({ head_sha: z.string() });

/**
 * Starts runs of Gitea Actions again: those whose page is at a configured host,
 * whoever told about them.
 *
 * @remarks With the credentials of the portal: Gitea shows the portal as who did
 * it, and the audit log of the portal shows the person.
 */
export class GiteaRunController implements DeliveryRunController {
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  canRerun(run: Run): boolean {
    return this.#findHostRun(run) !== undefined;
  }

  async rerun(run: Run): Promise<void> {
    const hostRun = this.#findHostRun(run);
    if (!hostRun) {
      throw new InputError(`Run '${run.runId}' is not a run of Gitea Actions`);
    }
    const { repository, path } = hostRun;
    try {
      const { body } = await this.#client.request(repository, path);
      // Before Gitea 1.26 addresses held another number than the API takes.
      if (
        run.commit &&
        parseInput(hostRunSchema, body).head_sha !== run.commit
      ) {
        throw new ConflictError('That number is the run of another commit');
      }
      await this.#client.post(repository, `${path}/rerun`);
    } catch (error) {
      throw toRefusal(error, `${repository.fullName}/${path.slice(1)}`);
    }
  }

  /** The page comes with an event, so it has to be of the run's repository. */
  #findHostRun({ url = '', repository: told = '' }: Run) {
    const repository = this.#client.findRepository(url);
    const number = repository && RUN_PATH.exec(repository.rest)?.[1];
    return number &&
      this.#client.hasCredentials(url) &&
      normalizeRepository(repository.url) === normalizeRepository(told)
      ? { repository, path: `/actions/runs/${number}` }
      : undefined;
  }
}

/** What Gitea's refusal means to whoever asked for it. */
function toRefusal(error: unknown, what: string): unknown {
  const status =
    isError(error) && 'statusCode' in error ? error.statusCode : undefined;
  switch (status) {
    case 401:
    case 403:
      return new NotAllowedError(
        `Gitea does not let the portal start runs again (${what}): its credentials lack the right to write to Actions`,
        error,
      );
    case 404:
    case 405:
      return new NotFoundError(
        `Gitea does not have that run any more, or is older than 1.26, which cannot start runs again (${what})`,
        error,
      );
    case 400:
    case 409:
    case 422:
      return new ConflictError(
        `Gitea cannot start that run again now (${what})`,
        error,
      );
    default:
      return error;
  }
}
