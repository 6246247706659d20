import {
  urlReaderFactoriesServiceRef,
  UrlReaders,
} from '@backstage/backend-defaults/urlReader';
import {
  coreServices,
  createServiceFactory,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { answerInTime } from './answerInTime';

/**
 * The stock reader of files in repositories, by which no request waits for a
 * host that does not answer. Some of its readers bring a `fetch` of their own.
 */
export const limitedUrlReader = createServiceFactory({
  service: coreServices.urlReader,
  deps: {
    config: coreServices.rootConfig,
    factories: urlReaderFactoriesServiceRef,
    logger: coreServices.logger,
  },
  factory: options => limitUrlReader(UrlReaders.default(options)),
});

/** Makes a reader that gives up in time what somebody waits for. */
export function limitUrlReader(
  reader: UrlReaderService,
  limitMs?: number,
): UrlReaderService {
  const inTime = <T>(url: string, ask: () => Promise<T>) =>
    answerInTime(new URL(url).host, { ask, limitMs });
  return {
    readUrl: (url, options) => inTime(url, () => reader.readUrl(url, options)),
    readTree: (url, options) =>
      inTime(url, () => reader.readTree(url, options)),
    search: (url, options) => inTime(url, () => reader.search(url, options)),
  };
}
