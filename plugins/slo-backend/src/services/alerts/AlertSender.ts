import { failpoint } from '@atrium/backend-common';
import type { MessageDescriptor } from '@atrium/common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { AlertTargetConfig } from '../../config/readAlertTargets';
import type {
  AlertDeliveryStore,
  AlertSnapshot,
  DueDelivery,
} from '../../database/AlertDeliveryStore';
import { toAlertmanagerAlert, toSlackMessage } from './alertPayloads';
import { words } from '../../sloWords';
import { describeAlert } from './describeAlert';
import { ownersHearOf } from './ownersHearOf';
import { OWNERS } from './recipientsOf';

interface AlertSenderOptions {
  store: Pick<AlertDeliveryStore, keyof AlertDeliveryStore>;
  targets: AlertTargetConfig[];
  notifications: Pick<NotificationService, 'send'>;
  logger: LoggerService;
  /** Where the portal is, for links. */
  baseUrl: string;
}

const BATCH = 100;
const MAX_ATTEMPTS = 12;
const FIRST_RETRY_MS = 15_000;
const LAST_RETRY_MS = 30 * 60_000;
const TIMEOUT_MS = 10_000;
/** Who takes longer to send a message than this is gone; another one sends it. */
const TAKEN_MS = 30_000;

/** Why a message was not sent, in words that are shown with the alert. */
class DeliveryError extends Error {
  readonly problem: MessageDescriptor;

  constructor(problem: MessageDescriptor) {
    super(words.text(problem));
    this.problem = problem;
  }
}

/** Tells whoever has to hear of alerts, again if need be. */
export class AlertSender {
  readonly #options: AlertSenderOptions;

  constructor(options: AlertSenderOptions) {
    this.#options = options;
  }

  /**
   * Sends what is due, until told to stop. A message is sent at least once, and
   * again only where this process dies before it has noted that it was sent;
   * targets know it by its `Idempotency-Key`.
   *
   * @returns after how many milliseconds the next one is due, if there is one
   */
  async sendDue(
    signal?: AbortSignal,
    time = () => new Date(),
  ): Promise<number | undefined> {
    const { store, logger } = this.#options;
    const failures: unknown[] = [];
    for (let sent = 0; sent < BATCH && !signal?.aborted; sent++) {
      const now = time();
      const until = new Date(now.getTime() + TAKEN_MS);
      const delivery = await store.takeDue(now, until);
      if (!delivery) {
        break;
      }
      if (await this.#isNoNews(delivery)) {
        await store.markFailed(delivery.id, {
          problem: words.describe('slo.delivery.neverAnnounced'),
          dueAt: undefined,
        });
        continue;
      }
      failpoint('slo.alert.1');
      try {
        await this.#send(delivery, now);
        failpoint('slo.alert.2');
        await store.markSent(delivery.id, now);
        failpoint('slo.alert.3');
      } catch (error) {
        failures.push(error);
        await store.markFailed(delivery.id, {
          problem:
            error instanceof DeliveryError
              ? error.problem
              : stringifyError(error),
          dueAt: nextAttempt(delivery.attempts, now),
        });
      }
    }
    if (failures.length > 0) {
      logger.warn('Some alerts could not be sent; they are tried again', {
        failedCount: failures.length,
        firstReason: stringifyError(failures[0]),
      });
    }
    const next = await store.findNextDue();
    return next && Math.max(0, next.getTime() - time().getTime());
  }

  /** Alertmanager forgets what nobody repeats. */
  async repeatFiring(now = new Date()): Promise<void> {
    const { store, targets, logger } = this.#options;
    for (const target of targets) {
      const isForgetful = target.type === 'alertmanager';
      const firing = isForgetful ? await store.listFiring(target.name) : [];
      if (firing.length === 0) {
        continue;
      }
      try {
        await this.#post(target, this.#payloadOf(target, firing, now));
      } catch (error) {
        logger.warn('Firing alerts could not be repeated', {
          target: target.name,
          reason: stringifyError(error),
        });
      }
    }
  }

  /**
   * That an alert is over is no news to whom nobody could tell that it fires. Owners
   * hear instead of what fires still. Alertmanager tells nobody of it by itself, and
   * may know of the alert by its repetition.
   */
  async #isNoNews({
    alert: { sloId, state },
    isFollowable,
    target: name,
  }: DueDelivery): Promise<boolean> {
    if (state !== 'resolved' || isFollowable) {
      return false;
    }
    const { store, targets } = this.#options;
    if (name === OWNERS) {
      return (await store.listFiring(OWNERS, sloId)).length === 0;
    }
    const target = targets.find(one => one.name === name);
    return target?.type !== 'alertmanager';
  }

  async #send(
    { id, target: name, alert }: DueDelivery,
    now: Date,
  ): Promise<void> {
    if (name === OWNERS) {
      await this.#notifyOwners(alert);
      return;
    }
    const target = this.#options.targets.find(one => one.name === name);
    if (!target) {
      throw new DeliveryError(
        words.describe('slo.delivery.noTarget', { target: name }),
      );
    }
    await this.#post(target, this.#payloadOf(target, [alert], now), {
      'idempotency-key': `${alert.alertId}/${id}`,
    });
  }

  async #notifyOwners(alert: AlertSnapshot): Promise<void> {
    const { notifications, store } = this.#options;
    if (alert.ownerRefs.length === 0) {
      throw new DeliveryError(
        words.describe('slo.delivery.noOwner', { entity: alert.entityRef }),
      );
    }
    const firing = await store.listFiring(OWNERS, alert.sloId);
    const told = ownersHearOf(alert, firing);
    if (!told) {
      return;
    }
    const { path, ...text } = describeAlert(told);
    await notifications.send({
      recipients: { type: 'entity', entityRef: alert.ownerRefs },
      payload: {
        ...text,
        link: path,
        severity: severityOf(told),
        topic: 'slo-alert',
        // What comes later in the same episode takes the place of this.
        scope: `slo:${await store.findFirstOfEpisode(alert)}`,
      },
    });
  }

  #payloadOf(
    target: AlertTargetConfig,
    all: AlertSnapshot[],
    now: Date,
  ): unknown {
    const { baseUrl } = this.#options;
    switch (target.type) {
      case 'alertmanager':
        return all.map(alert => toAlertmanagerAlert(alert, { baseUrl, now }));
      case 'slack':
        return all.map(alert => toSlackMessage(alert, baseUrl)).at(0);
      default:
        return target.type satisfies never;
    }
  }

  async #post(
    target: AlertTargetConfig,
    payload: unknown,
    headers: Record<string, string> = {},
  ): Promise<void> {
    const url =
      target.type === 'alertmanager'
        ? `${target.url.replace(/\/+$/, '')}/api/v2/alerts`
        : target.url;
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...headers,
        ...target.headers,
      },
      body: JSON.stringify(payload),
      // The configured address is called, not where that would send us.
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    if (!response.ok) {
      // Not the address, which may be a secret.
      throw new DeliveryError(
        words.describe('slo.delivery.answered', {
          target: target.name,
          status: String(response.status),
        }),
      );
    }
  }
}

function nextAttempt(attempts: number, now: Date): Date | undefined {
  if (attempts + 1 >= MAX_ATTEMPTS) {
    return undefined;
  }
  const delay = FIRST_RETRY_MS * 2 ** attempts;
  return new Date(now.getTime() + Math.min(delay, LAST_RETRY_MS));
}

function severityOf({ state, severity }: AlertSnapshot) {
  if (state === 'resolved') {
    return 'low' as const;
  }
  return severity === 'page' ? ('critical' as const) : ('high' as const);
}
