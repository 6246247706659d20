import type { GiteaHost } from '@atrium/git-hosts';
import { normalizeRepository, type Run } from '@atrium/plugin-delivery-common';
import type { DeliveryRunController } from '@atrium/plugin-delivery-node';
import { InputError } from '@backstage/errors';

const RUN_PATH = /^actions\/runs\/(\d+)(?:\/|$)/;

/**
 * Starts runs of Gitea Actions again: those whose page is at a configured host,
 * whoever told about them.
 *
 * @remarks With the credentials of the portal: Gitea shows the portal as who did
 * it, and the audit log of the portal shows the person.
 */
export class GiteaRunController implements DeliveryRunController {
  readonly #host: GiteaHost;

  constructor(host: GiteaHost) {
    this.#host = host;
  }

  canRerun(run: Run): boolean {
    return this.#findHostRun(run) !== undefined;
  }

  async rerun(run: Run): Promise<void> {
    const hostRun = this.#findHostRun(run);
    if (!hostRun) {
      throw new InputError(`Run '${run.runId}' is not a run of Gitea Actions`);
    }
    await this.#host.open(hostRun.repository).rerun({
      id: hostRun.id,
      commit: run.commit,
      isFailedOnly: false,
    });
  }

  /** The page comes with an event, so it has to be of the run's repository. */
  #findHostRun({ url = '', repository: runRepository = '' }: Run) {
    const repository = this.#host.findRepository(url);
    const number = repository && RUN_PATH.exec(repository.rest)?.[1];
    return number &&
      this.#host.hasCredentials(url) &&
      normalizeRepository(repository.url) === normalizeRepository(runRepository)
      ? { repository, id: Number(number) }
      : undefined;
  }
}
