import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderOpenMetrics } from './renderOpenMetrics.ts';
import { Selector } from './Selector.ts';
import type { Fault } from './ServiceProfile.ts';
import { serviceProfiles } from './serviceProfiles.ts';
import { SimulatedService } from './SimulatedService.ts';
import { TrafficModel } from './TrafficModel.ts';

const minuteMs = 60_000;
const startMs = Date.UTC(2026, 10, 25, 12);

function modelOf(name: string, faults: Fault[] = []): TrafficModel {
  const profile = serviceProfiles.find(each => each.name === name);
  assert.ok(profile);
  return new TrafficModel(profile, faults);
}

function sumOf(model: TrafficModel, values: ArrayLike<number>, text: string) {
  const selector = Selector.parse(text);
  assert.ok(selector);
  return model.counters.reduce(
    (sum, series, index) =>
      selector.selects(series) ? sum + values[index] : sum,
    0,
  );
}

function sampleSum(service: SimulatedService, atMs: number, text: string) {
  const { counters } = service.sample(atMs);
  return sumOf(
    service.model,
    counters.map(({ value }) => value),
    text,
  );
}

function growth(model: TrafficModel, fromMs: number, minutes: number) {
  const totals = new Float64Array(model.counters.length);
  for (let index = 0; index < minutes; index++) {
    model.addMinute(fromMs / minuteMs + index, totals);
  }
  return totals;
}

test('counters grow by what the minutes say, whoever asks and when', () => {
  const model = modelOf('cart-service');
  const service = new SimulatedService(model);
  const all = 'http_requests_total';
  const before = sampleSum(service, startMs, all);
  const hour = sumOf(model, growth(model, startMs, 60), all);

  assert.equal(sampleSum(service, startMs + 60 * minuteMs, all) - before, hour);
  const restarted = new SimulatedService(modelOf('cart-service'));
  assert.equal(
    sampleSum(restarted, startMs + 60 * minuteMs, all),
    before + hour,
  );
  let last = before;
  for (let seconds = 0; seconds <= 180; seconds += 7) {
    const value = sampleSum(service, startMs + seconds * 1_000, all);
    assert.ok(value >= last && Number.isInteger(value));
    last = value;
  }
});

test('buckets are cumulative and end with all requests', () => {
  const model = modelOf('payment-service');
  const totals = growth(model, startMs, 600);
  const bounds = ['0.1', '0.5', '1.5', '5.0', '+Inf'].map(bound =>
    sumOf(model, totals, `http_request_duration_seconds_bucket{le="${bound}"}`),
  );
  assert.deepEqual(
    bounds,
    bounds.toSorted((a, b) => a - b),
  );
  const requests = sumOf(model, totals, 'http_requests_total');
  assert.equal(bounds.at(-1), requests);
  assert.equal(
    sumOf(model, totals, 'http_request_duration_seconds_count'),
    requests,
  );
});

test('follows the day and the week', () => {
  const day = 1_440 * minuteMs;
  const requests = (name: string, fromMs: number, minutes = 60) => {
    const model = modelOf(name);
    return sumOf(model, growth(model, fromMs, minutes), 'http_requests_total');
  };
  const wednesday = Date.UTC(2026, 10, 25);
  const noon = 12 * 60 * minuteMs;
  const night = 2 * 60 * minuteMs;
  const shop = 'product-service';
  assert.ok(
    requests(shop, wednesday + noon) > 5 * requests(shop, wednesday + night),
  );
  assert.ok(
    requests(shop, wednesday + noon) >
      1.15 * requests(shop, wednesday + 3 * day + noon),
  );
  assert.equal(requests('carrier-adapter', wednesday + night), 0);
  assert.ok(requests('carrier-adapter', wednesday + noon) > 1_000);
  // Less than a hundred in four weeks is too little to judge.
  const rare = requests('recommendation-service', wednesday, 28 * 1_440);
  assert.ok(rare > 20 && rare < 100, `${rare}`);
});

test('a fault fails one request in twelve while it lasts', () => {
  const fromMinute = startMs / minuteMs;
  const model = modelOf('payment-service', [
    { fromMinute, failedRatio: 1 / 12, outcome: '502' },
  ]);
  const failed = 'http_requests_total{code=~"5.."}';
  const requests = 'http_requests_total{code!=""}';
  const during = growth(model, startMs, 240);
  const ratio = sumOf(model, during, failed) / sumOf(model, during, requests);
  assert.ok(Math.abs(ratio - 1 / 12) < 0.005, `${ratio}`);
  const before = growth(model, startMs - 240 * minuteMs, 240);
  assert.ok(
    sumOf(model, before, failed) < 0.002 * sumOf(model, before, requests),
  );
});

test('a fault makes requests slow without failing them', () => {
  const fromMinute = startMs / minuteMs;
  const usual = growth(modelOf('order-service'), startMs, 240);
  const model = modelOf('order-service', [
    { fromMinute, failedRatio: 0, slowRatio: 0.03, outcome: '500' },
  ]);
  const slow = growth(model, startMs, 240);
  const within = (values: Float64Array, bound: string) =>
    sumOf(model, values, `http_request_duration_seconds_bucket{le="${bound}"}`);
  const share = within(slow, '2.5') / within(slow, '+Inf');
  assert.ok(Math.abs(share - 0.97) < 0.003, `${share}`);
  assert.equal(within(slow, '5.0'), within(usual, '5.0'));
  const failed = 'http_requests_total{code=~"5.."}';
  assert.equal(sumOf(model, slow, failed), sumOf(model, usual, failed));
});

test('a service that restarts every night counts anew', () => {
  const service = new SimulatedService(modelOf('notification-service'));
  const restartMs = Date.UTC(2026, 10, 25, 3, 20);
  const sent = 'messages_total{outcome="sent"}';
  const { startedAtMs } = service.sample(restartMs + minuteMs);

  assert.equal(startedAtMs, restartMs);
  assert.ok(
    sampleSum(service, restartMs - 1_000, sent) >
      100 * sampleSum(service, restartMs + minuteMs, sent),
  );
});

test('renders OpenMetrics', () => {
  const service = new SimulatedService(modelOf('event-collector'));
  const text = renderOpenMetrics(
    service.sample(startMs),
    service.model.profile.metrics,
  );
  const lines = text.split('\n');
  assert.deepEqual(lines.slice(0, 2), [
    '# TYPE http_requests counter',
    '# HELP http_requests Requests answered.',
  ]);
  assert.match(
    lines[2],
    /^http_requests_total\{method="POST",route="\/v2\/events",code="200"\} \d+$/,
  );
  assert.match(lines[3], /^http_requests_created\{.*\} \d+\.\d{3}$/);
  assert.ok(lines.includes('# UNIT http_request_duration_seconds seconds'));
  assert.ok(lines.some(line => line.includes('le="1.0"} ')));
  assert.ok(
    lines.some(line =>
      /^clickstream_delivery_success_ratio 0\.\d+$/.test(line),
    ),
  );
  assert.deepEqual(lines.slice(-2), ['# EOF', '']);
});
