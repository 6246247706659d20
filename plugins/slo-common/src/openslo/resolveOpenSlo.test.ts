import { toSourceQuery } from '../definition/sourceQuery';
import { parseOpenSlo } from './parseOpenSlo';
import { readOpenSloFile, resolveOpenSlo } from './resolveOpenSlo';

const file = `
apiVersion: openslo/v1
kind: SLO
metadata:
  name: latency
  annotations: { atrium.dev/slo-minimum-events: '100' }
spec:
  service: checkout
  indicatorRef: p99
  timeWindow: [{ duration: 1M, calendar: { startTime: 2026-01-01 00:00:00, timeZone: Europe/Berlin } }]
  budgetingMethod: Timeslices
  objectives:
    - { op: lte, value: 0.3, targetPercent: 99.5, timeSliceTarget: 0.95, timeSliceWindow: 5 }
  alertPolicies:
    - alertPolicyRef: fast-burn
---
apiVersion: openslo/v1
kind: SLI
metadata: { name: p99 }
spec:
  thresholdMetric:
    metricSource: { metricSourceRef: local, spec: { query: p99 } }
---
apiVersion: openslo/v1
kind: DataSource
metadata: { name: local }
spec: { type: Prometheus, connectionDetails: { url: 'https://metrics.example' } }
---
apiVersion: openslo/v1
kind: AlertCondition
metadata:
  name: burn
  annotations: { atrium.dev/slo-short-window: 5m }
spec:
  severity: page
  condition: { op: gt, threshold: 14.4, lookbackWindow: 1h }
`;

const shared = parseOpenSlo(`
apiVersion: openslo/v1
kind: DataSource
metadata: { name: central }
spec: { type: prometheus, connectionDetails: { url: 'https://central.example', token: secret } }
---
apiVersion: openslo/v1
kind: AlertPolicy
metadata: { name: fast-burn }
spec:
  alertWhenNoData: true
  conditions: [{ conditionRef: burn }]
  notificationTargets: [{ targetRef: on-call }]
---
apiVersion: openslo/v1
kind: AlertNotificationTarget
metadata: { name: on-call }
spec: { target: slack }
---
apiVersion: openslo/v1
kind: AlertPolicy
metadata: { name: by-windows }
spec: {}
`).documents;

const plain = { labels: {}, annotations: {} };

function slo(name: string, spec: string): string {
  return `apiVersion: openslo/v1
kind: SLO
metadata: { name: ${name} }
spec:
  service: checkout
  timeWindow: [{ duration: 28d, isRolling: true }]
  budgetingMethod: Occurrences
${spec}`;
}

function sli(metric: string): string {
  return `{ metadata: { name: sli }, spec: { ${metric} } }`;
}

const metric = 'metricSource: { type: push, spec: { series: s } }';
const threshold = sli(`thresholdMetric: { ${metric} }`);
const ratio = sli(
  `ratioMetric: { counter: false, good: { ${metric} }, total: { ${metric} } }`,
);

describe('resolveOpenSlo', () => {
  it('resolves references in the file and in the shared documents', () => {
    const { definitions, problems: found } = readOpenSloFile(file, {
      sharedDocuments: shared,
    });
    expect(found).toEqual([]);
    expect(definitions).toEqual([
      {
        name: 'latency',
        labels: {},
        annotations: { 'atrium.dev/slo-minimum-events': '100' },
        service: 'checkout',
        indicator: {
          kind: 'threshold',
          name: 'p99',
          ...plain,
          query: {
            sourceType: 'prometheus',
            sourceName: 'local',
            sourceOrigin: 'file',
            spec: { query: 'p99' },
          },
        },
        budgetingMethod: 'Timeslices',
        window: {
          kind: 'calendar',
          duration: { count: 1, unit: 'M' },
          startTime: '2026-01-01 00:00:00',
          timeZone: 'Europe/Berlin',
        },
        objectives: [
          {
            id: 'objective-1',
            target: 0.995,
            targetPpb: 995_000_000,
            op: 'lte',
            value: 0.3,
            timeSliceTarget: 0.95,
            timeSliceTargetPpb: 950_000_000,
            timeSliceWindowMinutes: 5,
            compositeWeight: 1,
            compositeWeightPpb: 1_000_000_000,
          },
        ],
        alertPolicies: [
          {
            name: 'fast-burn',
            ...plain,
            alertWhenBreaching: true,
            alertWhenResolved: true,
            alertWhenNoData: true,
            condition: {
              name: 'burn',
              labels: {},
              annotations: { 'atrium.dev/slo-short-window': '5m' },
              severity: 'page',
              op: 'gt',
              threshold: 14.4,
              lookbackMinutes: 60,
              shortWindowMinutes: 5,
              alertAfterMinutes: 0,
            },
            notificationTargets: [
              { name: 'on-call', ...plain, target: 'slack' },
            ],
          },
        ],
        dataSources: [
          {
            name: 'local',
            ...plain,
            type: 'Prometheus',
            connectionDetails: { url: 'https://metrics.example' },
          },
        ],
        minimumEvents: 100,
      },
    ]);
  });

  it('keeps connections of the config out of definitions, for the engine only', () => {
    const text = slo(
      'a',
      `  indicator: ${sli(
        'thresholdMetric: { metricSource: { metricSourceRef: central, spec: {} } }',
      )}\n  objectives: [{ target: 0.9, op: lt, value: 1 }]`,
    );
    const [definition] = readOpenSloFile(text, {
      sharedDocuments: shared,
    }).definitions;
    expect(JSON.stringify(definition)).not.toContain('secret');
    expect(definition.dataSources).toEqual([]);
    const query =
      definition.indicator?.kind === 'threshold' && definition.indicator.query;
    expect(query).toMatchObject({
      sourceType: 'prometheus',
      sourceOrigin: 'config',
    });
    expect(
      query && toSourceQuery(query, { definition, sharedDocuments: shared }),
    ).toMatchObject({
      connection: { url: 'https://central.example', token: 'secret' },
    });
  });

  it('gives objectives ids that stay when they change places', () => {
    const text = slo(
      'a',
      `  indicator: ${ratio}\n  objectives: [{ displayName: 'Good enough!', target: 0.9 }, { target: 0.99 }, { displayName: good enough, target: 0.5 }]`,
    );
    expect(
      readOpenSloFile(text).definitions[0].objectives.map(({ id }) => id),
    ).toEqual(['good-enough', 'objective-2', 'good-enough-3']);
  });

  it('resolves composite SLOs', () => {
    const text = slo(
      'journey',
      `  objectives:\n    - { indicator: ${ratio}, target: 0.9, compositeWeight: 0.5 }\n    - { indicator: ${threshold}, target: 0.99, op: lt, value: 2 }`,
    );
    const [definition] = readOpenSloFile(text).definitions;
    expect(definition.indicator).toBeUndefined();
    expect(
      definition.objectives.map(({ indicator, compositeWeightPpb }) => [
        indicator?.kind,
        compositeWeightPpb,
      ]),
    ).toEqual([
      ['ratio', 500_000_000],
      ['threshold', 1_000_000_000],
    ]);
  });

  it.each([
    [
      'an SLI that is not there',
      '  indicatorRef: gone\n  objectives: [{ target: 0.9 }]',
      "spec.indicatorRef refers to SLI 'gone', which is neither in this file nor shared, or has problems itself",
    ],
    [
      'a policy that is not there',
      `  indicator: ${ratio}\n  objectives: [{ target: 0.9 }]\n  alertPolicies: [{ alertPolicyRef: gone }]`,
      "spec.alertPolicies[0].alertPolicyRef refers to AlertPolicy 'gone', which is neither in this file nor shared, or has problems itself",
    ],
    [
      'a policy whose condition is not there',
      `  indicator: ${ratio}\n  objectives: [{ target: 0.9 }]\n  alertPolicies: [{ alertPolicyRef: fast-burn }]`,
      "spec.alertPolicies[0].alertPolicyRef refers to AlertPolicy 'fast-burn', which refers to AlertCondition 'burn', which is neither in this file nor shared, or has problems itself",
    ],
    [
      'two policies of one name',
      `  indicator: ${ratio}\n  objectives: [{ target: 0.9 }]\n  alertPolicies: [{ metadata: { name: a }, spec: {} }, { metadata: { name: b }, spec: {} }, { metadata: { name: a }, spec: {} }]`,
      'spec.alertPolicies[2].metadata.name is that of another alert policy of this SLO',
    ],
    [
      'a policy that is referred to twice',
      `  indicator: ${ratio}\n  objectives: [{ target: 0.9 }]\n  alertPolicies: [{ alertPolicyRef: by-windows }, { alertPolicyRef: by-windows }]`,
      'spec.alertPolicies[1].alertPolicyRef is that of another alert policy of this SLO',
    ],
    [
      'a type other than that of its DataSource',
      `  indicator: ${sli(
        'thresholdMetric: { metricSource: { metricSourceRef: central, type: push, spec: {} } }',
      )}\n  objectives: [{ target: 0.9, op: lt, value: 1 }]`,
      "spec.indicator.spec.thresholdMetric.metricSource.type is not that of DataSource 'central', prometheus",
    ],
    [
      'a threshold without a value',
      `  indicator: ${threshold}\n  objectives: [{ target: 0.9, op: lt }]`,
      'spec.objectives[0].value is required with thresholdMetric',
    ],
    [
      'a value without a threshold',
      `  indicator: ${ratio}\n  objectives: [{ target: 0.9, value: 1 }]`,
      'spec.objectives[0].value is for thresholdMetric only',
    ],
    [
      'two objectives of one threshold',
      `  indicator: ${threshold}\n  objectives: [{ target: 0.9, op: lt, value: 1 }, { target: 0.99, op: lt, value: 2 }]`,
      'spec.objectives must have one item only with thresholdMetric',
    ],
  ])('reports %s, and leaves the other SLO alone', (_, spec, message) => {
    const good = slo(
      'good',
      `  indicator: ${ratio}\n  objectives: [{ target: 0.9 }]`,
    );
    const read = readOpenSloFile(`${slo('bad', spec)}\n---\n${good}`, {
      sharedDocuments: shared,
    });
    expect(read.problems).toMatchObject([
      { message, sloName: 'bad', documentIndex: 0, line: expect.any(Number) },
    ]);
    expect(read.definitions.map(({ name }) => name)).toEqual(['good']);
  });

  it('counts the first of two documents with one name', () => {
    const spec = `  indicator: ${ratio}\n  objectives: [{ target: 0.9 }]`;
    const text = `${slo('twin', spec)}\n---\n${slo(
      'twin',
      spec.replace('0.9', '0.5'),
    )}`;
    const read = readOpenSloFile(text);
    expect(
      read.definitions.map(({ objectives }) => objectives[0].target),
    ).toEqual([0.9]);
    expect(read.problems).toMatchObject([
      {
        message: 'metadata.name is that of another SLO in this file',
        documentIndex: 1,
        line: 13,
      },
    ]);
  });

  it('prefers documents of the file to shared ones, and works without places', () => {
    const own = parseOpenSlo(
      `${slo(
        'a',
        `  indicator: ${sli(
          'thresholdMetric: { metricSource: { metricSourceRef: central, spec: {} } }',
        )}\n  objectives: [{ target: 0.9, op: lt, value: 1 }]`,
      )}
---
apiVersion: openslo/v1
kind: DataSource
metadata: { name: central }
spec: { type: push, connectionDetails: {} }`,
    ).documents;
    const { definitions } = resolveOpenSlo(own, shared);
    expect(definitions[0].indicator).toMatchObject({
      query: { sourceType: 'push', sourceOrigin: 'file' },
    });
    expect(resolveOpenSlo(own.slice(0, 1), []).problems).toEqual([
      {
        message: expect.stringContaining("refers to DataSource 'central'"),
        path: 'spec.indicator.spec.thresholdMetric.metricSource.metricSourceRef',
        documentIndex: 0,
        sloName: 'a',
      },
    ]);
  });

  it('says nothing of SLOs whose own document has problems', () => {
    const text = slo('a', `  indicatorRef: gone\n  objectives: []`);
    expect(readOpenSloFile(text).problems.map(({ path }) => path)).toEqual([
      'spec.objectives',
    ]);
  });

  it('places what a source finds wrong, also where the indicator is referred to', () => {
    const own = `  indicator: ${ratio}\n  objectives: [{ target: 0.9 }]`;
    const referring = `  indicatorRef: requests\n  objectives: [{ target: 0.9 }]`;
    const text = `${slo('own', own)}
---
${slo('referring', referring)}
---
apiVersion: openslo/v1
kind: SLI
metadata: { name: requests }
spec:
  ratioMetric:
    good: { metricSource: { type: push, spec: { series: a } } }
    total: { metricSource: { type: push, spec: { series: a } } }
`;
    const { problemOf } = readOpenSloFile(text);
    const place = { part: 'total' as const, path: ['spec', 'series'] };
    const message = 'is wrong';
    expect(problemOf({ ...place, sloName: 'own' }, message)).toMatchObject({
      path: 'spec.indicator.spec.ratioMetric.total.metricSource.spec.series',
      message:
        'spec.indicator.spec.ratioMetric.total.metricSource.spec.series is wrong',
      documentIndex: 0,
      sloName: 'own',
    });
    expect(problemOf({ ...place, sloName: 'referring' }, message)).toEqual({
      path: 'spec.ratioMetric.total.metricSource.spec.series',
      message: 'spec.ratioMetric.total.metricSource.spec.series is wrong',
      documentIndex: 2,
      sloName: 'referring',
      line: text.split('\n').findLastIndex(one => one.includes('total')) + 1,
      column: 50,
    });
  });
});
