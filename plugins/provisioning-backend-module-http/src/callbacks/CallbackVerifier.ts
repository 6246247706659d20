import { AuthenticationError } from '@backstage/errors';
import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { AutomationConfig } from '../config/readAutomationsConfig';

/** The headers of Standard Webhooks, as they came. */
export interface CallbackHeaders {
  id: string | undefined;
  timestamp: string | undefined;
  signature: string | undefined;
}

/** Recognises automations by how they sign, as Standard Webhooks says. */
export class CallbackVerifier {
  readonly #webhooks: Map<string, Webhook>;
  /** An unknown automation takes as long as a known one. */
  readonly #unknown = new Webhook(randomBytes(32).toString('base64'));

  constructor(
    automations: Pick<AutomationConfig, 'name' | 'callbackSecret'>[],
  ) {
    this.#webhooks = new Map(
      automations.flatMap(({ name, callbackSecret }) =>
        callbackSecret ? [[name, new Webhook(callbackSecret)]] : [],
      ),
    );
  }

  /**
   * Checks who signed a body, and that it was within five minutes.
   *
   * @throws AuthenticationError, which says the same for an unknown automation
   * as for a wrong signature
   */
  verify(automation: string, headers: CallbackHeaders, body: string): void {
    const webhook = this.#webhooks.get(automation) ?? this.#unknown;
    try {
      webhook.verify(
        body,
        {
          'webhook-id': headers.id ?? '',
          'webhook-timestamp': headers.timestamp ?? '',
          'webhook-signature': headers.signature ?? '',
        },
        { jsonParse: false },
      );
    } catch (error) {
      throw new AuthenticationError(
        'The callback is not signed by this automation, or not in time',
        error,
      );
    }
  }
}
