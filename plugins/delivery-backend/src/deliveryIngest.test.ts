import {
  CLOUD_EVENT_BATCH_MEDIA_TYPE,
  CLOUD_EVENT_MEDIA_TYPE,
} from '@atrium/plugin-delivery-common';
import type {
  DeliveryEventSink,
  DeliveryEventSource,
} from '@atrium/plugin-delivery-node';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { createHmac } from 'node:crypto';
import request from 'supertest';
import { freezeTime } from './__testUtils__/freezeTime';
import { openDatabase } from './__testUtils__/openDatabase';
import {
  finishedRun,
  SAMPLE_SOURCE,
  sampleEvent,
} from './__testUtils__/sampleEvents';
import { startDelivery } from './__testUtils__/startDelivery';

const paymentService = 'component:default/payment-service';
const NOW = new Date('2026-11-25T12:00:00Z');
const secret = 'shared-with-the-build-server';

describe('deliveryPlugin, what it takes in', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let sink: DeliveryEventSink | undefined;
  const source: DeliveryEventSource = {
    id: 'test',
    async start(given) {
      sink = given;
    },
  };
  let knex: Knex;
  let delivery: Awaited<ReturnType<typeof startDelivery>>;

  beforeAll(async () => {
    freezeTime(NOW);
    knex = await openDatabase(databases);
    delivery = await startDelivery({
      knex,
      source,
      config: {
        ingest: {
          webhooks: {
            'build-server': { secret, sourcePrefix: SAMPLE_SOURCE },
          },
        },
      },
    });
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  beforeEach(async () => {
    await delivery.clear();
  });

  function send(
    body: string,
    headers: Record<string, string>,
    authorization = mockCredentials.service.header(),
  ) {
    return request(delivery.server)
      .post('/api/delivery/events')
      .set({ authorization, ...headers })
      .send(body);
  }

  function sign(body: string, timestamp: number, key = secret) {
    return {
      'x-atrium-source': 'build-server',
      'x-atrium-timestamp': String(timestamp),
      'x-atrium-signature': `sha256=${createHmac('sha256', key)
        .update(`${timestamp}.${body}`)
        .digest('hex')}`,
    };
  }

  describe('POST /events', () => {
    const event = finishedRun('run-1', '2026-11-25T10:00:00Z');

    it('takes one event in structured and in binary mode, and stores it once', async () => {
      const structured = await send(JSON.stringify(event), {
        'content-type': `${CLOUD_EVENT_MEDIA_TYPE}; charset=utf-8`,
      });
      expect(structured.status).toBe(200);
      expect(structured.body).toEqual({
        accepted: 1,
        duplicates: 0,
        refused: 0,
        results: [
          { index: 0, source: event.source, id: event.id, status: 'accepted' },
        ],
      });

      const binary = await send(JSON.stringify(event.data), {
        'content-type': 'application/cdevents+json',
        'ce-specversion': '1.0',
        'ce-id': encodeURIComponent(event.id),
        'ce-source': event.source,
        'ce-type': event.type,
        'ce-time': String(event.time),
      });
      expect(binary.body).toMatchObject({ accepted: 0, duplicates: 1 });
    });

    it('stores the good events of a batch, and says why each other is refused', async () => {
      const because = (text: string) => expect.stringContaining(text);
      const { status, body } = await send(
        JSON.stringify([
          event,
          { ...event, id: undefined },
          event,
          'no event',
          { ...event, id: 'later', time: '2026-11-25T12:05:01Z' },
          { ...event, id: 'nul', data: { subject: { id: 'a\0b' } } },
          { ...event, id: 'unknown', type: 'dev.cdevents.build.queued.0.2.0' },
        ]),
        { 'content-type': CLOUD_EVENT_BATCH_MEDIA_TYPE },
      );

      expect(status).toBe(200);
      expect(body).toMatchObject({
        accepted: 2,
        duplicates: 1,
        refused: 4,
        results: [
          { index: 0, status: 'accepted' },
          { index: 1, status: 'refused', reason: because("'id'") },
          { index: 2, status: 'duplicate' },
          { index: 3, status: 'refused', reason: because('object') },
          { index: 4, status: 'refused', reason: because('minutes ahead') },
          { index: 5, status: 'refused', reason: because('NUL') },
          { index: 6, status: 'accepted' },
        ],
      });

      const ingest = await delivery.get('/ingest');
      expect(ingest.body).toMatchObject({
        counts: expect.arrayContaining([
          expect.objectContaining({
            type: 'dev.cdevents.build.queued.0.2.0',
            isKnown: false,
            accepted: 1,
          }),
          expect.objectContaining({
            type: 'dev.cdevents.pipelinerun.finished.0.2.0',
            isKnown: true,
            accepted: 1,
            duplicates: 1,
          }),
        ]),
        unresolved: [],
      });
      expect(ingest.body.refusals).toHaveLength(4);
    });

    it('answers 400 when the only event is refused, or the request makes no sense', async () => {
      const structured = { 'content-type': CLOUD_EVENT_MEDIA_TYPE };
      const batch = { 'content-type': CLOUD_EVENT_BATCH_MEDIA_TYPE };
      for (const [body, headers, message] of [
        [JSON.stringify({ ...event, source: '' }), structured, /'source'/],
        ['{', structured, /not valid JSON/],
        ['{}', batch, /must be a JSON array/],
        [JSON.stringify(Array(1001).fill({})), batch, /may have 1000 events/],
        ['{}', { 'content-type': 'application/json' }, /content type must be/],
      ] as const) {
        const { status, body: answer } = await send(body, headers);
        expect(answer.error.message).toMatch(message);
        expect(status).toBe(400);
      }
    });

    it('answers 413 when the body is too large', async () => {
      const { status, body } = await send('x'.repeat(4 * 1024 * 1024 + 1), {
        'content-type': CLOUD_EVENT_MEDIA_TYPE,
      });
      expect(status).toBe(413);
      expect(body.error.message).toContain('smaller batches');
    });

    it('answers 401 without a token, and 403 to a user', async () => {
      const headers = { 'content-type': CLOUD_EVENT_MEDIA_TYPE };
      const body = JSON.stringify(event);
      const nobody = await send(body, headers, mockCredentials.none.header());
      expect(nobody.status).toBe(401);
      const user = await send(body, headers, mockCredentials.user.header());
      expect(user.status).toBe(403);
    });

    it('takes a signed request, and refuses one that is wrong, old or not covered', async () => {
      const body = JSON.stringify(event);
      const now = Math.floor(Date.now() / 1000);
      const structured = { 'content-type': CLOUD_EVENT_MEDIA_TYPE };
      const nobody = mockCredentials.none.header();
      const status = async (
        text: string,
        headers: Record<string, string>,
      ): Promise<number> => (await send(text, headers, nobody)).status;

      expect(await status(body, { ...structured, ...sign(body, now) })).toBe(
        200,
      );
      // A replay within the window is a duplicate.
      expect(await status(body, { ...structured, ...sign(body, now) })).toBe(
        200,
      );
      for (const headers of [
        sign(body, now, 'another-secret-of-16'),
        sign(body, now - 301),
        sign(body, now + 301),
        { ...sign(body, now), 'x-atrium-timestamp': String(now + 1) },
        { ...sign(body, now), 'x-atrium-source': 'nobody' },
        { ...sign(body, now), 'x-atrium-signature': 'sha256=00' },
        { ...sign(body, NaN) },
      ]) {
        expect(await status(body, { ...structured, ...headers })).toBe(401);
      }
      expect(
        await status(`${body} `, { ...structured, ...sign(body, now) }),
      ).toBe(401);

      // Headers are not signed: in binary mode they have to agree with the body.
      const data = JSON.stringify(event.data);
      const binary = {
        'content-type': 'application/json',
        'ce-specversion': '1.0',
        'ce-id': event.id,
        'ce-source': event.source,
        'ce-type': event.type,
        ...sign(data, now),
      };
      expect(await status(data, binary)).toBe(200);
      expect(await status(data, { ...binary, 'ce-id': 'forged' })).toBe(401);
    });

    it.each([
      'https://other.example',
      `${SAMPLE_SOURCE}.evil.example`,
      `${SAMPLE_SOURCE}@evil.example`,
    ])('lets a webhook speak for its own source only, not for %s', async to => {
      const body = JSON.stringify({ ...event, source: to });
      const { status, body: answer } = await send(
        body,
        {
          'content-type': CLOUD_EVENT_MEDIA_TYPE,
          ...sign(body, Math.floor(Date.now() / 1000)),
        },
        mockCredentials.none.header(),
      );
      expect(status).toBe(400);
      expect(answer.error.message).toContain(`'${SAMPLE_SOURCE}' or below it`);
    });

    it('refuses what is not yet or no more to be kept, and nothing else of a batch', async () => {
      const at = (id: string, time: string) => ({ ...event, id, time });
      const change = sampleEvent('change.merged', '2024-01-01T00:00:00Z', {
        subjectId: '7',
        content: {},
      });
      const { body } = await send(
        JSON.stringify([
          at('soon', '2026-11-25T12:05:00Z'),
          at('ahead', '2026-11-25T12:05:00.001Z'),
          // Runs are kept for 400 days, changes for 1,200.
          at('old', '2025-10-21T12:00:00Z'),
          at('older', '2025-10-21T11:59:59Z'),
          at('first', '0001-01-01T00:00:00Z'),
          change,
          { ...change, id: 'oldest', time: '2023-08-13T11:59:59Z' },
        ]),
        { 'content-type': CLOUD_EVENT_BATCH_MEDIA_TYPE },
      );
      const refused = (reason: string) => ({
        status: 'refused',
        reason: expect.stringContaining(reason),
      });
      expect(body.results).toMatchObject([
        { status: 'accepted' },
        refused('5 minutes ahead'),
        { status: 'accepted' },
        refused('400 days'),
        refused('400 days for this type: 0001-01-01'),
        { status: 'accepted' },
        refused('1200 days'),
      ]);
      const { body: ingest } = await delivery.get('/ingest');
      expect(ingest.refusals).toHaveLength(4);
      expect(ingest.refusals).toContainEqual(
        expect.objectContaining({
          id: 'first',
          reason: expect.stringContaining('before what the portal keeps'),
        }),
      );
      expect(ingest.counts).toContainEqual(
        expect.objectContaining({ type: event.type, accepted: 2, refused: 3 }),
      );
    });

    it('tells open pages which entities changed', async () => {
      await delivery.store(event, finishedRun('run-2', '2026-11-25T11:00:00Z'));
      await delivery.untilTold('run');
      expect(delivery.signals).toContainEqual({
        channel: 'delivery',
        recipients: { type: 'broadcast' },
        message: { entityRefs: [paymentService], subjects: ['run'] },
      });
    });
  });

  it('hands the sources of modules a sink that works as the route does, for any number', async () => {
    const runs = Array.from({ length: 502 }, (_, number) =>
      finishedRun(`run-${number}`, '2026-11-25T10:00:00Z'),
    );
    const answer = await sink?.ingest([...runs, { ...runs[0], source: '' }]);
    expect(answer).toMatchObject({ accepted: 502, refused: 1 });
    expect(answer?.results.at(-1)).toMatchObject({
      index: 502,
      status: 'refused',
    });
  });
});
