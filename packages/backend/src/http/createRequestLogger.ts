import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject, JsonValue } from '@backstage/types';
import { hideQuerySecrets } from './hideQuerySecrets';

/**
 * The logger of the lines that the stock middleware writes about requests, with
 * the secrets of their addresses hidden.
 */
export function createRequestLogger(logger: LoggerService): LoggerService {
  return {
    error: logger.error.bind(logger),
    warn: logger.warn.bind(logger),
    debug: logger.debug.bind(logger),
    child: meta => createRequestLogger(logger.child(meta)),
    info(message, meta = {}) {
      const fields = meta instanceof Error ? {} : meta;
      const shown = hideAddresses(fields);
      let text = message;
      for (const name of Object.keys(shown)) {
        // A function, as `$&` of an address would bring back what is hidden.
        text = text.replaceAll(`${fields[name]}`, () => `${shown[name]}`);
      }
      logger.info(text, { ...fields, ...shown });
    },
  };
}

function hideAddresses({ url, referrer }: JsonObject): JsonObject {
  return {
    ...hideAddress('url', url),
    ...hideAddress('referrer', referrer),
  };
}

function hideAddress(name: string, address?: JsonValue): JsonObject {
  return typeof address === 'string'
    ? { [name]: hideQuerySecrets(address) }
    : {};
}
