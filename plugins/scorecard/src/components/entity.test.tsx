import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { page, renderScorecard } from '../__testUtils__/renderScorecard';
import {
  sampleExemption,
  sampleInitiative,
  sampleResult,
  sampleScorecard,
  SERVICE,
} from '../__testUtils__/samples';
import { ScorecardCard } from './card/ScorecardCard';
import { EntityScorecards } from './entity/EntityScorecards';

const rated = { listResults: async () => page([sampleResult]) };

describe('EntityScorecards', () => {
  it('shows where the service stands, and what to do next', async () => {
    renderScorecard(<EntityScorecards />, {
      ...rated,
      listInitiatives: async () => page([sampleInitiative]),
    });
    const ladder = await screen.findByRole('list', {
      name: 'Levels, lowest first',
    });
    const [bronze, silver, gold] = within(ladder).getAllByRole('listitem');
    expect(bronze).toHaveTextContent('BronzeCurrent level since 9 Nov 2026');
    expect(bronze).toHaveAttribute('aria-current', 'step');
    expect(silver).toHaveTextContent('Silver2 checks to go');
    expect(gold).toHaveTextContent('GoldNo checks');
    // Cut, not rounded; and what is not known is said beside it.
    expect(screen.getByRole('group', { name: 'Score' })).toHaveTextContent(
      '76%By weight; 1 of 2 checks passed, 1 unknown',
    );
    const steps = screen.getByRole('list', { name: 'What to do next' });
    expect(
      within(steps)
        .getAllByRole('listitem')
        .map(item => item.querySelector('summary')?.textContent),
    ).toEqual([
      'Has a CODEOWNERS fileTakes minutesFailed',
      'Has an SLOTakes daysUnknown',
    ]);
    const announced = screen.getByRole('list', { name: 'Announced' });
    expect(announced).toHaveTextContent('Counts from 5 Dec 2026');
    expect(await screen.findByText(/due 11 Dec 2026/)).toBeVisible();
    expect(screen.getByLabelText('Badge for the README')).toHaveDisplayValue(
      /api\/scorecard\/badge\/readiness\/component\/default\/payment-service/,
    );
  });

  it('says what is missing or too old, never as a figure that counts', async () => {
    renderScorecard(<EntityScorecards />, rated);
    const steps = await screen.findByRole('list', { name: 'What to do next' });
    await userEvent.click(within(steps).getByText('Has an SLO'));
    const facts = await screen.findByRole('region', {
      name: 'Facts behind Has an SLO',
    });
    const [, missing, stale] = within(facts).getAllByRole('row');
    expect(missing).toHaveTextContent('SLOsUnknownSLOsNever');
    expect(stale).toHaveTextContent('40% Too old to count');
  });

  it('draws the text of a fix without running what is in it', async () => {
    renderScorecard(<EntityScorecards />, rated);
    const fix = await screen.findByText(/alert\(1\)/);
    expect(fix.tagName).toBe('P');
    expect(document.querySelector('script[src=""], p script')).toBeNull();
    expect(screen.queryByRole('link', { name: 'Guide' })).toBeNull();
  });

  it('proposes the file of a fix as the person left it', async () => {
    const createFix = jest.fn(async () => ({
      handover: 'pull-request' as const,
      url: 'https://git.example.com/pulls/7',
      fileUrl: 'https://git.example.com/CODEOWNERS',
    }));
    renderScorecard(<EntityScorecards />, {
      ...rated,
      createFix,
      getFix: async () => ({
        path: '.github/CODEOWNERS',
        content: '* @team',
        repositoryUrl: 'https://git.example.com/payments',
        handover: 'pull-request',
        isThere: false,
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Propose this file' }),
    );
    const file = await screen.findByRole('textbox', {
      name: '.github/CODEOWNERS',
    });
    await userEvent.type(file, 's');
    await userEvent.click(
      screen.getByRole('button', { name: 'Open pull request' }),
    );
    expect(
      await screen.findByRole('link', { name: 'pull request' }),
    ).toHaveAttribute('href', 'https://git.example.com/pulls/7');
    expect(createFix).toHaveBeenCalledWith({
      entityRef: SERVICE,
      scorecard: 'readiness',
      check: 'codeowners',
      content: '* @teams',
    });
  });

  it('asks for an exemption with a reason, and shows one that waits', async () => {
    const createExemption = jest.fn(async () => sampleExemption);
    renderScorecard(<EntityScorecards />, {
      ...rated,
      createExemption,
      listExemptions: async () => page([sampleExemption]),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Request an exemption' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Request' }));
    expect(
      screen.getByText('Enter a reason of at least ten characters'),
    ).toBeVisible();
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Reason' }),
      'The repository moves next week',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Request' }));
    await waitFor(() =>
      expect(createExemption).toHaveBeenCalledWith({
        scorecard: 'readiness',
        check: 'codeowners',
        entityRef: SERVICE,
        reason: 'The repository moves next week',
        days: 30,
      }),
    );
    await userEvent.click(
      within(screen.getByRole('list', { name: 'What to do next' })).getByText(
        'Has an SLO',
      ),
    );
    expect(
      await screen.findByText(/An exemption for 60 days is waiting for/),
    ).toBeVisible();
    // It is among all checks, too, and is withdrawn in one of the two lists.
    const all = screen.getByRole('region', { name: 'All checks' });
    await userEvent.click(within(all).getByText('Has an SLO'));
    expect(
      await within(all).findByText(/An exemption for 60 days is waiting for/),
    ).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Withdraw' })).toHaveLength(1);
  });

  const ownershipEvidence = [
    {
      fact: 'ownership.confirmed',
      title: 'Confirmed by its owner',
      type: 'boolean' as const,
      state: 'fresh' as const,
      value: false,
      provider: 'Ownership',
    },
  ];
  const withOwnershipCheck = {
    ...sampleResult,
    checks: sampleResult.checks?.map(check =>
      check.check === 'codeowners'
        ? { ...check, evidence: ownershipEvidence }
        : check,
    ),
  };

  it('confirms the ownership where a check is about that', async () => {
    const confirmOwnership = jest.fn(async () => ({
      entityRef: SERVICE,
      ownerRef: 'group:default/team-payments',
      confirmedBy: 'user:default/priya',
      confirmedAt: '2026-11-28T12:00:00.000Z',
    }));
    renderScorecard(<EntityScorecards />, {
      confirmOwnership,
      listResults: async () => page([withOwnershipCheck]),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Confirm ownership' }),
    );
    expect(confirmOwnership).toHaveBeenCalledWith(SERVICE);
    expect(await screen.findByText(/^Confirmed\./)).toBeVisible();
  });

  it('offers nothing to those who may not', async () => {
    renderScorecard(
      <EntityScorecards />,
      {
        listResults: async () =>
          page([{ ...sampleResult, entityRef: 'component:default/others' }]),
      },
      { isAllowed: false, entityName: 'others' },
    );
    expect(
      await screen.findByText('Its owners can propose .github/CODEOWNERS', {
        exact: false,
      }),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Request an exemption' }),
    ).toBeNull();
  });

  it('refuses nothing before it is known what the reader may do', async () => {
    const entityRef = 'component:default/undecided';
    renderScorecard(
      <EntityScorecards />,
      { listResults: async () => page([{ ...withOwnershipCheck, entityRef }]) },
      { isRightPending: true, entityName: 'undecided' },
    );
    expect(
      await screen.findByRole('region', {
        name: 'Facts behind Has a CODEOWNERS file',
      }),
    ).toBeVisible();
    expect(screen.queryByText(/Its owners can propose/)).toBeNull();
    expect(screen.queryByText(/Its owners can confirm/)).toBeNull();
  });

  it('opens the scorecard that the address names', async () => {
    const security = {
      ...sampleResult,
      scorecard: 'security',
      scorecardTitle: 'Security',
      level: undefined,
      rank: undefined,
      score: undefined,
      checks: [],
    };
    renderScorecard(
      <EntityScorecards />,
      {
        listResults: async () => page([sampleResult, security]),
        listScorecards: async () => ({
          ...page([
            sampleScorecard,
            { ...sampleScorecard, name: 'security', title: 'Security' },
          ]),
          problems: [],
          hasPublicBadges: true,
        }),
      },
      { address: '/?scorecard=security' },
    );
    const heading = await screen.findByRole('heading', { name: 'Security' });
    expect(heading).toBeVisible();
    expect(
      screen.getByText('No check for any level applies to this service', {
        exact: false,
      }),
    ).toBeVisible();
    expect(screen.getByRole('group', { name: 'Score' })).toHaveTextContent(
      'No score yet',
    );
  });

  it('teaches where no scorecard rates the entity', async () => {
    renderScorecard(<EntityScorecards />, {});
    expect(await screen.findByText('No scorecard applies here')).toBeVisible();
  });
});

describe('ScorecardCard', () => {
  it('shows the level and the next step', async () => {
    renderScorecard(<ScorecardCard />, rated);
    expect(await screen.findByText('Bronze')).toBeVisible();
    expect(screen.getByText('For Silver: Has a CODEOWNERS file')).toBeVisible();
  });
});
