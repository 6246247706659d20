import { EventEmitter } from 'node:events';
import { mockServices } from '@backstage/backend-test-utils';
import { limitUrlReader } from './limitedUrlReader';
import { markRequest } from './requestScope';

const URL = 'https://github.com/acme/payments/blob/main/slo.yaml';
const LIMIT_MS = 50;

const reader = mockServices.urlReader.mock();
const limited = limitUrlReader(reader, LIMIT_MS);

/** Does something on behalf of a request. */
function inRequest<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const response = Object.assign(new EventEmitter(), { json: jest.fn() });
    void markRequest({} as never, response as never, () => {
      work().then(resolve, reject);
    });
  });
}

describe('limitUrlReader', () => {
  it('gives up a host that does not answer, and does not ask it again', async () => {
    reader.readUrl.mockReturnValue(new Promise(() => {}));
    const unavailable = {
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(/^'github\.com' does not answer\./),
    };

    await inRequest(async () => {
      await expect(limited.readUrl(URL)).rejects.toMatchObject(unavailable);
      await expect(limited.readTree(URL)).rejects.toMatchObject(unavailable);
      await expect(limited.search(URL)).rejects.toMatchObject(unavailable);
    });
    expect(reader.readUrl).toHaveBeenCalledTimes(1);
    expect(reader.readTree).not.toHaveBeenCalled();
  });

  it('has tasks wait for as long as the host needs', async () => {
    const answer = { buffer: jest.fn() };
    reader.readUrl.mockReturnValue(
      new Promise(resolve => {
        setTimeout(() => resolve(answer), 3 * LIMIT_MS);
      }),
    );
    expect(await limited.readUrl(URL)).toBe(answer);
  });
});
