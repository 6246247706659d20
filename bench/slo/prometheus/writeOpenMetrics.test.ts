import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderOpenMetrics } from './writeOpenMetrics.ts';

test('keeps the samples of each metric together', () => {
  const counter = (service: string, good: number) => ({
    seriesId: 1,
    service,
    samples: [
      { at: 1_764_000_007, good: 0, total: 0 },
      { at: 1_764_000_067, good, total: 10 },
    ],
  });
  assert.equal(
    [...renderOpenMetrics([counter('cart', 9), counter('search', 8)])].join(''),
    `# TYPE slo_good counter
slo_good_total{service="cart"} 0 1764000007
slo_good_total{service="cart"} 9 1764000067
slo_good_total{service="search"} 0 1764000007
slo_good_total{service="search"} 8 1764000067
# TYPE slo_total counter
slo_total_total{service="cart"} 0 1764000007
slo_total_total{service="cart"} 10 1764000067
slo_total_total{service="search"} 0 1764000007
slo_total_total{service="search"} 10 1764000067
# EOF
`,
  );
});
