import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link } from 'react-router-dom';
import { page, renderScorecard } from '../__testUtils__/renderScorecard';
import {
  sampleDetails,
  sampleExemption,
  sampleInitiative,
  sampleResult,
  sampleScorecard,
  TEAM,
} from '../__testUtils__/samples';
import { ScorecardInbox } from './home/ScorecardInbox';
import { ScorecardsPage } from './overview/ScorecardsPage';
import { TeamScorecards } from './teams/TeamScorecards';

const report = {
  scorecard: 'readiness',
  weeks: [
    { at: '2026-11-16T00:00:00Z', levelCounts: [{ count: 4 }] },
    {
      at: '2026-11-23T00:00:00Z',
      levelCounts: [{ count: 1 }, { level: 'bronze', count: 3 }],
    },
  ],
  groups: [
    {
      ref: 'group:default/team-search',
      entityCount: 2,
      levelCounts: [{ count: 2 }],
      averageScore: 0.4,
      scoreChange: -0.1,
    },
    {
      ref: TEAM,
      entityCount: 2,
      levelCounts: [{ level: 'bronze', count: 2 }],
      averageScore: 0.7,
      scoreChange: 0.12,
    },
  ],
  movers: [
    {
      entityRef: sampleResult.entityRef,
      entityTitle: 'Payment service',
      ownerRefs: [TEAM],
      to: 'bronze',
      direction: 'up' as const,
      at: '2026-11-24T09:00:00Z',
      checks: ['Has an owner'],
    },
  ],
  hiddenGroups: 1,
};

const scorecard = {
  getScorecard: async () => sampleDetails,
  getReport: async () => report,
  listResults: async () => page([sampleResult]),
};

const cellsOf = (row: HTMLElement) =>
  within(row)
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);

describe('ScorecardsPage', () => {
  it('lists scorecards with their levels and what changed this week', async () => {
    renderScorecard(<ScorecardsPage />, scorecard);
    const list = await screen.findByRole('list', { name: 'Scorecards' });
    expect(list).toHaveTextContent('No level 1Bronze 3Silver 0Gold 0');
    expect(list).toHaveTextContent('Average score62.5%');
    expect(await screen.findByText('This week: 1 up, 0 down')).toBeVisible();
  });

  it.each([
    ['/', 'scorecards', {}],
    ['/teams', 'results', { ownerRef: 'user:default/priya', sort: 'entity' }],
    [
      '/teams?owner=group:default/team-payments',
      'results',
      { ownerRef: 'group:default/team-payments', sort: 'entity' },
    ],
  ])('exports what %s shows', async (address, list, query) => {
    const readCsv = jest.fn(() => Promise.reject(new Error('Try again later')));
    renderScorecard(
      <ScorecardsPage />,
      {
        ...scorecard,
        readCsv,
        listResults: async () => page([sampleResult]),
      },
      { address },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export CSV' }),
    );
    await screen.findByRole('alert');
    expect(readCsv).toHaveBeenCalledWith(list, query);
  });

  it('says what is wrong in a file, and where', async () => {
    renderScorecard(<ScorecardsPage />, {
      ...scorecard,
      listScorecards: async () => ({
        ...page([]),
        problems: [
          { source: 'a.yaml', line: 7, message: 'spec.owner is missing' },
        ],
        hasPublicBadges: false,
      }),
    });
    expect(await screen.findByText('spec.owner is missing')).toBeVisible();
    expect(screen.getByRole('cell', { name: '7' })).toBeVisible();
  });

  it.each([
    ['readiness.yaml', 'Version 3 of 20 Nov 2026, readiness.yaml.'],
    [
      'built in: readiness.yaml',
      'Version 3 of 20 Nov 2026, comes with the portal.',
    ],
  ])('says where %s is from', async (source, words) => {
    renderScorecard(
      <ScorecardsPage />,
      {
        ...scorecard,
        getScorecard: async () => ({ ...sampleDetails, source }),
      },
      { address: '/readiness' },
    );
    expect(await screen.findByText(/Version 3 of/)).toHaveTextContent(words);
  });

  it('asks the backend for what the address filters by', async () => {
    const listResults = jest.fn(async () => page([sampleResult]));
    renderScorecard(
      <ScorecardsPage />,
      { ...scorecard, listResults },
      {
        address:
          '/readiness?level=-&check=codeowners&outcome=unknown&sort=-score&text=pay',
      },
    );
    const services = await screen.findByRole('region', { name: 'Services' });
    expect(cellsOf(within(services).getAllByRole('row')[1])).toEqual([
      'Payment service',
      'team-payments',
      'Bronze',
      '76%',
      '1',
      '1',
      '9 Nov 2026',
    ]);
    expect(listResults).toHaveBeenLastCalledWith(
      expect.objectContaining({
        scorecard: 'readiness',
        level: '',
        check: 'codeowners',
        outcome: 'unknown',
        sort: '-score',
        text: 'pay',
      }),
    );
  });

  it.each([
    ['/readiness', 'No service is rated by this scorecard yet'],
    ['/readiness?text=pay', 'No services match the filters'],
  ])('says why no service is listed at %s', async (address, words) => {
    renderScorecard(
      <ScorecardsPage />,
      { ...scorecard, listResults: async () => page([]) },
      { address },
    );
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('says of each check who passes it, and how it does as a rule', async () => {
    renderScorecard(<ScorecardsPage />, scorecard, {
      address: '/readiness?view=checks',
    });
    const checks = await screen.findByRole('region', { name: 'Checks' });
    expect(checks).toHaveTextContent('Always passes');
    expect(checks).toHaveTextContent('1 pass, 2 fail, 1 unknown');
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Show failing: Has a CODEOWNERS file',
      }),
    );
    expect(
      await screen.findByRole('region', { name: 'Services' }),
    ).toBeVisible();
  });

  it('reports by week, by team and who moved', async () => {
    renderScorecard(<ScorecardsPage />, scorecard, {
      address: '/readiness?view=report',
    });
    expect(
      await screen.findByRole('figure', {
        name: 'Services by level and week',
      }),
    ).toBeVisible();
    const groups = screen.getByRole('region', { name: 'By team' });
    expect(groups).toHaveTextContent('+12 points');
    expect(groups).toHaveTextContent('−10 points');
    expect(screen.getByText('Up: No level to Bronze')).toBeVisible();
  });

  it('ranks who improved, and nobody else', async () => {
    renderScorecard(<ScorecardsPage />, scorecard, {
      address: '/readiness?view=teams',
    });
    const improved = await screen.findByRole('region', {
      name: 'Most improved teams first',
    });
    expect(within(improved).getAllByRole('row')).toHaveLength(2);
    expect(improved).toHaveTextContent('+12 points');
    const others = screen.getByRole('region', {
      name: 'Scores of other teams',
    });
    expect(others).not.toHaveTextContent('points');
    expect(screen.getByText(/1 team has opted out/)).toBeVisible();
  });
});

it('shows the services of a team by scorecards, each leading to why', async () => {
  renderScorecard(<TeamScorecards />, scorecard);
  expect(
    await screen.findByRole('link', {
      name: 'Payment service, Production readiness: Bronze · 76%',
    }),
  ).toHaveAttribute(
    'href',
    '/catalog/default/component/payment-service/scorecards?scorecard=readiness',
  );
});

it('offers every team that owns something, rated by the first scorecard or not', async () => {
  const listResults = jest.fn(async () => page([sampleResult]));
  renderScorecard(
    <ScorecardsPage />,
    {
      ...scorecard,
      listResults,
      getReport: async () => ({ ...report, groups: [] }),
    },
    { address: '/teams' },
  );
  await userEvent.click(
    await screen.findByRole('button', { name: /My teams/ }),
  );
  await userEvent.click(
    await screen.findByRole('option', { name: 'Payments' }),
  );
  await waitFor(() =>
    expect(listResults).toHaveBeenLastCalledWith(
      expect.objectContaining({ ownerRef: TEAM }),
      expect.anything(),
    ),
  );
});

describe('exemptions', () => {
  it('puts what waits for the reader first, and decides with a note', async () => {
    const decideExemption = jest.fn(async () => sampleExemption);
    renderScorecard(
      <ScorecardsPage />,
      { decideExemption, listExemptions: async () => page([sampleExemption]) },
      { address: '/exemptions' },
    );
    const waiting = await screen.findByRole('region', {
      name: 'Exemptions waiting for you',
    });
    expect(await screen.findByText('Up to you, see above')).toBeVisible();
    expect(
      screen.getAllByRole('button', { name: 'Grant: Has an SLO' }),
    ).toHaveLength(1);
    await userEvent.click(
      within(waiting).getByRole('button', { name: 'Reject: Has an SLO' }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Note' }),
      'Too long',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Reject' }));
    await waitFor(() =>
      expect(decideExemption).toHaveBeenCalledWith({
        id: 'e1',
        action: 'refuse',
        note: 'Too long',
      }),
    );
  });

  it('are exported as they are filtered', async () => {
    const readCsv = jest.fn(() => Promise.reject(new Error('Try again later')));
    renderScorecard(
      <ScorecardsPage />,
      { readCsv, listExemptions: async () => page([sampleExemption]) },
      { address: '/exemptions?state=granted' },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Export CSV' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Export failed: Try again later',
    );
    expect(readCsv).toHaveBeenCalledWith('exemptions', { state: 'granted' });
  });

  it.each([
    ['/exemptions', 'No exemptions yet', true],
    ['/exemptions?state=granted', 'No exemptions in this state', false],
    ['/findings', 'No open findings', true],
    ['/findings?kind=secret', 'No findings match the filters', false],
  ])(
    'are marked at %s only where there are none',
    async (address, title, isMarked) => {
      renderScorecard(<ScorecardsPage />, {}, { address });
      const said = await screen.findByText(title);
      // It stands in front of the title, for the eye alone.
      expect(said.previousElementSibling !== null).toBe(isMarked);
    },
  );

  it('says who may decide to those who may not', async () => {
    const others = { ...sampleExemption, isMineToDecide: false };
    renderScorecard(
      <ScorecardsPage />,
      {
        listExemptions: async ({ isMineToDecide }) =>
          page(isMineToDecide ? [] : [others]),
      },
      { address: '/exemptions' },
    );
    expect(await screen.findByText(/Up to/)).toHaveTextContent(
      'Up to platform-team',
    );
    expect(screen.queryByRole('button', { name: /Grant/ })).toBeNull();
  });
});

describe('initiatives', () => {
  const details = {
    ...sampleInitiative,
    burnDown: [
      { at: '2026-11-16', remaining: 4 },
      { at: '2026-11-17', remaining: 2 },
    ],
    teams: [{ ownerRef: TEAM, total: 4, done: 2, exempt: 1, unknown: 0 }],
    remaining: [
      {
        entityRef: sampleResult.entityRef,
        ownerRefs: [TEAM],
        checks: ['Has a CODEOWNERS file'],
      },
    ],
  };

  it('says how far it is, and who has something to do', async () => {
    renderScorecard(
      <ScorecardsPage />,
      { getInitiative: async () => details },
      { address: '/initiatives/i1' },
    );
    expect(
      await screen.findByRole('heading', { name: 'CODEOWNERS everywhere' }),
    ).toBeVisible();
    // Days of a calendar are the same wherever one reads them.
    expect(screen.getByText(/led by/)).toHaveTextContent(
      'from 16 Nov 2026 until 11 Dec 2026',
    );
    expect(
      screen.getByRole('region', { name: 'Progress of teams' }),
    ).toHaveTextContent('2 of 4 done, 1 exempt');
    expect(
      screen.getByRole('region', { name: 'Remaining services' }),
    ).toHaveTextContent('Has a CODEOWNERS file');
    expect(
      screen.getByRole('figure', { name: 'Remaining services by day' }),
    ).toBeVisible();
  });

  it('is offered only to who may start one', async () => {
    renderScorecard(
      <ScorecardsPage />,
      {
        listScorecards: async () => ({
          ...page([{ ...sampleScorecard, canManage: false }]),
          problems: [],
          hasPublicBadges: false,
        }),
      },
      { address: '/initiatives' },
    );
    expect(await screen.findByText('No initiatives yet')).toBeVisible();
    expect(screen.queryByRole('link', { name: /Start an/ })).toBeNull();
  });

  it('changes one, and says what is missing', async () => {
    const updateInitiative = jest.fn(async () => sampleInitiative);
    renderScorecard(
      <ScorecardsPage />,
      { ...scorecard, updateInitiative, getInitiative: async () => details },
      { address: '/initiatives/i1' },
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const title = await screen.findByRole('textbox', { name: 'Title' });
    await userEvent.clear(title);
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('Enter a title')).toBeVisible();
    await userEvent.type(title, 'Owners of code');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(updateInitiative).toHaveBeenCalledWith(
        'i1',
        expect.objectContaining({
          title: 'Owners of code',
          goal: { kind: 'checks', checks: ['codeowners'] },
        }),
      ),
    );
  });

  it('does not carry what was typed over to another one', async () => {
    renderScorecard(
      <>
        <Link to="/initiatives/i1">One</Link>
        <Link to="/initiatives/i2">Two</Link>
        <ScorecardsPage />
      </>,
      {
        ...scorecard,
        getInitiative: async id => ({ ...details, id, title: `Title ${id}` }),
      },
      { address: '/initiatives/i2' },
    );
    // Known already when it is opened again.
    expect(await screen.findByText('Title i2')).toBeVisible();
    await userEvent.click(screen.getByRole('link', { name: 'One' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    expect(await screen.findByRole('textbox', { name: 'Title' })).toHaveValue(
      'Title i1',
    );
    await userEvent.click(screen.getByRole('link', { name: 'Two' }));
    expect(
      await screen.findByRole('heading', { name: 'Title i2' }),
    ).toBeVisible();
    expect(screen.queryByRole('textbox', { name: 'Title' })).toBeNull();
  });
});

it('shows the next steps of my services on the home page', async () => {
  renderScorecard(<ScorecardInbox />, scorecard);
  const steps = await screen.findAllByRole('listitem');
  await waitFor(() =>
    expect(steps[0]).toHaveTextContent(
      'Has a CODEOWNERS fileTakes minutesPayment service · Production readiness',
    ),
  );
});
