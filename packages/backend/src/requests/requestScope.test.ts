import { EventEmitter } from 'node:events';
import { ServiceUnavailableError } from '@backstage/errors';
import { currentRequest, markRequest } from './requestScope';

const failure = { error: { name: 'Error', message: 'Something went wrong' } };

/** The part of a response of Express that is changed. */
class FakeResponse extends EventEmitter {
  statusCode = 200;
  body: unknown;

  status(code: number) {
    this.statusCode = code;
    return this;
  }

  json(body: unknown) {
    this.body = body;
    return this;
  }
}

/** Answers a request, within what it leads to. */
function handle(work: (response: FakeResponse) => void): FakeResponse {
  const response = new FakeResponse();
  void markRequest(
    { method: 'GET', url: '/api/search/query' } as never,
    response as never,
    () => work(response),
  );
  return response;
}

function loseDatabase() {
  const scope = currentRequest();
  if (scope) {
    scope.failure = new ServiceUnavailableError('It does not answer');
  }
}

describe('markRequest', () => {
  it('says why a request failed whose router does not', () => {
    const { statusCode, body } = handle(response => {
      loseDatabase();
      response.status(500).json(failure);
    });

    expect(statusCode).toBe(503);
    expect(body).toEqual({
      error: {
        name: 'ServiceUnavailableError',
        message: 'It does not answer',
      },
      request: { method: 'GET', url: '/api/search/query' },
      response: { statusCode: 503 },
    });
  });

  it('leaves other failures as they are, and what went well all the same', () => {
    const failed = handle(response => response.status(500).json(failure));
    expect(failed).toMatchObject({ statusCode: 500, body: failure });

    const recovered = handle(response => {
      loseDatabase();
      response.json({ results: [] });
    });
    expect(recovered).toMatchObject({ statusCode: 200, body: { results: [] } });
  });

  it('is over with the answer, for whatever goes on', async () => {
    let goOn = () => {};
    const isDone = new Promise<boolean>(resolve => {
      handle(response => {
        expect(currentRequest()).toBeDefined();
        void new Promise<void>(go => {
          goOn = go;
        }).then(() => resolve(currentRequest() === undefined));
        response.emit('close');
      });
    });
    goOn();
    expect(await isDone).toBe(true);
    expect(currentRequest()).toBeUndefined();
  });
});
