import { readOpenSloFile } from '@atrium/plugin-slo-common';
import { parse } from 'yaml';
import { z } from 'zod';
import { exportPrometheusRules } from './exportPrometheusRules';

const rulesSchema = z.object({
  groups: z.array(
    z.object({
      name: z.string(),
      rules: z.array(
        z.object({
          record: z.string().optional(),
          alert: z.string().optional(),
          expr: z.string(),
          for: z.string().optional(),
          labels: z.record(z.string(), z.string()),
          annotations: z.record(z.string(), z.string()).optional(),
        }),
      ),
    }),
  ),
});

interface SloOptions {
  metric: string;
  objective?: string;
  method?: string;
  window?: string;
  more?: string;
}

function rulesOf(options: SloOptions) {
  const {
    metric,
    objective = '{ target: 0.999 }',
    method = 'Occurrences',
    window = '{ duration: 28d, isRolling: true }',
    more = '',
  } = options;
  const { definitions, problems } = readOpenSloFile(`
apiVersion: openslo/v1
kind: SLO
metadata:
  name: checkout
  displayName: Checkout {{ works }}
  labels: { team: [payments, core], cost-centre: '7' }
spec:
  service: checkout "{{ env }}"
  indicator: { metadata: { name: requests }, spec: { ${metric} } }
  timeWindow: [${window}]
  budgetingMethod: ${method}
  objectives: [${objective}]
${more}`);
  expect(problems).toEqual([]);
  const { yaml, notConverted } = exportPrometheusRules(definitions[0]);
  const { groups } = rulesSchema.parse(parse(yaml));
  const rules = groups.flatMap(group => group.rules);
  return {
    notConverted,
    rules,
    groups: groups.map(({ name }) => name),
    /** The expression that is recorded under a name for a window. */
    recorded: (record: string, of: string) =>
      rules.find(
        rule =>
          rule.record === `slo:${record}:window` && rule.labels.window === of,
      )?.expr,
    alerts: rules.filter(rule => rule.alert !== undefined),
  };
}

function query(of: string, type = 'prometheus'): string {
  return `{ metricSource: { type: ${type}, spec: { query: ${JSON.stringify(
    of,
  )} } } }`;
}

const GOOD = 'http_requests_total{job="checkout",code!~"5.."}';
const TOTAL = 'sum(http_requests_total{job="checkout"})';
const counters = `ratioMetric: { counter: true, good: ${query(
  GOOD,
)}, total: ${query(TOTAL)} }`;

function series(metric: string, window: string): string {
  return `slo:${metric}:window{slo="checkout",service="checkout \\"{{ env }}\\"",objective="objective-1",window="${window}"}`;
}

describe('exportPrometheusRules', () => {
  it('records sums over each window, and their ratio', () => {
    const { recorded, groups, notConverted } = rulesOf({ metric: counters });
    expect(notConverted).toEqual([]);
    expect(groups).toEqual([
      'slo-checkout-objective-1-windows',
      'slo-checkout-objective-1-period',
      'slo-checkout-objective-1-alerts',
    ]);
    for (const window of ['5m', '30m', '1h', '2h', '6h', '1d', '3d']) {
      const total = `sum(increase(http_requests_total{job="checkout"}[${window}]))`;
      expect(recorded('total', window)).toBe(total);
      expect(recorded('good', window)).toBe(
        `(sum(increase(${GOOD}[${window}])) or 0 * ${total})`,
      );
      expect(recorded('error_ratio', window)).toBe(
        `1 - ${series('good', window)} / (${series('total', window)} > 0)`,
      );
    }
    expect(recorded('error_ratio', 'period')).toBe(
      `1 - sum_over_time(${series(
        'good',
        '5m',
      )}[28d:5m]) / (sum_over_time(${series('total', '5m')}[28d:5m]) > 0)`,
    );
    expect(recorded('budget_remaining', 'period')).toBe(
      `1 - ${series('error_ratio', 'period')} / 0.001`,
    );
  });

  it('alerts by the four windows of the portal', () => {
    const { alerts } = rulesOf({ metric: counters });
    const over = (window: string, factor: string) =>
      `max without (window) (${series(
        'error_ratio',
        window,
      )} > (${factor} * 0.001))`;
    const both = (short: string, long: string, factor: string) =>
      `(${over(short, factor)} and ${over(long, factor)})`;
    expect(alerts.map(({ expr, labels }) => [labels.severity, expr])).toEqual([
      ['page', `${both('5m', '1h', '13.44')} or ${both('30m', '6h', '5.6')}`],
      [
        'ticket',
        `${both('2h', '1d', '2.8')} or ${both('6h', '3d', '0.933333333333')}`,
      ],
    ]);
    expect(alerts[0]).toMatchObject({
      alert: 'SloErrorBudgetBurn',
      labels: {
        slo: 'checkout',
        // Labels of alerts are templates, those of recorded series are not.
        service: 'checkout "{{"{{"}} env }}"',
        objective: 'objective-1',
        team: 'payments,core',
        cost_centre: '7',
      },
      annotations: {
        summary: 'Checkout {{"{{"}} works }} burns its error budget too fast',
      },
    });
  });

  it('counts bad events, gauges and values', () => {
    const bad = rulesOf({
      metric: `ratioMetric: { counter: true, bad: ${query(
        'errors',
      )}, total: ${query('requests')} }`,
    });
    expect(bad.recorded('good', '5m')).toBe(
      'sum(increase(requests[5m])) - (sum(increase(errors[5m])) or 0 * sum(increase(requests[5m])))',
    );
    const gauge = rulesOf({
      metric: `ratioMetric: { counter: false, good: ${query(
        'sum(rate(good[1m]))',
      )}, total: ${query('sum(rate(all[1m])) # rps')} }`,
    });
    expect(gauge.recorded('total', '1h')).toBe(
      'sum(sum_over_time((sum(rate(all[1m])) # rps\n)[1h:1m]))',
    );
    const value = rulesOf({
      metric: `thresholdMetric: ${query('p99')}`,
      objective: '{ target: 0.99, op: lte, value: 0.3 }',
    });
    expect(value.recorded('good', '1h')).toBe(
      'sum(sum_over_time(((p99) <= bool 0.3)[1h:1m]))',
    );
    expect(value.recorded('total', '1h')).toBe(
      'sum(count_over_time((p99)[1h:1m]))',
    );
  });

  it('judges time slices, and averages their ratios only where OpenSLO does', () => {
    const ratio = `${series('good', '10m')} / (${series('total', '10m')} > 0)`;
    const slices = rulesOf({
      metric: counters,
      method: 'Timeslices',
      objective:
        '{ target: 0.99, timeSliceTarget: 0.95, timeSliceWindow: 10m }',
    });
    expect(slices.recorded('error_ratio', '1h')).toBe(
      `1 - avg_over_time((${ratio} >= bool 0.95)[1h:10m])`,
    );
    expect(slices.recorded('error_ratio', 'period')).toBe(
      `1 - avg_over_time((${ratio} >= bool 0.95)[28d:10m])`,
    );
    expect(slices.recorded('total', '1h')).toBeUndefined();
    expect(slices.notConverted).toEqual([
      "The window of 5m of objective 'objective-1' is shorter than its time slice, so alerts ask the slice instead.",
    ]);
    const ratios = rulesOf({
      metric: counters,
      method: 'RatioTimeslices',
      objective: '{ target: 0.99, timeSliceWindow: 10m }',
    });
    expect(ratios.recorded('error_ratio', '1h')).toBe(
      `1 - avg_over_time((${ratio})[1h:10m])`,
    );
  });

  it('writes alert policies, and says that targets are for Alertmanager', () => {
    const { alerts, notConverted } = rulesOf({
      metric: counters,
      more: `  alertPolicies:
    - metadata: { name: slow }
      spec:
        alertWhenNoData: true
        conditions:
          - metadata: { name: burn }
            spec: { severity: sev2, condition: { op: gte, threshold: 2, lookbackWindow: 12h, alertAfter: 10m } }
        notificationTargets: [{ metadata: { name: on-call }, spec: { target: slack } }]
`,
    });
    expect(alerts).toMatchObject([
      {
        alert: 'SloErrorBudgetBurn',
        expr: `(max without (window) (${series(
          'error_ratio',
          '12h',
        )} >= (2 * 0.001)))`,
        for: '10m',
        labels: { severity: 'sev2' },
      },
      {
        alert: 'SloNoData',
        expr: `absent(${series('total', '5m')})`,
        labels: { severity: 'sev2' },
      },
    ]);
    expect(notConverted).toEqual([
      'Notification targets (on-call) are routes of Alertmanager; the alerts carry severity, slo and service to route by.',
    ]);
  });

  it.each([
    [
      `ratioMetric: { counter: true, good: ${query(
        'a',
        'push',
      )}, total: ${query('b')} }`,
      ["The good query of 'requests' is of type push, not prometheus."],
    ],
    [
      `ratioMetric: { counter: true, good: ${query(
        'a',
        'delivery',
      )}, total: ${query('b')} }`,
      [
        "The good query of 'requests' counts deployments or runs that the portal was told of, and Prometheus has no series of them.",
      ],
    ],
    [
      `ratioMetric: { counter: true, good: ${query('a + b')}, total: ${query(
        'sum(a) by (job)',
      )} }`,
      [
        "The good query of 'requests' is neither a selector nor the sum of one, so its growth over a range cannot be asked.",
        "The total query of 'requests' is neither a selector nor the sum of one, so its growth over a range cannot be asked.",
      ],
    ],
    [
      `ratioMetric: { rawType: success, raw: ${query('ratio')} }`,
      [
        "The indicator 'requests' gives ready-made ratios, and how many events are behind each is not known: an average of them would be wrong.",
      ],
    ],
    [
      'ratioMetric: { rawType: success, raw: { metricSource: { type: prometheus, spec: {} } } }',
      ["The raw query of 'requests' has no text in 'query'."],
    ],
  ])('says what it cannot convert of %s', (metric, reasons) => {
    const { rules, notConverted } = rulesOf({ metric });
    expect(rules).toEqual([]);
    expect(notConverted).toEqual(reasons);
  });

  it('makes the endpoint of an openmetrics query a label, and says so', () => {
    const source = (text: string) =>
      `{ metricSource: { type: openmetrics, spec: { service: cart, query: '${text}' } } }`;
    const { rules, notConverted } = rulesOf({
      metric: `ratioMetric: { counter: true, good: ${source(
        'requests{code="200"}',
      )}, total: ${source('requests')} }`,
    });
    const expressions = rules.map(({ expr }) => expr).join('\n');
    expect(expressions).toContain(
      'sum(increase(requests{code="200",service="cart"}[5m]))',
    );
    expect(expressions).toContain(
      'sum(increase(requests{service="cart"}[5m]))',
    );
    expect(notConverted).toEqual([
      'Prometheus has to give what it scrapes of \'cart\' the label service="cart".',
    ]);
  });

  it('leaves out the period of a calendar window, and says so', () => {
    const { recorded, alerts, notConverted } = rulesOf({
      metric: counters,
      window:
        '{ duration: 1M, calendar: { startTime: 2026-01-01 00:00:00, timeZone: Etc/UTC } }',
    });
    expect(recorded('error_ratio', 'period')).toBeUndefined();
    expect(alerts).toHaveLength(2);
    expect(notConverted).toEqual([
      'The calendar window is not recorded, since a range of Prometheus ends now; the alerts are there.',
    ]);
  });
});
