import { freezeTime } from '@atrium/backend-common/testUtils';
import { describeDriverConformance } from '@atrium/plugin-provisioning-node/testUtils';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { FakeAutomation, send } from './__testUtils__/FakeAutomation';
import { createContext, sampleTarget } from './__testUtils__/sampleTarget';
import { HttpDriver } from './HttpDriver';

describeDriverConformance('http', async () => {
  const automation = new FakeAutomation();
  await automation.start();
  automation.workMs = 30;
  const { inputs, parameters } = sampleTarget;
  return {
    driver: new HttpDriver([automation.config()]),
    type: 'bucket',
    inputs,
    parameters,
    changed: { parameters: { isVersioned: false } },
    async tamper({ resourceId }) {
      const record = automation.records.get(resourceId);
      if (record) {
        record.differences = ['versioning is off'];
      }
    },
    difference: /^versioning is off$/,
    async placeForeign({ resourceId }) {
      const theirs = {
        resourceId: 'of-somebody-else',
        providerName: 'theirs',
        status: 'ready' as const,
        fingerprint: 'theirs',
      };
      automation.records.set(resourceId, theirs);
      return {
        isUntouched: async () => automation.records.get(resourceId) === theirs,
        async remove() {
          automation.records.delete(resourceId);
        },
      };
    },
    close: () => automation.stop(),
  };
});

describe('HttpDriver', () => {
  const automation = new FakeAutomation();
  let driver: HttpDriver;

  beforeAll(() => automation.start());
  afterAll(() => automation.stop());
  beforeEach(() => {
    driver = new HttpDriver([automation.config()]);
    automation.records.clear();
    automation.instead.length = 0;
    automation.seen.length = 0;
    automation.workMs = 0;
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const absent = (_: IncomingMessage, res: ServerResponse) => send(res, 404);
  /** What comes of `create` when the request gets this answer. */
  const createWith = (
    answer: (req: IncomingMessage, res: ServerResponse) => void,
  ): Promise<unknown> => {
    automation.instead.push(absent, answer);
    return driver.create(sampleTarget, createContext()).catch(error => error);
  };
  /** What a look makes of an answer. */
  const observeWith = (
    answer: (req: IncomingMessage, res: ServerResponse) => void,
  ): Promise<unknown> => {
    automation.instead.push(answer);
    return driver.observe(sampleTarget, createContext()).catch(error => error);
  };
  const { resourceId, providerName } = sampleTarget;
  const ready = {
    resourceId,
    providerName,
    status: 'ready',
    fingerprint: 'made-as-asked',
  };

  it('sends what is to be, with its key and the token', async () => {
    await driver.create(sampleTarget, createContext());
    await driver.suspend(sampleTarget, createContext());
    const sent = (access: string) => ({
      route: `PUT /v1/resources/${resourceId}`,
      authorization: 'Bearer planted-token',
      key: 'step-1',
      body: {
        resourceId,
        installationId: 'acme',
        providerName,
        type: 'bucket',
        labels: {
          name: 'receipts',
          ownerRef: 'group:default/payments',
          environment: 'dev',
        },
        values: { region: 'eu-central-1' },
        parameters: { isVersioned: true },
        fingerprint: 'made-as-asked',
        access,
      },
    });
    expect(automation.seen.filter(({ key }) => key)).toEqual([
      sent('granted'),
      sent('suspended'),
    ]);
  });

  it('finds out what became of a request whose answer was lost', async () => {
    automation.instead.push(absent);
    automation.lostAnswers = 1;
    const error = await driver
      .create(sampleTarget, createContext())
      .catch(thrown => thrown);
    expect(error).toMatchObject({
      name: 'Error',
      message: expect.stringMatching(/^The automation 'terraform' gave no/),
    });
    expect(await driver.observe(sampleTarget, createContext())).toMatchObject({
      status: 'present',
      fingerprint: 'made-as-asked',
    });
  });

  it.each([
    [400, { message: 'No region' }, 'answered 400: No region'],
    [401, {}, 'answered 401'],
    [403, 'no object', 'answered 403'],
    [409, { error: 'The name is taken' }, 'answered 409: The name is taken'],
    [409, { error: { message: 'Taken' } }, 'answered 409: Taken'],
    [
      422,
      { type: 'about:blank', title: 'Unprocessable', detail: 'No such region' },
      'answered 422: No such region',
    ],
    [
      422,
      { message: 'At https://me:secret@host\n\u0007planted-token' },
      'answered 422: At https://host …',
    ],
    [422, { message: 'x'.repeat(600) }, `answered 422: ${'x'.repeat(499)}…`],
  ])('takes %i %j for a no', async (status, answer, words) => {
    expect(
      await createWith((_, res) => send(res, status, { body: answer })),
    ).toMatchObject({
      name: 'ProviderRefusal',
      isTemporary: false,
      message: `The automation 'terraform' ${words}`,
    });
  });

  it.each([
    [429, '7', 7_000],
    [429, undefined, undefined],
    [429, 'soon', undefined],
    [503, '0', 0],
    [503, 'Sat, 28 Nov 2026 12:00:30 GMT', 30_000],
    [503, 'Sat, 28 Nov 2026 11:00:00 GMT', 0],
    [503, '999999', 3_600_000],
  ])('comes again after %i with Retry-After %s', async (status, header, ms) => {
    freezeTime('2026-11-28T12:00:00Z');
    const headers: Record<string, string> = header
      ? { 'retry-after': header }
      : {};
    expect(
      await createWith((_, res) => send(res, status, { headers })),
    ).toMatchObject({
      name: 'ProviderRefusal',
      isTemporary: true,
      retryAfterMs: ms,
    });
  });

  it.each([
    [500, {}],
    [502, {}],
    [503, {}],
    [404, {}],
    [302, { location: 'http://169.254.169.254/latest' }],
    [307, { location: '/elsewhere' }],
  ])('knows nothing after %i', async (status, headers) => {
    const before = automation.seen.length;
    expect(
      await createWith((_, res) => send(res, status, { headers })),
    ).toMatchObject({
      name: 'Error',
      message: expect.stringContaining(`answered ${status}`),
    });
    // The look and the request, and no third one to where it was sent.
    expect(automation.seen.length - before).toBe(2);
  });

  it('says that nothing happened where nobody listens', async () => {
    const closed = new FakeAutomation();
    await closed.start();
    driver = new HttpDriver([closed.config()]);
    await closed.stop();
    await expect(
      driver.create(sampleTarget, createContext()),
    ).rejects.toMatchObject({
      name: 'ProviderRefusal',
      isTemporary: true,
      message: "The automation 'terraform' does not answer: ECONNREFUSED",
    });
  });

  it.each<[string, object, object]>([
    [
      'working',
      { ...ready, status: 'working', fingerprint: undefined, message: 'Plan' },
      { status: 'changing', message: 'Plan' },
    ],
    [
      'failed',
      { ...ready, status: 'failed', fingerprint: 'old', message: 'No room' },
      {
        status: 'present',
        fingerprint: 'old',
        failure: 'No room',
        health: { status: 'degraded', message: 'No room' },
      },
    ],
    [
      'ready',
      {
        ...ready,
        access: 'suspended',
        health: { status: 'degraded', message: 'One zone is down' },
        differences: ['versioning is off'],
        outputs: { host: 'buckets.acme.example', port: 443 },
        credentialReference: { store: 'kubernetes', reference: 'a/b/c' },
        more: 'than the contract says',
      },
      {
        status: 'present',
        fingerprint: 'made-as-asked',
        access: 'suspended',
        health: { status: 'degraded', message: 'One zone is down' },
        differences: ['versioning is off'],
        outputs: {
          automation: 'terraform',
          host: 'buckets.acme.example',
          port: 443,
        },
        credentialReference: { store: 'kubernetes', reference: 'a/b/c' },
      },
    ],
    [
      'of another resource',
      { ...ready, resourceId: 'other' },
      { status: 'foreign' },
    ],
    [
      'of another name',
      { ...ready, providerName: 'other' },
      { status: 'foreign' },
    ],
  ])('sees what is %s', async (_, answer, observation) => {
    expect(
      await observeWith((_req, res) => send(res, 200, { body: answer })),
    ).toMatchObject(observation);
  });

  it.each<[string, (res: ServerResponse) => void, string]>([
    ['no JSON', res => res.end('<html>'), 'the answer is no JSON'],
    ['nothing', res => res.end(), 'the answer is no JSON'],
    [
      'another status',
      res => send(res, 200, { body: { ...ready, status: 'done' } }),
      'answered what its contract does not say: status: ',
    ],
    [
      'nothing of whose it is',
      res => send(res, 200, { body: { status: 'working' } }),
      'resourceId: ',
    ],
    [
      'ready without a fingerprint',
      res => send(res, 200, { body: { ...ready, fingerprint: undefined } }),
      'fingerprint: is missing of what is ready',
    ],
    [
      'a password',
      res =>
        send(res, 200, {
          body: {
            ...ready,
            outputs: { url: 'postgres://owner:s3cret@db/orders' },
          },
        }),
      'outputs.url: ',
    ],
    [
      '50 MB',
      res => {
        const chunk = Buffer.alloc(64 * 1024, 'x');
        let left = 800;
        const write = () => {
          while (left > 0 && !res.destroyed) {
            left -= 1;
            if (!res.write(chunk)) {
              res.once('drain', write);
              return;
            }
          }
          res.end();
        };
        write();
      },
      'the answer has more than 1 MB',
    ],
  ])('makes nothing of %s', async (_, answer, words) => {
    const error = await observeWith((_req, res) => answer(res));
    expect(error).toMatchObject({
      name: 'Error',
      message: expect.stringContaining(words),
    });
    expect(String(error)).not.toContain('s3cret');
  });

  it('does not wait for an answer that comes by drops', async () => {
    driver = new HttpDriver([automation.config({ timeoutMs: 200 })]);
    const error = await observeWith((_, res) => {
      const timer = setInterval(() => res.write(' '), 20);
      res.on('close', () => clearInterval(timer));
    });
    expect(error).toMatchObject({
      message: "The automation 'terraform' did not answer within 0.2 seconds",
    });
  });

  it('stops what is under way before it removes it', async () => {
    automation.workMs = 60_000;
    await driver.create(sampleTarget, createContext());
    automation.seen.length = 0;
    const removed = await driver.delete(sampleTarget, createContext());
    expect(removed).toMatchObject([
      { text: 'bucket receipts-0b7cbb0e of Terraform' },
    ]);
    expect(automation.seen.map(({ route, key }) => [route, key])).toEqual([
      [`GET /v1/resources/${resourceId}`, undefined],
      [`POST /v1/resources/${resourceId}/cancel`, 'step-1-cancel'],
      [`DELETE /v1/resources/${resourceId}`, 'step-1'],
    ]);

    automation.seen.length = 0;
    driver = new HttpDriver([automation.config({ hasCancel: false })]);
    await driver.delete(sampleTarget, createContext());
    expect(automation.seen.map(({ route }) => route)).toEqual([
      `GET /v1/resources/${resourceId}`,
      `DELETE /v1/resources/${resourceId}`,
    ]);
  });

  it('asks for other credentials where the automation has them', async () => {
    await driver.create(sampleTarget, createContext());
    await driver.rotate(sampleTarget, createContext());
    expect(automation.seen.at(-1)).toMatchObject({
      route: `POST /v1/resources/${resourceId}/rotate`,
      key: 'step-1',
    });
    driver = new HttpDriver([automation.config({ hasRotation: false })]);
    await expect(
      driver.rotate(sampleTarget, createContext()),
    ).rejects.toMatchObject({ name: 'ProviderRefusal', isTemporary: false });
  });

  it('lists page by page, to 10,000', async () => {
    const items = Array.from({ length: 1_000 }, (_, index) => ({
      resourceId: `id-${index}`,
      providerName: `name-${index}`,
    }));
    const list = async (pages: number) => {
      automation.instead.push(
        ...Array.from(
          { length: pages },
          (_, index) => (_req: IncomingMessage, res: ServerResponse) =>
            send(res, 200, {
              body: {
                items,
                ...(index < pages - 1 && { nextCursor: `${index} & more` }),
              },
            }),
        ),
      );
      let count = 0;
      for await (const { providerName: name } of driver.list(
        sampleTarget.inputs,
        createContext(),
      )) {
        count += name.startsWith('name-') ? 1 : 0;
      }
      return count;
    };
    expect(await list(10)).toBe(10_000);
    await expect(list(11)).rejects.toThrow('lists more than 10000 resources');
  });

  it('goes nowhere but where the configuration says', async () => {
    const other = { ...sampleTarget, inputs: { automation: 'other' } };
    expect(await driver.check(other)).toMatchObject([
      {
        field: 'inputs.automation',
        message: { text: "The configuration names no automation 'other'" },
      },
    ]);
    const odd = { ...sampleTarget, type: 'postgres' };
    expect(await driver.check(odd)).toMatchObject([
      {
        field: 'inputs.automation',
        message: {
          text: "The automation 'terraform' does not make 'postgres'",
        },
      },
    ]);
    await expect(driver.create(other, createContext())).rejects.toMatchObject({
      name: 'ProviderRefusal',
      isTemporary: false,
    });
  });
});
