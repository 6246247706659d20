import { InputError } from '@backstage/errors';
import type { HttpBodyParser } from '@backstage/plugin-events-node';

/**
 * Parses JSON as the stock parser does, but answers a malformed body with 400.
 *
 * @remarks
 *
 * The body is parsed before the signature is checked, and the stock parser fails
 * with 500: whoever reaches the port could fill the log with errors.
 */
export const parseJsonBody: HttpBodyParser = async request => {
  const bodyBuffer: unknown = request.body;
  if (!Buffer.isBuffer(bodyBuffer)) {
    throw new InputError('The request has no body');
  }
  const encoding = 'utf-8';
  try {
    const bodyParsed = JSON.parse(bodyBuffer.toString(encoding));
    return { bodyParsed, bodyBuffer, encoding };
  } catch (error) {
    throw new InputError('The body of the request is not valid JSON', error);
  }
};
