import { readEntityTitles } from '@atrium/backend-common';
import type { MessageDescriptor } from '@atrium/common';
import { approvalReasonsOf } from '@atrium/plugin-provisioning-common';
import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import type { StoredRequest } from '../../database/StoredRequest';
import type { StoredResource } from '../../database/StoredResource';
import { words } from '../../provisioningWords';
import type { DefinitionRegistry } from '../definitions/DefinitionRegistry';

const TOPIC = 'provisioning-request';

interface RequestNotifierOptions {
  auth: AuthService;
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
  definitions: Pick<DefinitionRegistry, 'titleOfType'>;
  notifications: Pick<NotificationService, 'send'>;
  logger: LoggerService;
}

/** What a notification names. */
interface RequestFacts
  extends Record<'person' | 'name' | 'environment', string> {
  type: MessageDescriptor | string;
}

/** Tells approvers what waits for them, and requesters what became of it. */
export class RequestNotifier {
  readonly #options: RequestNotifierOptions;

  constructor(options: RequestNotifierOptions) {
    this.#options = options;
  }

  /** Tells whoever may decide that a request waits for them. */
  async notifyApprovers(
    request: StoredRequest,
    resource: StoredResource,
  ): Promise<void> {
    await this.#send(request.requesterRef, resource, facts => ({
      recipients: {
        type: 'entity',
        entityRef: request.approverRefs,
        excludeEntityRef: request.requesterRef,
      },
      payload: {
        ...words.notification({
          title: words.describe(`provisioning.wanted.${request.kind}`, facts),
          description: describeReasons(request),
        }),
        link: `/provisioning/requests/${request.id}`,
        severity: 'normal',
        topic: TOPIC,
        scope: `provisioning-request:${request.id}`,
      },
    }));
  }

  /** Tells the requester that somebody agreed, or did not. */
  async notifyRequester(
    request: StoredRequest,
    resource: StoredResource,
  ): Promise<void> {
    const { decidedBy, messages, state, stateReason } = request;
    if (!decidedBy || decidedBy === request.requesterRef) {
      return;
    }
    const verb = state === 'rejected' ? 'rejected' : 'approved';
    const key = `provisioning.${verb}.${request.kind}` as const;
    await this.#send(decidedBy, resource, facts => ({
      recipients: { type: 'entity', entityRef: [request.requesterRef] },
      payload: {
        ...words.notification({
          title: words.describe(key, facts),
          description: messages?.stateReason ?? stateReason,
        }),
        link: `/provisioning/requests/${request.id}`,
        severity: state === 'rejected' ? 'high' : 'normal',
        topic: TOPIC,
        scope: `provisioning-decision:${request.id}`,
      },
    }));
  }

  /**
   * Sends what names a person and a resource. What waits is listed in the portal, too: a
   * message less loses nothing.
   */
  async #send(
    personRef: string,
    { environment, name, type }: StoredResource,
    toNotification: (facts: RequestFacts) => NotificationSendOptions,
  ): Promise<void> {
    const { auth, catalog, definitions, logger, notifications } = this.#options;
    try {
      const titles = await readEntityTitles([personRef], {
        catalog,
        // Who gets the message hears who acted, whoever may see that person.
        credentials: await auth.getOwnServiceCredentials(),
      });
      await notifications.send(
        toNotification({
          person: titles.get(personRef) ?? personRef,
          name,
          type: await definitions.titleOfType(type),
          environment,
        }),
      );
    } catch (error) {
      logger.warn('A notification about a request was not sent', {
        reason: stringifyError(error),
      });
    }
  }
}

function describeReasons(request: StoredRequest): MessageDescriptor[] {
  return approvalReasonsOf(request).map(({ message, messages }) =>
    words.describe('provisioning.sentence', {
      text: { list: messages?.message ?? [message] },
    }),
  );
}
