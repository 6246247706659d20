import fc from 'fast-check';
import { exportOpenSlo } from './exportOpenSlo';
import {
  type OpenSloDocument,
  openSloDocumentSchema,
} from '@atrium/plugin-slo-common';
import { parseOpenSlo } from '@atrium/plugin-slo-common';
import { readOpenSloFile, resolveOpenSlo } from '@atrium/plugin-slo-common';

const apiVersion = 'openslo/v1' as const;

const name = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/);
// Texts that YAML could take for something else, beside any others.
const text = fc.oneof(
  fc.constantFrom('yes', 'null', '~', '1.0', '2026-01-01', '# x', '{{ x }}'),
  fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
);
const labelKey = fc.stringMatching(/^[a-zA-Z0-9]([a-zA-Z0-9._-]{0,10}[a-z])?$/);
const metadata = fc.record(
  {
    name,
    displayName: text,
    labels: fc.dictionary(labelKey, fc.oneof(text, fc.array(text))),
    annotations: fc.dictionary(
      labelKey.map(key => `example.com/${key}`),
      text,
    ),
  },
  { requiredKeys: ['name'] },
);
const freeForm = fc
  .dictionary(text, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 })
  .map(value => JSON.parse(JSON.stringify(value)));

// Up to nine digits, as targets are kept.
const target = fc.integer({ min: 0, max: 999_999_999 }).map(ppb => ppb / 1e9);
const sliceTarget = fc
  .integer({ min: 1, max: 1_000_000_000 })
  .map(ppb => ppb / 1e9);
const weight = fc.integer({ min: 1, max: 1e12 }).map(ppb => ppb / 1e9);
const shorthand = fc.constantFrom('90m', '12h', '28d', '4w');
const op = fc.constantFrom('lte', 'gte', 'lt', 'gt');
const optional = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.option(arbitrary, { nil: undefined });

const DATA_SOURCES = ['local-a', 'local-b', 'shared-a'];

const metric = fc.record({
  metricSource: fc.oneof(
    fc.record({
      metricSourceRef: fc.constantFrom(...DATA_SOURCES),
      spec: freeForm,
    }),
    fc.record({
      type: fc.constantFrom('prometheus', 'push', 'Datadog'),
      spec: freeForm,
    }),
  ),
});

const ratioMetric = fc.oneof(
  fc.record({ counter: fc.boolean(), good: metric, total: metric }),
  fc.record({ counter: fc.boolean(), bad: metric, total: metric }),
  fc.record({
    counter: optional(fc.boolean()),
    rawType: fc.constantFrom('success', 'failure'),
    raw: metric,
  }),
);

const sli = (kind: 'ratio' | 'threshold') =>
  fc.record({
    metadata,
    spec:
      kind === 'ratio'
        ? fc.record({ description: optional(text), ratioMetric })
        : fc.record({ description: optional(text), thresholdMetric: metric }),
  });

const alertPolicy = fc.record({
  kind: fc.constant('AlertPolicy'),
  metadata,
  spec: fc.record({
    description: optional(text),
    alertWhenBreaching: optional(fc.boolean()),
    alertWhenResolved: optional(fc.boolean()),
    alertWhenNoData: optional(fc.boolean()),
    conditions: optional(
      fc.array(
        fc.record({
          kind: fc.constant('AlertCondition'),
          metadata: metadata.map(one => ({
            ...one,
            annotations: {
              ...one.annotations,
              'atrium.dev/slo-short-window': '5m',
            },
          })),
          spec: fc.record({
            severity: text,
            condition: fc.record({
              op,
              threshold: fc.integer({ min: 0, max: 1e6 }).map(n => n / 1e3),
              lookbackWindow: shorthand,
              alertAfter: optional(fc.constantFrom('0m', '5m')),
            }),
          }),
        }),
        { maxLength: 1 },
      ),
    ),
    notificationTargets: optional(
      fc.array(fc.record({ metadata, spec: fc.record({ target: text }) }), {
        maxLength: 2,
      }),
    ),
  }),
});

const timeWindow = fc.oneof(
  fc.record({ duration: shorthand, isRolling: fc.constant(true) }),
  fc.record({
    duration: fc.constantFrom('1d', '1w', '1M', '1Q', '1Y'),
    calendar: fc.record({
      startTime: fc.constantFrom('2026-01-01 00:00:00', '2024-02-29 12:30:00'),
      timeZone: fc.constantFrom('Etc/UTC', 'America/New_York'),
    }),
  }),
);

const slo = fc
  .record({
    method: fc.constantFrom('Occurrences', 'Timeslices', 'RatioTimeslices'),
    kind: fc.constantFrom('ratio' as const, 'threshold' as const),
    isComposite: fc.boolean(),
    count: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ method, kind, isComposite, count }) => {
    const objective = fc.record({
      displayName: optional(text),
      target,
      ...(kind === 'threshold'
        ? { op, value: fc.double({ noNaN: true, min: -1e9, max: 1e9 }) }
        : {}),
      ...(method === 'Timeslices' ? { timeSliceTarget: sliceTarget } : {}),
      ...(method === 'Occurrences'
        ? {}
        : { timeSliceWindow: fc.constantFrom(5, '1h', '90m') }),
      ...(isComposite ? { indicator: sli(kind), compositeWeight: weight } : {}),
    });
    const length = kind === 'threshold' && !isComposite ? 1 : count;
    return fc.record({
      apiVersion: fc.constant(apiVersion),
      kind: fc.constant('SLO'),
      metadata,
      spec: fc.record({
        description: optional(text),
        service: text,
        indicator: isComposite ? fc.constant(undefined) : sli(kind),
        timeWindow: fc.tuple(timeWindow),
        budgetingMethod: fc.constant(method),
        objectives: fc.array(objective, {
          minLength: length,
          maxLength: length,
        }),
        alertPolicies: optional(fc.array(alertPolicy, { maxLength: 2 })),
      }),
    });
  });

function dataSource(of: string, connectionDetails: unknown): OpenSloDocument {
  return openSloDocumentSchema.parse({
    apiVersion,
    kind: 'DataSource',
    metadata: { name: of },
    spec: { type: 'Prometheus', connectionDetails },
  });
}

const shared = [dataSource('shared-a', { token: 'secret' })];

const documents = fc
  .tuple(slo, freeForm)
  .map(([document, connection]): OpenSloDocument[] => [
    openSloDocumentSchema.parse(document),
    dataSource('local-a', connection),
    dataSource('local-b', {}),
  ]);

describe('exportOpenSlo', () => {
  it('gives documents that come back as they were', () => {
    fc.assert(
      fc.property(documents, original => {
        const read = parseOpenSlo(exportOpenSlo(original));
        expect(read).toEqual({ documents: original, problems: [] });
      }),
      { numRuns: 100 },
    );
  });

  it('gives a definition that comes back as it was, and no secret', () => {
    fc.assert(
      fc.property(documents, original => {
        const { definitions, problems } = resolveOpenSlo(original, shared);
        expect(problems).toEqual([]);
        const yaml = exportOpenSlo(definitions[0]);
        expect(yaml).not.toContain('secret');
        const read = readOpenSloFile(yaml, { sharedDocuments: shared });
        expect(read.problems).toEqual([]);
        expect(read.definitions).toEqual(definitions);
      }),
      { numRuns: 100 },
    );
  });

  it('writes what people would write', () => {
    const [definition] = readOpenSloFile(`
apiVersion: openslo/v1
kind: SLO
metadata: { name: checkout, labels: { team: [a, b] } }
spec:
  service: checkout
  indicator:
    metadata: { name: requests }
    spec:
      ratioMetric:
        counter: false
        bad: { metricSource: { type: push, spec: { series: checkout } } }
        total: { metricSource: { type: push, spec: { series: checkout } } }
  timeWindow: [{ duration: 1M, calendar: { startTime: "2026-01-01 00:00:00", timeZone: Etc/UTC } }]
  budgetingMethod: RatioTimeslices
  objectives: [{ targetPercent: 99.95, timeSliceWindow: 60 }]
`).definitions;
    expect(exportOpenSlo(definition)).toBe(`apiVersion: openslo/v1
kind: SLO
metadata:
  name: checkout
  labels:
    team:
      - a
      - b
spec:
  service: checkout
  indicator:
    metadata:
      name: requests
    spec:
      ratioMetric:
        counter: false
        bad:
          metricSource:
            type: push
            spec:
              series: checkout
        total:
          metricSource:
            type: push
            spec:
              series: checkout
  timeWindow:
    - duration: 1M
      calendar:
        startTime: "2026-01-01 00:00:00"
        timeZone: Etc/UTC
      isRolling: false
  budgetingMethod: RatioTimeslices
  objectives:
    - target: 0.9995
      timeSliceWindow: 1h
`);
  });
});
