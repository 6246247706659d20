import assert from 'node:assert/strict';
import { it } from 'node:test';
import { Metrics } from './Metrics.ts';

it('sorts requests into cumulative buckets', () => {
  const metrics = new Metrics();
  for (const seconds of [0.004, 0.2, 9]) {
    metrics.observe({ method: 'GET', route: '/x', status: 200, seconds });
  }

  const lines = metrics.render().split('\n');
  const labels = 'method="GET",route="/x",status="200"';
  const bucket = (limit: string) =>
    `http_request_duration_seconds_bucket{${labels},le="${limit}"}`;
  assert.ok(lines.includes(`${bucket('0.005')} 1`));
  assert.ok(lines.includes(`${bucket('0.25')} 2`));
  assert.ok(lines.includes(`${bucket('5')} 2`));
  assert.ok(lines.includes(`${bucket('+Inf')} 3`));
});
