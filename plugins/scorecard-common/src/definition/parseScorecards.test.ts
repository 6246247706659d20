import { parseScorecards } from './parseScorecards';

const SCORECARD = `apiVersion: atrium.dev/v1
kind: Scorecard
metadata:
  name: readiness
  title: Production readiness
spec:
  owner: group:default/Platform-Team
  levels:
    - { name: bronze, title: Bronze, color: bronze }
    - { name: gold, title: Gold, color: gold }
  checks:
    - name: has-owner
      title: Has an owner
      level: bronze
      expression: facts.catalog.ownerIsValid
      countsFrom: 2026-12-01
    - name: has-slo
      title: Has an SLO
      level: gold
      weight: 5
      expression: facts.slo.count > 0
`;

describe('parseScorecards', () => {
  it('reads a scorecard with its defaults', () => {
    const { scorecards, problems } = parseScorecards(SCORECARD, 'cards.yaml');
    expect(problems).toEqual([]);
    expect(scorecards[0]?.definition.spec).toMatchObject({
      owner: 'group:default/platform-team',
      appliesTo: 'entity.kind == "Component"',
      checks: [
        {
          name: 'has-owner',
          weight: 1,
          effort: 'hours',
          countsFrom: '2026-12-01',
        },
        { name: 'has-slo', weight: 5 },
      ],
    });
    expect(scorecards[0]?.locate(['spec', 'checks', 1, 'level'])).toEqual({
      line: 19,
      column: 7,
    });
  });

  it.each([
    [
      'level: gold',
      'level: platinum',
      "spec.checks[1].level is 'platinum', which is none of the levels: bronze, gold",
      19,
    ],
    [
      'name: has-slo',
      'name: has-owner',
      "spec.checks[1].name is 'has-owner', like another one above",
      17,
    ],
    [
      'weight: 5',
      'wheight: 5',
      'spec.checks[1].wheight is not a field of a scorecard',
      20,
    ],
    ['countsFrom: 2026-12-01', 'countsFrom: soon', 'countsFrom', 16],
    ...['teams', 'initiatives', 'exemptions', 'findings', 'new'].map(
      (page): [string, string, string, number] => [
        'name: readiness',
        `name: ${page}`,
        `metadata.name is '${page}', which is a page of the portal`,
        4,
      ],
    ),
  ])('refuses %s as %s, with its line', (from, to, message, line) => {
    const { scorecards, problems } = parseScorecards(
      SCORECARD.replace(from, to),
      'cards.yaml',
    );
    expect(scorecards).toEqual([]);
    expect(problems).toEqual([
      expect.objectContaining({
        source: 'cards.yaml',
        message: expect.stringContaining(message),
        line,
      }),
    ]);
  });

  it('keeps the others of a file', () => {
    const { scorecards, problems } = parseScorecards(
      `${SCORECARD}---\nkind: Scorecard\n`,
      'cards.yaml',
    );
    expect(scorecards).toHaveLength(1);
    expect(problems.length).toBeGreaterThan(0);
  });
});
