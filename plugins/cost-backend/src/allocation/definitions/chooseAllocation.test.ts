import type { StoredFile } from '@atrium/backend-common';
import { costAllocationDefinitionSchema } from '@atrium/plugin-cost-common';
import { words } from '../../costWords';
import { chooseAllocation } from './chooseAllocation';
import { describeAllocationChanges } from './describeAllocationChanges';

const definition = (spec: object) => ({
  apiVersion: 'atrium.dev/v1',
  kind: 'CostAllocation',
  metadata: { name: 'acme' },
  spec,
});

const file = (source: string, more: Partial<StoredFile> = {}): StoredFile => ({
  source,
  origin: 'repository',
  content: JSON.stringify(definition({})),
  ...more,
});

const second = (source: string, other: string) =>
  `${source}: There are rules already, in ${other}; only one file has them, since their order decides`;

describe('chooseAllocation', () => {
  const choose = (files: StoredFile[], inForce?: string) => {
    const { allocation, problems } = chooseAllocation(files, inForce);
    return {
      chosen: allocation?.source,
      problems: problems.map(({ message, source }) => `${source}: ${message}`),
    };
  };

  it.each<[string, StoredFile[], string | undefined, object]>([
    ['none', [], undefined, { chosen: undefined, problems: [] }],
    ['the only one', [file('a')], undefined, { chosen: 'a', problems: [] }],
    [
      'neither of two, and says so of both',
      [file('a'), file('b')],
      undefined,
      { chosen: undefined, problems: [second('a', 'b'), second('b', 'a')] },
    ],
    [
      'the one that is in force',
      [file('a'), file('b')],
      'b',
      { chosen: 'b', problems: [second('a', 'b')] },
    ],
    [
      'that of the operator first',
      [file('a'), file('own', { origin: 'folder' })],
      'a',
      { chosen: 'own', problems: [second('a', 'own')] },
    ],
    [
      'none in place of one that is broken',
      [file('a'), file('b', { content: 'a: [' })],
      'b',
      {
        chosen: undefined,
        problems: [expect.stringMatching(/^b: YAML: /), second('a', 'b')],
      },
    ],
    [
      'another where the one in force is gone',
      [file('a')],
      'b',
      { chosen: 'a', problems: [] },
    ],
    [
      'none that must not be used or cannot be read',
      [
        file('a', { refusal: 'Not here' }),
        file('b', { content: undefined, problem: 'The file does not exist' }),
      ],
      undefined,
      {
        chosen: undefined,
        problems: ['a: Not here', 'b: The file does not exist'],
      },
    ],
  ])('chooses %s', (_case, files, inForce, expected) => {
    expect(choose(files, inForce)).toEqual(expected);
  });
});

describe('describeAllocationChanges', () => {
  it('names what is different', () => {
    const rule = (name: string, region = 'eu') => ({
      name,
      match: { region },
      to: { pool: 'shared' },
    });
    const parse = (spec: object) =>
      costAllocationDefinitionSchema.parse(definition(spec));
    const before = parse({
      rules: [rule('a'), rule('b'), rule('c')],
      pools: [{ name: 'shared' }],
    });
    const changes = (
      ...versions: Parameters<typeof describeAllocationChanges>
    ) =>
      describeAllocationChanges(...versions).map(change => words.text(change));
    expect(
      changes(
        before,
        parse({
          appliesFrom: '2026-11-01',
          rules: [rule('c', 'us'), rule('a'), rule('d')],
          pools: [{ name: 'shared', split: { by: 'even' } }],
        }),
      ),
    ).toEqual([
      'Applies from the beginning to 2026-11-01',
      'Rule "b" removed',
      'Rule "c" changed',
      'Rule "d" added',
      'Order of rules changed',
      'Pool "shared" changed',
    ]);
    expect(changes(undefined, before)).toEqual([
      'Published for the first time',
    ]);
  });
});
