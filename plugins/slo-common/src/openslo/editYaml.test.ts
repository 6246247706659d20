import { editYaml } from './editYaml';
import { nameSloFile } from './nameSloFile';
import { listSloNames, locateInSlo, putSlo } from './putSlo';

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
});

describe('putSlo', () => {
  it('adds a document, or replaces the one of a name', () => {
    const added = { kind: 'SLO', metadata: { name: 'latency' } };
    const text = '---\nkind: SLO\nmetadata:\n  name: latency\n';
    expect(putSlo('', added)).toBe(text.slice(4));
    expect(putSlo('# Nothing yet\n', added)).toBe(`# Nothing yet\n${text}`);
    expect(putSlo(FILE, added)).toBe(`${FILE}${text}`);
    expect(putSlo(FILE.trimEnd(), added)).toBe(`${FILE}${text}`);
    expect(putSlo(`${FILE}---\n`, added)).toBe(`${FILE}${text}`);

    const renamed = putSlo(
      putSlo(FILE, added),
      { kind: 'SLO', metadata: { name: 'speed' } },
      { replaces: 'latency' },
    );
    expect(renamed).toBe(`${FILE}${text.replace('latency', 'speed')}`);
    expect(locateInSlo(renamed, 'speed')).toEqual({
      line: renamed.split('\n').lastIndexOf('kind: SLO') + 1,
      column: 1,
    });
    expect(locateInSlo(renamed, 'availability').line).toBe(2);
    const path = ['spec', 'objectives', 1, 'target'];
    expect(locateInSlo(renamed, 'availability', path)).toEqual({
      line: FILE.split('\n').findIndex(line => line.includes('Better')) + 1,
      column: 9,
    });
    expect(locateInSlo('kind: [', 'speed').line).toBe(1);
  });

  it('adds to a list, or replaces what is in it', () => {
    const list = `# Of the shop.
  - kind: SLO
    metadata: { name: latency } # in the shop
  - kind: Other
`;
    const added = { kind: 'SLO', metadata: { name: 'speed' } };
    const grown = `${list}  - kind: SLO\n    metadata:\n      name: speed\n`;
    expect(putSlo(list, added)).toBe(grown);
    expect(putSlo(list.trimEnd(), added)).toBe(grown);
    expect(listSloNames(grown)).toEqual(['latency', 'speed']);
    expect(locateInSlo(grown, 'speed')).toEqual({ line: 5, column: 5 });
    expect(putSlo(list, added, { replaces: 'latency' })).toBe(
      list.replace('latency', 'speed'),
    );
  });
});

describe('nameSloFile', () => {
  const CATALOG = `apiVersion: backstage.io/v1alpha1
kind: System
metadata:
  name: notebook
---
# Ours.
kind: Component
metadata:
  name: Notebook # as ever
  tags: [a]
spec: {}
`;
  const options = {
    entity: { kind: 'component', namespace: 'default', name: 'notebook' },
    path: './slo.yaml',
  };

  it('adds the annotation to the entity and keeps the rest', () => {
    const named = nameSloFile(CATALOG, options);
    expect(named).toBe(
      CATALOG.replace(
        '  tags: [a]\n',
        '  tags: [a]\n  annotations:\n    atrium.dev/slo: ./slo.yaml\n',
      ),
    );
    expect(nameSloFile(named ?? '', options)).toBe(named);
  });

  it('says when the entity is not there', () => {
    const { entity } = options;
    expect(
      nameSloFile(CATALOG, {
        ...options,
        entity: { ...entity, namespace: 'other' },
      }),
    ).toBeUndefined();
    expect(nameSloFile('kind: [', options)).toBeUndefined();
  });
});
