import type { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import type { StoredRequest } from '../../database/StoredRequest';
import type { StoredResource } from '../../database/StoredResource';

const TOPIC = 'provisioning-request';

/** What is asked for, as a verb. */
const VERBS: Record<StoredRequest['kind'], string> = {
  create: 'create',
  share: 'share',
  update: 'change',
  rotate: 'rotate the credentials of',
  extend: 'extend',
  delete: 'delete',
};

/** Tells approvers what waits for them, and requesters what became of it. */
export class RequestNotifier {
  readonly #notifications: Pick<NotificationService, 'send'>;
  readonly #logger: LoggerService;

  constructor(options: {
    notifications: Pick<NotificationService, 'send'>;
    logger: LoggerService;
  }) {
    this.#notifications = options.notifications;
    this.#logger = options.logger;
  }

  /** Tells whoever may decide that a request waits for them. */
  async notifyApprovers(
    request: StoredRequest,
    resource: StoredResource,
  ): Promise<void> {
    const { name } = parseEntityRef(request.requesterRef);
    await this.#send({
      recipients: {
        type: 'entity',
        entityRef: request.approverRefs,
        excludeEntityRef: request.requesterRef,
      },
      payload: {
        title: `${name} wants to ${describe(request, resource)}`,
        description: request.approvalReasons.join('. '),
        link: `/provisioning/requests/${request.id}`,
        severity: 'normal',
        topic: TOPIC,
        scope: `provisioning-request:${request.id}`,
      },
    });
  }

  /** Tells the requester that somebody agreed, or did not. */
  async notifyRequester(
    request: StoredRequest,
    resource: StoredResource,
  ): Promise<void> {
    const { decidedBy, state, stateReason } = request;
    if (!decidedBy || decidedBy === request.requesterRef) {
      return;
    }
    const { name } = parseEntityRef(decidedBy);
    const verb = state === 'rejected' ? 'rejected' : 'approved';
    await this.#send({
      recipients: { type: 'entity', entityRef: [request.requesterRef] },
      payload: {
        title: `${name} ${verb} your request to ${describe(request, resource)}`,
        description: stateReason,
        link: `/provisioning/requests/${request.id}`,
        severity: state === 'rejected' ? 'high' : 'normal',
        topic: TOPIC,
        scope: `provisioning-decision:${request.id}`,
      },
    });
  }

  /** What waits is listed in the portal, too: a message less loses nothing. */
  async #send(notification: NotificationSendOptions): Promise<void> {
    try {
      await this.#notifications.send(notification);
    } catch (error) {
      this.#logger.warn('A notification about a request was not sent', {
        scope: notification.payload.scope,
        reason: stringifyError(error),
      });
    }
  }
}

function describe(
  { kind }: StoredRequest,
  { name, type, environment }: StoredResource,
): string {
  return `${VERBS[kind]} '${name}' (${type}) in ${environment}`;
}
