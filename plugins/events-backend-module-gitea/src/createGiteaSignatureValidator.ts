import type { RequestValidator } from '@backstage/plugin-events-node';
import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Creates the check that a request was signed by Gitea with the secret.
 *
 * @remarks
 *
 * Gitea sends the hex HMAC-SHA256 of the body in `X-Gitea-Signature`. The check
 * works on the bytes as they came, since parsing and writing JSON again would
 * not give the same ones.
 */
export function createGiteaSignatureValidator(
  secret: string,
): RequestValidator {
  return async (request, context) => {
    const signature = request.headers['x-gitea-signature'];
    if (typeof signature !== 'string') {
      context.reject({
        status: 401,
        payload: { message: 'The request has no signature' },
      });
      return;
    }
    const expected = createHmac('sha256', secret)
      .update(request.raw.body)
      .digest();
    const actual = Buffer.from(signature, 'hex');
    if (
      actual.length !== expected.length ||
      !timingSafeEqual(actual, expected)
    ) {
      context.reject({
        status: 403,
        payload: { message: 'The signature of the request is not valid' },
      });
    }
  };
}
