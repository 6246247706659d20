import {
  audited,
  type AuditedServices,
  type ScopeOptions,
} from '@atrium/backend-common';
import {
  type FindingDetail,
  scorecardFindingSuppressPermission,
  type SuppressFinding,
} from '@atrium/plugin-scorecard-common';
import type {
  AuditorServiceCreateEventOptions,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { SuppressionStore } from '../database/SuppressionStore';
import type { FindingChanges } from './FindingChanges';
import type { Findings } from './Findings';

interface SuppressionsOptions extends AuditedServices {
  changes: Pick<FindingChanges, 'announce'>;
  findings: Pick<Findings, 'get'>;
  store: SuppressionStore;
}

/** Who asks, and by which request. */
interface SuppressOptions extends ScopeOptions<BackstageUserPrincipal> {
  request: AuditorServiceCreateEventOptions['request'];
}

const DAY_MS = 24 * 3_600_000;

/** Has findings not count for a while, for a reason. */
export class Suppressions {
  readonly #options: SuppressionsOptions;

  constructor(options: SuppressionsOptions) {
    this.#options = options;
  }

  /**
   * Suppresses a finding until some days from now; asked again, from now on.
   *
   * @throws NotFoundError, NotAllowedError; ConflictError where it is not open
   */
  async suppress(
    id: string,
    { reason, days }: SuppressFinding,
    options: SuppressOptions,
  ): Promise<FindingDetail> {
    const { store } = this.#options;
    const by = options.credentials.principal.userEntityRef;
    return this.#change(id, options, {
      eventId: 'finding-suppress',
      meta: { reason, days },
      async work({ state, suppression }) {
        if (state !== 'open' && !suppression) {
          throw new ConflictError(
            `The finding '${id}' is ${state}: there is nothing to suppress`,
          );
        }
        const until = new Date(Date.now() + days * DAY_MS);
        await store.suppress({ findingId: id, reason, by, until });
      },
    });
  }

  /** @throws NotFoundError, NotAllowedError; ConflictError without one */
  async end(id: string, options: SuppressOptions): Promise<FindingDetail> {
    const { store } = this.#options;
    const by = options.credentials.principal.userEntityRef;
    return this.#change(id, options, {
      eventId: 'finding-suppression-end',
      meta: {},
      async work() {
        if (!(await store.end(id, by))) {
          throw new ConflictError(`Nobody suppresses the finding '${id}'`);
        }
      },
    });
  }

  async #change(
    id: string,
    { credentials, request }: SuppressOptions,
    change: {
      eventId: string;
      meta: JsonObject;
      work(finding: FindingDetail): Promise<void>;
    },
  ): Promise<FindingDetail> {
    const { changes, findings } = this.#options;
    const finding = await findings.get(id, { credentials });
    const { entityRef } = finding;
    await audited(this.#options, {
      ...change,
      request,
      meta: { ...change.meta, findingId: id, entityRef },
      access: {
        credentials,
        permissions: [
          {
            permission: scorecardFindingSuppressPermission,
            resourceRef: entityRef,
          },
        ],
        refusal: () =>
          `You may not suppress findings of '${entityRef}'; its owners may`,
      },
      work: () => change.work(finding),
    });
    changes.announce([entityRef]);
    return findings.get(id, { credentials });
  }
}
