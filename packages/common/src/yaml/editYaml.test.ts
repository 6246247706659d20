import { editYaml } from './editYaml';

const FILE = `# What customers may expect.
apiVersion: openslo/v1
kind: SLO
metadata:
  name: availability   # never rename
  labels: { team: payments, 'tier': "critical" }
spec:
  description: >-
    Answered, and not
    with an error.
  # Of the checkout.
  service: checkout
  timeWindow:
    - duration: 28d # four weeks
      isRolling: true
  objectives:
    # Agreed in May.
    - target: 0.9990
      displayName: 'Good'
    - { target: 0.99, displayName: Better }
# The other one.
---
kind: Other
text: |
  as   it is
`;

const slo = {
  apiVersion: 'openslo/v1',
  kind: 'SLO',
  metadata: {
    name: 'availability',
    labels: { team: 'payments', tier: 'critical' },
  },
  spec: {
    description: 'Answered, and not with an error.',
    service: 'checkout',
    timeWindow: [{ duration: '28d', isRolling: true }],
    objectives: [
      { target: 0.999, displayName: 'Good' },
      { target: 0.99, displayName: 'Better' },
    ],
  },
};
const { spec } = slo;
const [first, second] = spec.objectives;

/** The lines that are not in both texts, marked as a diff does. */
function changes(after: string): string[] {
  const old = FILE.split('\n');
  const now = after.split('\n');
  return [
    ...old.filter(line => !now.includes(line)).map(line => `-${line}`),
    ...now.filter(line => !old.includes(line)).map(line => `+${line}`),
  ];
}

describe('editYaml', () => {
  it('leaves a text alone that says what is wanted', () => {
    expect(editYaml(FILE, 0, slo)).toBe(FILE);
  });

  it.each<[string, object, string[]]>([
    [
      'a number',
      { ...spec, objectives: [{ ...first, target: 0.9995 }, second] },
      ['-    - target: 0.9990', '+    - target: 0.9995'],
    ],
    [
      'a value beside a comment',
      { ...spec, timeWindow: [{ duration: '7d', isRolling: true }] },
      ['-    - duration: 28d # four weeks', '+    - duration: 7d # four weeks'],
    ],
    [
      'a quoted text',
      { ...spec, objectives: [{ ...first, displayName: 'No' }, second] },
      ["-      displayName: 'Good'", "+      displayName: 'No'"],
    ],
    [
      'a value between braces',
      { ...spec, objectives: [first, { ...second, displayName: 'a, b' }] },
      [
        '-    - { target: 0.99, displayName: Better }',
        '+    - { target: 0.99, displayName: "a, b" }',
      ],
    ],
    [
      'a folded text',
      { ...spec, description: 'Answered.' },
      [
        '-  description: >-',
        '-    Answered, and not',
        '-    with an error.',
        '+  description: Answered.',
      ],
    ],
    [
      'a key that goes',
      { ...spec, description: undefined },
      ['-  description: >-', '-    Answered, and not', '-    with an error.'],
    ],
    [
      'a key that comes',
      {
        ...spec,
        timeWindow: [
          { duration: '28d', isRolling: false, calendar: { timeZone: 'UTC' } },
        ],
      },
      [
        '-      isRolling: true',
        '+      isRolling: false',
        '+      calendar:',
        '+        timeZone: UTC',
      ],
    ],
    [
      'an item that comes',
      { ...spec, objectives: [first, second, { target: 0.9 }] },
      ['+    - target: 0.9'],
    ],
    [
      'an item that goes',
      { ...spec, objectives: [first] },
      [
        '-    # Agreed in May.',
        '-    - target: 0.9990',
        "-      displayName: 'Good'",
        '-    - { target: 0.99, displayName: Better }',
        '+    - target: 0.999',
        '+      displayName: Good',
      ],
    ],
  ])('changes %s and nothing else', (_, changed, expected) => {
    const edited = editYaml(FILE, 0, { ...slo, spec: changed });
    expect(changes(edited)).toEqual(expected);
  });

  it('keeps the ends of lines, and what has none', () => {
    const windows = 'a: 1\r\nb:\r\n  c: 2';
    expect(editYaml(windows, 0, { a: 1, b: { c: 2, d: ['x'] } })).toBe(
      'a: 1\r\nb:\r\n  c: 2\r\n  d:\r\n    - x\r\n',
    );
  });

  it('writes anew what others share', () => {
    expect(
      editYaml('a: &x { n: 1 }\nb: *x\nc: 3 # c\n', 0, {
        a: { n: 1 },
        b: { n: 2 },
        c: 3,
      }),
    ).toBe('a: &x { n: 1 }\nb:\n  n: 2\nc: 3 # c\n');
  });

  it('puts several new things where one goes, in order', () => {
    const text = 'list:\n  - 1 # one\nold: 5 # gone\n';
    expect(
      editYaml(text, 0, { list: [1, 2], first: { n: 1 }, second: true }),
    ).toBe('list:\n  - 1 # one\n  - 2\nfirst:\n  n: 1\nsecond: true\n');
  });
});
