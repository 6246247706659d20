import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { parseOpenSlo } from './parseOpenSlo';
import { readOpenSloFile } from './resolveOpenSlo';

const slo = `apiVersion: openslo/v1
kind: SLO
metadata:
  name: checkout
  labels:
    team: [payments, core]
    tier: one
spec:
  service: checkout
  indicator:
    metadata:
      name: checkout-requests
    spec:
      ratioMetric:
        counter: true
        good:
          metricSource:
            type: prometheus
            spec: { query: good }
        total:
          metricSource:
            type: prometheus
            spec: { query: total }
  timeWindow:
    - duration: 28d
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - target: 0.999
`;

type Path = (string | number)[];

/** The SLO above with one field set, or taken away. */
function sloWith(path: Path, value?: unknown): string {
  const document = parse(slo);
  let holder = document;
  for (const key of path.slice(0, -1)) {
    holder[key] ??= {};
    holder = holder[key];
  }
  const last = path[path.length - 1];
  if (value === undefined) {
    delete holder[last];
  } else {
    holder[last] = value;
  }
  return stringify(document);
}

function messages(text: string): string[] {
  return parseOpenSlo(text).problems.map(({ message }) => message);
}

const objective = ['spec', 'objectives', 0];
const ratio = ['spec', 'indicator', 'spec', 'ratioMetric'];
const metric = { metricSource: { type: 'prometheus', spec: { query: 'x' } } };
const NAME =
  'must be at most 63 lower-case letters, digits and hyphens, with a letter or digit at both ends';

const condition = 'spec.alertPolicies[0].spec.conditions[0]';

function policyOf(windows: object, shortWindow?: string) {
  const annotations = shortWindow && {
    'atrium.dev/slo-short-window': shortWindow,
  };
  return [
    {
      metadata: { name: 'p' },
      spec: {
        conditions: [
          {
            metadata: { name: 'c', annotations },
            spec: {
              severity: 'page',
              condition: { op: 'gt', threshold: 2, ...windows },
            },
          },
        ],
      },
    },
  ];
}

const invalid: [Path, unknown, string][] = [
  [['apiVersion'], 'openslo/v1alpha', "apiVersion must be 'openslo/v1'"],
  [['metadata', 'name'], 'Checkout', `metadata.name ${NAME}`],
  [['metadata', 'name'], 'a'.repeat(64), `metadata.name ${NAME}`],
  [['metadata', 'name'], undefined, 'metadata.name is required'],
  [
    ['metadata', 'annotations'],
    { 'atrium.dev/slo-minimum-events': 'many' },
    "metadata.annotations['atrium.dev/slo-minimum-events'] must be a whole number of events",
  ],
  [
    ['metadata', 'labels'],
    { tier: 1 },
    'metadata.labels.tier must be a text or a list of texts, in quotes if need be',
  ],
  [
    ['metadata', 'owner'],
    'x',
    'metadata.owner is not a field of OpenSLO v1 here',
  ],
  [['spec', 'service'], undefined, 'spec.service is required'],
  [
    ['spec', 'description'],
    'x'.repeat(1051),
    'spec.description must have at most 1050 characters',
  ],
  [
    ['spec', 'budgetingMethod'],
    'Hours',
    'spec.budgetingMethod must be one of Occurrences, Timeslices, RatioTimeslices',
  ],
  [
    ['spec', 'objectives'],
    [],
    'spec.objectives must have at least one objective',
  ],
  [
    [...objective, 'target'],
    1,
    'spec.objectives[0].target must be at least 0 and less than 1',
  ],
  [
    [...objective, 'target'],
    -0.1,
    'spec.objectives[0].target must be at least 0 and less than 1',
  ],
  [
    [...objective, 'target'],
    0.99999999999,
    'spec.objectives[0].target has more digits than are kept exactly: nine for a part of 1, seven for a percentage',
  ],
  [
    [...objective, 'target'],
    undefined,
    'spec.objectives[0].target or targetPercent is required, and not both',
  ],
  [
    [...objective, 'targetPercent'],
    99.9,
    'spec.objectives[0].target or targetPercent is required, and not both',
  ],
  [
    [...objective, 'timeSliceTarget'],
    0.9,
    'spec.objectives[0].timeSliceTarget is for the budgeting method Timeslices only',
  ],
  [
    [...objective, 'timeSliceWindow'],
    '5m',
    'spec.objectives[0].timeSliceWindow is for the budgeting methods Timeslices and RatioTimeslices only',
  ],
  [
    [...objective, 'compositeWeight'],
    2,
    'spec.objectives[0].compositeWeight is for objectives with an indicator of their own only',
  ],
  [
    [...objective, 'indicatorRef'],
    'other',
    'spec.objectives[0] must have no indicator of its own, since the SLO has one',
  ],
  [
    ['spec', 'indicatorRef'],
    'other',
    'spec.indicatorRef must not be used together with indicator',
  ],
  [
    ['spec', 'indicator'],
    undefined,
    'spec.indicator or indicatorRef is required, in the SLO or in each objective',
  ],
  [['spec', 'timeWindow'], [], 'spec.timeWindow must have exactly one item'],
  [
    ['spec', 'timeWindow'],
    [
      { duration: '1d', isRolling: true },
      { duration: '2d', isRolling: true },
    ],
    'spec.timeWindow must have exactly one item',
  ],
  [
    ['spec', 'timeWindow', 0, 'isRolling'],
    undefined,
    'spec.timeWindow[0].isRolling must be true, unless there is calendar',
  ],
  [
    ['spec', 'timeWindow', 0, 'duration'],
    '28D',
    'spec.timeWindow[0].duration must be a whole number above 0 and one of m, h, d, w, M, Q, Y, such as 28d',
  ],
  [
    ['spec', 'timeWindow', 0, 'duration'],
    '5m',
    'spec.timeWindow[0].duration must be at least an hour and at most two years; m is minutes, and M months',
  ],
  [
    ['spec', 'timeWindow', 0],
    {
      duration: '1M',
      calendar: { startTime: '2026-01-01 00:00:00', timeZone: 'Mars/Base' },
    },
    'spec.timeWindow[0].calendar.timeZone must be a name of the IANA time zone database',
  ],
  [
    ['spec', 'timeWindow', 0],
    {
      duration: '1M',
      calendar: { startTime: '2026-02-30 00:00:00', timeZone: 'Etc/UTC' },
    },
    'spec.timeWindow[0].calendar.startTime must be YYYY-MM-DD hh:mm:ss, without a zone',
  ],
  [
    ['spec', 'timeWindow', 0],
    {
      duration: '1M',
      calendar: { startTime: '2026-02-01 00:00:30', timeZone: 'Etc/UTC' },
    },
    'spec.timeWindow[0].calendar.startTime must be a whole minute',
  ],
  [
    ['spec', 'timeWindow', 0, 'calendar'],
    { startTime: '2026-01-01 00:00:00', timeZone: 'Etc/UTC' },
    'spec.timeWindow[0].isRolling must be false, or left out, with calendar',
  ],
  [
    ['spec', 'timeWindow', 0, 'isRolling'],
    'yes',
    'spec.timeWindow[0].isRolling must be of type boolean, not string',
  ],
  [['spec', 'service'], '', 'spec.service must have at least 1 character'],
  [
    [...ratio, 'total', 'metricSource', 'spec'],
    { limit: Infinity },
    'spec.indicator.spec.ratioMetric.total.metricSource.spec.limit is not valid',
  ],
  [
    [...ratio, 'bad'],
    metric,
    'spec.indicator.spec.ratioMetric.bad must not be used together with good',
  ],
  [
    [...ratio, 'good'],
    undefined,
    'spec.indicator.spec.ratioMetric.good or bad is required with total',
  ],
  [
    [...ratio, 'total'],
    undefined,
    'spec.indicator.spec.ratioMetric.total is required, unless there is raw',
  ],
  [
    [...ratio, 'rawType'],
    'success',
    'spec.indicator.spec.ratioMetric.rawType is for raw only',
  ],
  [
    [...ratio, 'total', 'metricSource', 'type'],
    undefined,
    'spec.indicator.spec.ratioMetric.total.metricSource.type is required without metricSourceRef',
  ],
  [
    ['spec', 'indicator', 'spec', 'thresholdMetric'],
    metric,
    'spec.indicator.spec must have exactly one of thresholdMetric and ratioMetric',
  ],
  [
    ['spec', 'alertPolicies'],
    [{ alertPolicyRef: 'Not A Name' }],
    `spec.alertPolicies[0].alertPolicyRef ${NAME}`,
  ],
  [
    ['spec', 'alertPolicies'],
    [
      {
        kind: 'AlertPolicy',
        metadata: { name: 'p' },
        spec: { conditions: [{ conditionRef: 'a' }, { conditionRef: 'b' }] },
      },
    ],
    'spec.alertPolicies[0].spec.conditions must have at most one condition',
  ],
  [
    ['spec', 'alertPolicies'],
    policyOf({ lookbackWindow: '1M' }),
    `${condition}.spec.condition.lookbackWindow must be in minutes, hours, days or weeks`,
  ],
  [
    ['spec', 'alertPolicies'],
    policyOf({ lookbackWindow: '999999w' }),
    `${condition}.spec.condition.lookbackWindow must be at most two years`,
  ],
  [
    ['spec', 'alertPolicies'],
    policyOf({ lookbackWindow: '1h', alertAfter: '731d' }),
    `${condition}.spec.condition.alertAfter must be at most two years`,
  ],
  [
    ['spec', 'alertPolicies'],
    policyOf({ lookbackWindow: '1h' }, '105w'),
    `${condition}.metadata.annotations['atrium.dev/slo-short-window'] must be a duration in minutes, hours, days or weeks of at most two years, such as 5m`,
  ],
];

describe('parseOpenSlo', () => {
  it('reads a valid document as it was written', () => {
    expect(parseOpenSlo(slo)).toEqual({
      documents: [parse(slo)],
      problems: [],
    });
  });

  it.each([
    ['730d', '104w', '17520h'],
    ['1m', '0m', '1m'],
  ])(
    'takes windows of %s, after %s, beside %s',
    (lookbackWindow, alertAfter, short) => {
      const text = sloWith(
        ['spec', 'alertPolicies'],
        policyOf({ lookbackWindow, alertAfter }, short),
      );
      expect(messages(text)).toEqual([]);
    },
  );

  it('takes a list or map that is left empty for one that is not there', () => {
    const text = `${slo.replace(
      / {2}labels:[^]*one/,
      '  labels:\n  annotations:',
    )}  alertPolicies: # none yet\n`;
    expect(parseOpenSlo(text).problems).toEqual([]);
    expect(readOpenSloFile(text).definitions).toMatchObject([
      { labels: {}, annotations: {}, alertPolicies: [] },
    ]);
  });

  it.each(invalid)('refuses %j: %j', (path, value, message) => {
    const text = sloWith(path, value);
    expect(messages(text)).toEqual([message]);
    expect(parseOpenSlo(text).documents).toEqual([]);
  });

  it.each([
    ['Timeslices', {}, ['timeSliceTarget', 'timeSliceWindow']],
    ['Timeslices', { timeSliceTarget: 1, timeSliceWindow: 5 }, []],
    [
      'Timeslices',
      { timeSliceTarget: 0, timeSliceWindow: '5m' },
      ['timeSliceTarget'],
    ],
    ['RatioTimeslices', {}, ['timeSliceWindow']],
    ['RatioTimeslices', { timeSliceWindow: '1h' }, []],
    ['RatioTimeslices', { timeSliceWindow: '2d' }, ['timeSliceWindow']],
    [
      'RatioTimeslices',
      { timeSliceTarget: 0.9, timeSliceWindow: '1h' },
      ['timeSliceTarget'],
    ],
  ])('with %s and %j asks for %j', (budgetingMethod, slices, fields) => {
    const document = parse(sloWith([...objective], { target: 0.9, ...slices }));
    document.spec.budgetingMethod = budgetingMethod;
    expect(
      parseOpenSlo(stringify(document)).problems.map(({ path }) => path),
    ).toEqual(fields.map(field => `spec.objectives[0].${field}`));
  });

  it('says line, column, document and SLO', () => {
    const text = `# Two documents\n${slo.replace(
      '0.999',
      '1.0\n      colour: red',
    )}---\nkind: Pod\n`;
    expect(parseOpenSlo(text).problems).toEqual([
      {
        message: 'spec.objectives[0].target must be at least 0 and less than 1',
        path: 'spec.objectives[0].target',
        line: 30,
        column: 7,
        documentIndex: 0,
        sloName: 'checkout',
      },
      {
        message: 'spec.objectives[0].colour is not a field of OpenSLO v1 here',
        path: 'spec.objectives[0].colour',
        line: 31,
        column: 7,
        documentIndex: 0,
        sloName: 'checkout',
      },
      {
        message:
          'kind must be one of Service, DataSource, SLI, SLO, AlertPolicy, AlertCondition, AlertNotificationTarget',
        path: 'kind',
        line: 33,
        column: 1,
        documentIndex: 1,
      },
    ]);
  });

  it('reads a list as the documents that are its items', () => {
    const text = `# Both of the shop.
- apiVersion: openslo/v1
  kind: Service
  metadata: { name: shop }
  spec: {}
- apiVersion: openslo/v1
  kind: Service
  metadata: { name: SHOP }
  spec: {}
---
apiVersion: openslo/v1
kind: Service
metadata: { name: till, colour: red }
spec: {}
`;
    const { documents, problems } = parseOpenSlo(text);
    expect(documents.map(({ metadata }) => metadata.name)).toEqual(['shop']);
    expect(problems).toMatchObject([
      { path: 'metadata.name', documentIndex: 1, line: 8, column: 15 },
      { path: 'metadata.colour', documentIndex: 2, line: 13 },
    ]);
  });

  it('takes what the examples of OpenSLO itself leave out or add', () => {
    const document = parse(slo);
    delete document.spec.timeWindow;
    delete document.spec.indicator.spec.ratioMetric.counter;
    document.metadata.annotations = { 'openslo.com/service-folder': './shop' };
    document.spec.objectives[0].op = 'gt';
    const source = {
      apiVersion: 'openslo/v1',
      kind: 'DataSource',
      metadata: { name: 'cloud' },
      spec: {
        type: 'CloudWatch',
        connectionDetails: [{ accessKeyID: 'id' }, { secretAccessKey: 'key' }],
      },
    };
    const read = readOpenSloFile(stringify([document, source]));
    expect(read.problems).toEqual([]);
    expect(read.definitions).toMatchObject([
      {
        window: { kind: 'rolling', duration: { count: 28, unit: 'd' } },
        indicator: { isCounter: false },
      },
    ]);
    document.spec.timeWindow = null;
    expect(readOpenSloFile(stringify(document)).problems).toEqual([]);
  });

  it('keeps the valid documents beside one with problems', () => {
    const text = `${slo}---\napiVersion: openslo/v1\nkind: Service\nmetadata: { name: UPPER }\nspec: {}\n---\napiVersion: openslo/v1\nkind: Service\nmetadata: { name: checkout }\nspec:\n---\n`;
    const { documents, problems } = parseOpenSlo(text);
    expect(documents.map(({ kind }) => kind)).toEqual(['SLO', 'Service']);
    expect(problems).toHaveLength(1);
  });
});

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join('\n');
}

const bomb = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]',
  'c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]',
  'd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]',
].join('\n');

/** What else the machine does at the time does not count. */
function processorMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

describe('parseOpenSlo on hostile input', () => {
  it.each([
    [
      '10 MB',
      'x'.repeat(10_000_000),
      'The file has 10 MB; at most 1 MB are read',
    ],
    ['aliases that multiply', bomb, 'YAML: the aliases expand to too much'],
    ['an alias of itself', 'a: &a [*a]', 'YAML: the alias *a contains itself'],
    [
      'an alias of the list it is in',
      '&a\n- { a: *a }',
      'YAML: the alias *a contains itself',
    ],
    ['a list of nothing', '[]', 'The file is empty'],
    ['deep flow', '['.repeat(500_000), 'YAML: nested more than 64 levels deep'],
    [
      'deep blocks',
      '- '.repeat(300_000),
      'YAML: nested more than 64 levels deep',
    ],
    [
      'deep keys',
      '? '.repeat(300_000),
      'YAML: nested more than 64 levels deep',
    ],
    ['many elements', '-\n'.repeat(300_000), 'YAML: more than 200000 elements'],
    [
      'many aliases',
      `[&a x${',*a'.repeat(60_000)}]`,
      'YAML: more than 100 aliases',
    ],
    [
      'many escapes',
      `"${'\\x'.repeat(400_000)}"`,
      'YAML: more than 20000 escapes',
    ],
    ['a custom tag', 'a: !run rm', 'YAML: Unresolved tag: !run'],
    ['a repeated key', 'a: 1\nb: 2\na: 3', 'YAML: the key a is there twice'],
    ['a key that is a list', '? [a]\n: 1', 'YAML: a key must be a plain text'],
    ['a prototype', '__proto__: { a: 1 }', 'YAML: a key must be a plain text'],
    [
      'many documents',
      '---\n- 1\n'.repeat(501),
      'The file has 501 documents; at most 500 are read',
    ],
    ['nothing', '# only a comment\n', 'The file is empty'],
    [
      'an anchor that is not there',
      'a: *b',
      'YAML: the alias *b has no anchor before it',
    ],
  ])('refuses %s at once', (_, text, message) => {
    const before = processorMs();
    expect(messages(text)).toEqual([message]);
    expect(processorMs() - before).toBeLessThan(5_000);
  });

  it.each([
    ['unknown fields', lines(20_000, index => `k${index}: 1`)],
    ['labels', `  labels:\n${lines(20_000, index => `    k${index}: 1`)}`],
    ['a field over and over', lines(20_000, () => 'spec: 1')],
    ['tags', lines(3_000, () => '!a !a !a !a !a !a !a !a')],
  ])('reports a limited number of problems with %s', (_, rest) => {
    const before = processorMs();
    const text = `apiVersion: openslo/v1\nkind: Service\nmetadata:\n  name: a\n${rest}`;
    expect(messages(text)).toHaveLength(100);
    expect(processorMs() - before).toBeLessThan(5_000);
  });

  it('always answers, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...'&a *a ? : - { } [ ] !x !!str --- ... %YAML | > \'" \n \t'.split(
          ' ',
        ),
      ),
      fc.constantFrom('\n', '  ', 'kind: SLO', 'metadata:', 'spec:', slo),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const { documents, problems } = parseOpenSlo(pieces.join(''));
        expect(documents.length + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('takes a limit of its own', () => {
    expect(parseOpenSlo(slo, { maxBytes: 100 }).problems).toEqual([
      {
        message: `The file has ${slo.length} bytes; at most 100 bytes are read`,
      },
    ]);
  });
});
