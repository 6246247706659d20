import { words } from '../scorecardWords';
import { ScorecardExpressions } from '../expressions/ScorecardExpressions';
import { combineScorecards } from './combineScorecards';
import { describeChanges } from './describeChanges';
import type { StoredScorecardFile } from '../database/scorecardFiles';
import type { StoredScorecard } from './StoredScorecard';

const expressions = new ScorecardExpressions([]);

function scorecard(name: string, expression = 'entity.kind == "A"'): string {
  return `apiVersion: atrium.dev/v1
kind: Scorecard
metadata: { name: ${name} }
spec:
  owner: group:default/a
  checks: [{ name: one, title: One, expression: '${expression}' }]
`;
}

function file(
  source: string,
  content: string,
  other: Partial<StoredScorecardFile> = {},
): StoredScorecardFile {
  return {
    source,
    content,
    origin: 'repository',
    reach: 'everything',
    ownerRefs: [],
    etag: undefined,
    problem: undefined,
    refusal: undefined,
    ...other,
  };
}

function combine(
  files: StoredScorecardFile[],
  inForce: Partial<StoredScorecard>[] = [],
) {
  const { kept, problems, scorecards } = combineScorecards({
    expressions,
    files,
    inForce: inForce as StoredScorecard[],
  });
  return {
    scorecards: scorecards.map(({ name, source }) => `${name} of ${source}`),
    kept: [...kept],
    problems: problems.map(({ message, source }) => `${source}: ${message}`),
  };
}

describe('combineScorecards', () => {
  it('prefers the folder, then of two repositories what is in force, then the built-in', () => {
    const builtIn = file('built in', scorecard('x'), { origin: 'built-in' });
    const first = file('a', scorecard('x'));
    const second = file('b', scorecard('x'));
    const folder = file('folder', scorecard('x'), { origin: 'folder' });
    expect(
      combine([builtIn, first, second], [{ name: 'x', source: 'b' }]),
    ).toEqual({
      scorecards: ['x of b'],
      kept: [],
      problems: [
        "a: There is a scorecard 'x' already, in b. Choose another name",
      ],
    });
    expect(
      combine([builtIn, first, folder], [{ name: 'x', source: 'a' }]),
    ).toMatchObject({ scorecards: ['x of folder'] });
    expect(combine([builtIn])).toMatchObject({
      scorecards: ['x of built in'],
      problems: [],
    });
  });

  describe('with a file that may rate only what its owner owns', () => {
    const owned = file('team', scorecard('x'), {
      reach: 'owned',
      ownerRefs: ['group:default/a'],
    });
    const brokenOwned = { ...owned, content: scorecard('x', 'facts.no.such') };
    const builtIn = file('built in', scorecard('x'), { origin: 'built-in' });
    const platform = file('platform', scorecard('x'));
    const isBuiltIn =
      "team: The portal comes with a scorecard 'x'. Choose another name, or ask the platform team to add this repository to 'scorecard.definitions.repositories'";
    const isThere =
      "team: There is a scorecard 'x' already, in platform. Choose another name";

    // By an earlier version of the portal, it may be in force already.
    it.each(['built in', 'team'])(
      'prefers the built-in one while that of %p is in force',
      source => {
        expect(combine([builtIn, owned], [{ name: 'x', source }])).toEqual({
          scorecards: ['x of built in'],
          kept: [],
          problems: [isBuiltIn],
        });
      },
    );

    it('gives the name to the platform when it adds or renames a file', () => {
      for (const source of ['team', 'old name', undefined]) {
        const inForce = source === undefined ? [] : [{ name: 'x', source }];
        expect(combine([owned, platform], inForce)).toEqual({
          scorecards: ['x of platform'],
          kept: [],
          problems: [isThere],
        });
      }
    });

    it('keeps no name from the others while it is broken', () => {
      const inForce = [{ name: 'x', source: 'team' }];
      for (const other of [builtIn, platform]) {
        expect(combine([brokenOwned, other], inForce)).toMatchObject({
          scorecards: [`x of ${other.source}`],
          kept: [],
        });
      }
      expect(combine([brokenOwned], inForce)).toMatchObject({ kept: ['x'] });
    });

    it('does not take the name of a built-in one that is broken', () => {
      const broken = { ...builtIn, content: brokenOwned.content };
      expect(
        combine([broken, owned], [{ name: 'x', source: 'built in' }]),
      ).toEqual({
        scorecards: [],
        kept: ['x'],
        problems: [expect.stringMatching(/^built in: /), isBuiltIn],
      });
    });

    it('leaves the name to whoever of two teams has it', () => {
      const second = { ...owned, source: 'another' };
      expect(
        combine([second, owned], [{ name: 'x', source: 'team' }]),
      ).toMatchObject({ scorecards: ['x of team'] });
    });
  });

  it('keeps what is in force of a file that is broken, not of one that is gone', () => {
    const inForce = [
      { name: 'x', source: 'a' },
      { name: 'y', source: 'b' },
      { name: 'z', source: 'c' },
    ];
    expect(
      combine(
        [
          file('a', scorecard('x', 'facts.no.such')),
          file('b', ': no yaml :'),
          file('d', '', {
            content: undefined,
            problem: 'The file does not exist',
          }),
        ],
        inForce,
      ),
    ).toMatchObject({ scorecards: [], kept: ['x', 'y'] });
  });

  it('gives the name of a broken file to no other repository, but to the folder', () => {
    const inForce = [{ name: 'x', source: 'b' }];
    const broken = file('b', scorecard('x', 'facts.no.such'));
    const other = file('a', scorecard('x'));
    const builtIn = file('built in', scorecard('x'), { origin: 'built-in' });
    expect(combine([other, broken, builtIn], inForce)).toEqual({
      scorecards: [],
      kept: ['x'],
      problems: [
        expect.stringMatching(/^b: /),
        "a: There is a scorecard 'x' already, in b. Choose another name",
      ],
    });
    const folder = file('folder', scorecard('x'), { origin: 'folder' });
    expect(combine([other, broken, folder], inForce)).toMatchObject({
      scorecards: ['x of folder'],
      kept: [],
    });
  });

  it('says nothing of the others where a file must not be used', () => {
    expect(
      combine(
        [file('a', scorecard('x'), { refusal: 'Not here' })],
        [{ name: 'x', source: 'a' }],
      ),
    ).toEqual({ scorecards: [], kept: [], problems: ['a: Not here'] });
  });
});

describe('describeChanges', () => {
  const definition = (content: string) => {
    const [{ definition: found }] = combineScorecards({
      expressions,
      files: [file('a', content)],
      inForce: [],
    }).scorecards;
    return found;
  };

  it('names what is different', () => {
    const before = definition(scorecard('x'));
    const textsOf = (from: typeof before | undefined, to: typeof before) =>
      describeChanges(from, to).map(change => words.text(change));
    expect(textsOf(undefined, before)).toEqual([
      'Published for the first time',
    ]);
    expect(
      textsOf(
        before,
        definition(
          scorecard('x', 'entity.kind == "B"').replace(
            'name: one',
            'name: two',
          ),
        ),
      ),
    ).toEqual(['Check "One" removed', 'Check "One" added']);
    expect(
      textsOf(before, definition(scorecard('x', 'entity.kind == "B"'))),
    ).toEqual([
      'Check "One": expression changed from entity.kind == "A" to entity.kind == "B"',
    ]);
  });

  it('writes each field as its language does, and says where there was none', () => {
    const before = definition(scorecard('x'));
    const [check] = before.spec.checks;
    const after = {
      ...before,
      spec: {
        ...before.spec,
        levels: [{ name: 'gold', title: 'Gold', color: 'gold' as const }],
        checks: [{ ...check, weight: 5, countsFrom: '2026-12-24' }],
      },
    };
    const changes = describeChanges(before, after);
    expect(changes.map(change => words.text(change))).toEqual([
      'Levels changed from none to Gold',
      'Check "One": weight changed from 1 to 5',
      'Check "One": first day that counts changed from none to 24 Dec 2026',
    ]);
    expect(changes[2].values?.change).toMatchObject({
      values: { to: { day: '2026-12-24' } },
    });
  });
});
