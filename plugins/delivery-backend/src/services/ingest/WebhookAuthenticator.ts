import { AuthenticationError } from '@backstage/errors';
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { WebhookConfig } from '../../config/readDeliveryConfig';

/** Who signed a request. */
export interface WebhookSender {
  name: string;
  sourcePrefix?: string;
}

interface WebhookAuthenticatorOptions {
  webhooks: Map<string, WebhookConfig>;
  replayWindowMs: number;
}

const SOURCE_HEADER = 'x-atrium-source';
const TIMESTAMP_HEADER = 'x-atrium-timestamp';
const SIGNATURE_HEADER = 'x-atrium-signature';

/** Recognises senders by the signature of what they send. */
export class WebhookAuthenticator {
  readonly #webhooks: Map<string, WebhookConfig>;
  readonly #replayWindowMs: number;

  constructor(options: WebhookAuthenticatorOptions) {
    this.#webhooks = options.webhooks;
    this.#replayWindowMs = options.replayWindowMs;
  }

  /** Whether a request claims to be signed. */
  isSigned(headers: IncomingHttpHeaders): boolean {
    return headers[SIGNATURE_HEADER] !== undefined;
  }

  /**
   * Checks the signature of a request.
   *
   * @throws AuthenticationError, which says the same for an unknown source as
   * for a wrong signature.
   */
  authenticate(headers: IncomingHttpHeaders, body: Buffer): WebhookSender {
    const name = String(headers[SOURCE_HEADER] ?? '');
    const timestamp = String(headers[TIMESTAMP_HEADER] ?? '');
    const webhook = this.#webhooks.get(name);
    // Without a secret the comparison is made all the same: an unknown source
    // takes as long as a known one.
    const expected = createHmac('sha256', webhook?.secret ?? 'unknown')
      .update(`${timestamp}.`)
      .update(body)
      .digest();
    const given = readSignature(headers[SIGNATURE_HEADER]);
    const isSame =
      given.length === expected.length && timingSafeEqual(given, expected);
    if (!webhook || !isSame) {
      throw new AuthenticationError('The signature of the request is wrong');
    }
    const ageMs = Math.abs(Date.now() - Number(timestamp) * 1000);
    if (!/^\d{1,12}$/.test(timestamp) || ageMs > this.#replayWindowMs) {
      throw new AuthenticationError(
        'The time of the signature is too far from the present time',
      );
    }
    return { name, sourcePrefix: webhook.sourcePrefix };
  }
}

function readSignature(header: string | string[] | undefined): Buffer {
  const hex = /^sha256=([0-9a-f]{64})$/i.exec(String(header))?.[1];
  return Buffer.from(hex ?? '', 'hex');
}
