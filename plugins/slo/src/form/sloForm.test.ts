import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { putSlo } from './putSlo';
import { readSloForm } from './readSloForm';
import { readOpenSloFile } from '@atrium/plugin-slo-common';
import { newSloForm, type SloForm } from './sloForm';
import { writeSloForm } from './writeSloForm';

const name = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/);
// Texts that YAML could take for something else, beside any others.
const text = fc.oneof(
  fc.constantFrom(
    'yes',
    'null',
    '~',
    '1.0',
    '2026-01-01',
    '# x',
    'a: b',
    '- x',
  ),
  fc.string({ maxLength: 40, unit: 'grapheme' }),
);
const some = text.filter(value => value !== '');
// Percentages with up to seven digits behind the point.
const percent = fc
  .integer({ min: 1, max: 999_999_999 })
  .map(parts => `${parts / 1e7}`);
const source = fc.record({
  by: fc.constantFrom('type' as const, 'dataSource' as const),
  name: fc.constantFrom('shop-metrics'),
});

// A source takes any YAML, and what no form shows is carried along.
const querySpec = fc.record({
  query: some,
  service: some,
  incidents: fc.boolean(),
  limits: fc.array(fc.integer(), { maxLength: 2 }),
});

const form: fc.Arbitrary<SloForm> = fc.record({
  name,
  displayName: text,
  description: text,
  service: some,
  metadata: fc.record({
    labels: fc.option(fc.dictionary(name, text), { nil: undefined }),
    annotations: fc.constant(undefined),
  }),
  measure: fc.record({
    kind: fc.constantFrom('reference', 'ratio', 'threshold'),
    reference: fc.constant('requests'),
    metadata: fc.record({ name }),
    description: text,
    numerator: fc.constantFrom('good', 'bad'),
    isCounter: fc.option(fc.boolean(), { nil: undefined }),
    source,
    events: querySpec,
    total: querySpec,
    value: querySpec,
  }),
  budgetingMethod: fc.constantFrom(
    'Occurrences',
    'Timeslices',
    'RatioTimeslices',
  ),
  objectives: fc.array(
    fc.record({
      displayName: text,
      target: percent,
      writtenAs: fc.constantFrom('target', 'targetPercent'),
      op: fc.constantFrom('lte', 'gte', 'lt', 'gt'),
      value: fc.integer({ min: -1e9, max: 1e9 }).map(n => `${n / 1e3}`),
      sliceTarget: percent,
      sliceWindow: fc.constantFrom('5m', '1h', '7'),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  window: fc.oneof(
    fc.record({
      kind: fc.constant('rolling' as const),
      duration: fc.constantFrom('7d', '28d', '30d'),
      startTime: fc.constant('2026-01-01 00:00:00'),
      timeZone: fc.constant('Etc/UTC'),
      isLeftOut: fc.constantFrom(true as const, undefined),
    }),
    fc.record(
      {
        kind: fc.constant('calendar' as const),
        duration: fc.constantFrom('1M', '1Q'),
        startTime: fc.constant('2026-01-01 00:00:00'),
        timeZone: fc.constantFrom('Etc/UTC', 'Europe/Berlin'),
        isRolling: fc.constant(false as const),
      },
      { requiredKeys: ['kind', 'duration', 'startTime', 'timeZone'] },
    ),
  ),
  alerting: fc.oneof(
    fc.record({
      kind: fc.constantFrom('windows', 'none'),
      policies: fc.constant<string[]>([]),
    }),
    fc.record({
      kind: fc.constant('policies' as const),
      policies: fc.constant<string[]>(['burn']),
    }),
  ),
});

/** What the form refers to, and what it has to leave alone. */
const BESIDE = `# Of the team.
apiVersion: openslo/v1
kind: DataSource
metadata: { name: shop-metrics }
spec: { type: prometheus, connectionDetails: {} }
---
apiVersion: openslo/v1
kind: SLI
metadata: { name: requests }
spec:
  ratioMetric:   # as before
    counter: true
    good: { metricSource: { type: push, spec: { series: "a" } } }
    total: { metricSource: { type: push, spec: { series: "a" } } }
---
apiVersion: openslo/v1
kind: AlertPolicy
metadata: { name: burn }
spec: {}
`;

/** What is no problem of the form: a rule between fields. */
function withoutRules(one: SloForm): SloForm {
  return one.measure.kind === 'threshold'
    ? { ...one, objectives: one.objectives.slice(0, 1) }
    : one;
}

function readOne(yaml: string, sloName: string) {
  const file = readOpenSloFile(yaml);
  const document = file.documents.find(
    ({ kind, metadata }) => kind === 'SLO' && metadata.name === sloName,
  );
  return {
    problems: file.problems,
    document: document?.kind === 'SLO' ? document : undefined,
    definition: file.definitions.find(one => one.name === sloName),
  };
}

describe('an SLO form', () => {
  it('comes back from YAML as it was, and leaves the other documents alone', () => {
    fc.assert(
      fc.property(form.map(withoutRules), one => {
        const yaml = putSlo(BESIDE, writeSloForm(one));
        expect(yaml.startsWith(BESIDE)).toBe(true);
        const { problems, document, definition } = readOne(yaml, one.name);
        expect(problems).toEqual([]);
        const back = document && readSloForm(document);
        expect(back && writeSloForm(back)).toEqual(writeSloForm(one));
        expect(definition).toMatchObject({
          name: one.name,
          service: one.service,
          budgetingMethod: one.budgetingMethod,
          objectives: one.objectives.map(({ target }) => ({
            targetPpb: Math.round(Number(target) * 1e7),
          })),
        });
      }),
      { numRuns: 60 },
    );
  });

  it('turns one SLO into another in place', () => {
    fc.assert(
      fc.property(
        form.map(withoutRules),
        form.map(withoutRules),
        (before, after) => {
          const old = putSlo('', writeSloForm(before));
          const yaml = putSlo(`${old}---\n${BESIDE}`, writeSloForm(after), {
            replaces: before.name,
          });
          expect(yaml.endsWith(`---\n${BESIDE}`)).toBe(true);
          const { problems, document } = readOne(yaml, after.name);
          expect(problems).toEqual([]);
          expect(document).toEqual(writeSloForm(after));
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['0,25', 0.25],
    ['-1.5', -1.5],
    // More than one, or more than a thousand: nobody can tell.
    ['1,250', '1,250'],
    ['most', 'most'],
  ])('takes a comma before decimals: a limit of %j is %j', (value, limit) => {
    const empty = newSloForm();
    const [objective] = empty.objectives;
    expect(
      writeSloForm({
        ...empty,
        measure: { ...empty.measure, kind: 'threshold' },
        budgetingMethod: 'Timeslices',
        objectives: [
          { ...objective, target: '99,9', value, sliceTarget: '97,125' },
        ],
      }),
    ).toMatchObject({
      spec: {
        objectives: [{ target: 0.999, value: limit, timeSliceTarget: 0.97125 }],
      },
    });
  });

  it('names what is missing by its line', () => {
    const empty = newSloForm({
      service: 'checkout',
      source: { by: 'type', name: 'push' },
    });
    const yaml = putSlo('', writeSloForm({ ...empty, name: 'checkout' }));
    expect(
      readOpenSloFile(
        putSlo(
          '',
          writeSloForm({
            ...empty,
            name: 'checkout',
            objectives: [{ ...empty.objectives[0], target: 'most' }],
          }),
        ),
      ).problems,
    ).toMatchObject([
      {
        path: 'spec.objectives[0].target',
        message: expect.stringContaining('must be of type number'),
        line: yaml.split('\n').findIndex(line => line.includes('target')) + 1,
      },
    ]);
  });

  it('does not take an SLO that uses more than it has', () => {
    const { document } = readOne(
      putSlo(
        BESIDE,
        writeSloForm({
          ...newSloForm({ source: { by: 'type', name: 'push' } }),
          name: 'a',
          service: 's',
        }),
      ),
      'a',
    );
    if (!document) {
      throw new Error('No document');
    }
    expect(readSloForm(document)).toBeDefined();
    const { spec } = document;
    for (const more of [
      { objectives: [{ target: 0.9, indicatorRef: 'requests' }] },
      { alertPolicies: [{ metadata: { name: 'x' }, spec: {} }] },
      {
        alertPolicies: [
          { alertPolicyRef: 'burn' },
          { metadata: { name: 'x' }, spec: {} },
        ],
      },
      {
        indicator: {
          metadata: { name: 'x' },
          spec: {
            ratioMetric: {
              rawType: 'success' as const,
              raw: { metricSource: { type: 'push', spec: {} } },
            },
          },
        },
      },
    ]) {
      expect(
        readSloForm({ ...document, spec: { ...spec, ...more } }),
      ).toBeUndefined();
    }
  });

  it('takes the SLOs of the sample services', () => {
    const folder = join(__dirname, '../../../../examples/acme');
    for (const service of ['payment-service', 'user-service']) {
      const { documents } = readOpenSloFile(
        readFileSync(join(folder, service, 'slo.yaml'), 'utf8'),
      );
      const slos = documents.flatMap(document =>
        document.kind === 'SLO' ? [document] : [],
      );
      expect(slos.length).toBeGreaterThan(0);
      expect(slos.map(readSloForm)).toEqual(
        slos.map(({ metadata: { name: sloName } }) =>
          expect.objectContaining({ name: sloName }),
        ),
      );
    }
  });
});
