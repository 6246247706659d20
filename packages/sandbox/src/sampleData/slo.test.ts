import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { SimulatedServices } from '../simulators/SimulatedServices.ts';
import type { Count, SloDetails } from './PortalSlos.ts';
import { SampleCounts } from './slo.ts';

const { signal } = new AbortController();
const minuteMs = 60_000;
const nowMs = Date.UTC(2026, 10, 25, 12, 0, 30);

function query(text: string, service = 'cart-service') {
  return { sourceType: 'openmetrics', spec: { service, query: text } };
}

const slo: SloDetails = {
  id: 'a',
  definition: {
    indicator: {
      kind: 'ratio',
      numerator: 'bad',
      events: query('http_requests_total{code=~"5.."}'),
      total: query('http_requests_total'),
    },
    objectives: [{ id: 'objective-1' }],
  },
};

const elsewhere: SloDetails = {
  id: 'b',
  definition: {
    indicator: {
      kind: 'threshold',
      query: { sourceType: 'prometheus', spec: { query: 'up' } },
    },
    objectives: [{ id: 'objective-1', op: 'gte', value: 1 }],
  },
};

test('gives each service its day as a whole', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'atrium-counts-'));
  t.after(() => rm(folder, { recursive: true }));
  const services = new SimulatedServices({
    faultsOf: () => [],
    restartsOf: () => [],
    onChange: () => {},
  });
  const names = services.names
    .filter(name =>
      services
        .get(name)
        ?.model.counters.some(
          ({ name: counter }) => counter === 'http_requests_total',
        ),
    )
    .slice(0, 8);
  const pushes: string[][] = [];
  await new SampleCounts({
    portal: {
      // Each has 1,440 counts a day, and a request takes 10,000.
      list: async () =>
        names.map(service => ({
          id: service,
          definition: {
            indicator: {
              kind: 'ratio',
              numerator: 'bad',
              events: query('http_requests_total{code=~"5.."}', service),
              total: query('http_requests_total', service),
            },
            objectives: [{ id: 'one' }],
          },
        })),
      push: async counts => {
        pushes.push(counts.map(({ series }) => series));
        return [];
      },
    },
    services,
    file: path.join(folder, 'counts.json'),
    sampleCount: 8,
    days: 1,
    now: () => nowMs,
  }).send(signal);

  assert.deepEqual(
    pushes.map(series => series.length),
    [6 * 1_440, 2 * 1_440],
  );
  assert.equal(new Set(pushes[0]).size, 6);
});

test('gives the past, oldest day first, and joins it to the present', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'atrium-counts-'));
  t.after(() => rm(folder, { recursive: true }));
  const services = new SimulatedServices({
    faultsOf: () => [],
    restartsOf: () => [],
    onChange: () => {},
  });
  const pushed: Count[] = [];
  let refusals = 1;
  let now = nowMs;
  let sampleCount = 3;
  const create = () =>
    new SampleCounts({
      portal: {
        list: async () => [slo, elsewhere],
        push: async counts => {
          if (pushed.length > 0 && refusals > 0) {
            refusals -= 1;
            throw new Error('not now');
          }
          pushed.push(...counts);
          return [];
        },
      },
      services,
      file: path.join(folder, 'counts.json'),
      days: 3,
      sampleCount,
      now: () => now,
    });

  await assert.rejects(create().send(signal), /not now/);
  now += 10 * minuteMs;
  await create().send(signal);
  // One of the samples is not known yet.
  assert.equal(create().isComplete, false);
  sampleCount = 2;
  await create().send(signal);
  assert.equal(create().isComplete, true);

  assert.deepEqual(
    new Set(pushed.map(({ series }) => series)),
    new Set(['slo:a/objective-1']),
  );
  const minutes = pushed.map(({ minute }) => minute);
  assert.equal(minutes[0], '2026-11-22T12:00:00.000Z');
  assert.equal(minutes[1_440], '2026-11-23T12:00:00.000Z');
  assert.deepEqual(minutes.slice(3 * 1_440), [
    '2026-11-25T12:00:00.000Z',
    '2026-11-25T12:01:00.000Z',
    '2026-11-25T12:02:00.000Z',
    '2026-11-25T12:03:00.000Z',
    '2026-11-25T12:04:00.000Z',
    '2026-11-25T12:05:00.000Z',
    '2026-11-25T12:06:00.000Z',
    '2026-11-25T12:07:00.000Z',
  ]);
  assert.equal(new Set(minutes).size, minutes.length);

  // The counters of the service, scraped, have grown by the same.
  const service = services.get('cart-service');
  assert.ok(service);
  const totalAt = (atMs: number) =>
    service
      .sample(atMs)
      .counters.filter(({ series }) => series.name === 'http_requests_total')
      .reduce((sum, { value }) => sum + value, 0);
  const fromMs = Date.parse('2026-11-25T12:00:00Z');
  const joined = pushed.slice(3 * 1_440);
  assert.equal(
    joined.reduce((sum, { total }) => sum + total, 0),
    totalAt(fromMs + 8 * minuteMs) - totalAt(fromMs),
  );
  assert.ok(pushed.every(({ good, total }) => good >= 0 && good <= total));
});
