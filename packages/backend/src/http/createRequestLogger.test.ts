import { mockServices } from '@backstage/backend-test-utils';
import { createRequestLogger } from './createRequestLogger';

describe('createRequestLogger', () => {
  it.each([
    ['/api/events?token=abc', '/api/events?token=***'],
    // Each of these stands for what is replaced, where a pattern replaces it.
    ['/api/events?token=abc&q=$&', '/api/events?token=***&q=$&'],
    ["/api/events?token=abc&q=$`$'", "/api/events?token=***&q=$`$'"],
    ['/api/events?q=$$&token=abc', '/api/events?q=$$&token=***'],
  ])('writes a line about %s with %s', (url, shown) => {
    const logger = mockServices.logger.mock();
    createRequestLogger(logger).info(`"GET ${url} HTTP/1.1" 200`, {
      type: 'incomingRequest',
      url,
    });
    expect(logger.info).toHaveBeenCalledWith(`"GET ${shown} HTTP/1.1" 200`, {
      type: 'incomingRequest',
      url: shown,
    });
  });
});
