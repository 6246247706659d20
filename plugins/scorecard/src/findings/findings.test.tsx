import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  FindingDetail,
  SecurityFinding,
} from '@atrium/plugin-scorecard-common';
import { EntityScorecards } from '../components/entity/EntityScorecards';
import { ScorecardsPage } from '../components/overview/ScorecardsPage';
import {
  page,
  renderScorecard,
  scopedPage,
} from '../__testUtils__/renderScorecard';
import { SERVICE, TEAM } from '../__testUtils__/samples';

const finding: SecurityFinding = {
  id: '0b3f4c1e-0000-4000-8000-000000000001',
  entityRef: SERVICE,
  kind: 'vulnerability',
  ruleId: 'CVE-2021-44228',
  title: 'Log4j runs what it logs',
  severity: 'critical',
  score: 10,
  aliases: ['GHSA-jfh8-c2jp-5v3q'],
  purl: 'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1',
  packageName: 'log4j-core',
  packageVersion: '2.14.1',
  fixedIn: ['2.17.1'],
  state: 'open',
  tools: ['Trivy', 'Grype'],
  firstSeenAt: '2026-11-01T09:00:00.000Z',
  lastSeenAt: '2026-11-28T09:00:00.000Z',
  dueAt: '2026-11-08T09:00:00.000Z',
  isOverdue: true,
};

const detail: FindingDetail = {
  ...finding,
  sightings: ['Trivy', 'Grype'].map(tool => ({
    tool,
    category: 'image',
    state: 'open',
    severity: 'critical',
    firstSeenAt: finding.firstSeenAt,
    lastSeenAt: finding.lastSeenAt,
    commit: '4f1c2d9aa0',
  })),
  history: [{ at: finding.firstSeenAt, change: 'found', by: 'Trivy' }],
};

const suppressed: FindingDetail = {
  ...detail,
  state: 'suppressed',
  suppression: {
    reason: 'Lookups are switched off',
    by: 'user:default/priya',
    at: '2026-11-20T09:00:00.000Z',
    until: '2026-12-20T09:00:00.000Z',
  },
};

const scans = [
  {
    entityRef: 'component:default/payment-service',
    tool: 'Trivy',
    category: 'image',
    format: 'trivy',
    scannedAt: '2026-11-28T09:00:00.000Z',
    uploadedBy: 'payments-ci',
  },
];

const findings = (items: SecurityFinding[]) => ({
  ...scopedPage(items),
  severityCounts: { critical: 1, high: 3, medium: 0, low: 0, unknown: 0 },
});

const answers = {
  listFindings: async () => findings([finding]),
  listFindingScans: async () => scopedPage(scans),
  getFinding: async () => detail,
};

const FINDINGS_OF_ENTITY = { address: '/?view=findings' };

describe('findings of a service', () => {
  it('lists them worst first, with where, until when and who looked', async () => {
    renderScorecard(<EntityScorecards />, answers, FINDINGS_OF_ENTITY);
    const list = await screen.findByRole('region', {
      name: 'Security findings, worst first',
    });
    expect(list).toHaveTextContent('Critical, CVSS 10');
    expect(list).toHaveTextContent('CVE-2021-44228, seen by Trivy and Grype');
    expect(list).toHaveTextContent('log4j-core 2.14.1');
    expect(list).toHaveTextContent('2.17.1');
    expect(list).toHaveTextContent('8 Nov 2026Overdue');
    expect(await screen.findByRole('radio', { name: 'High 3' })).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'The last scan by each scanner' }),
    ).toHaveTextContent('payments-ci');
  });

  it('asks for what the address filters by', async () => {
    const listFindings = jest.fn(async () => findings([]));
    renderScorecard(
      <EntityScorecards />,
      { ...answers, listFindings },
      {
        address:
          '/?view=findings&severity=high&kind=secret&state=fixed&scanner=Trivy&overdue=true&text=key',
      },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show all open findings' }),
    );
    expect(listFindings).toHaveBeenCalledWith(
      expect.objectContaining({
        entityRef: [SERVICE],
        severity: ['high'],
        kind: ['secret'],
        state: ['fixed'],
        tool: 'Trivy',
        overdue: 'true',
        text: 'key',
        limit: 50,
      }),
    );
    expect(await screen.findByText('No open findings')).toBeVisible();
  });

  it('does not take a service for safe that no scanner looked at', async () => {
    renderScorecard(
      <EntityScorecards />,
      { ...answers, listFindingScans: async () => scopedPage([]) },
      FINDINGS_OF_ENTITY,
    );
    expect(await screen.findByText('Not scanned yet')).toBeVisible();
    expect(screen.queryByText('No open findings')).toBeNull();
  });

  it('lets an owner suppress one with a reason', async () => {
    const suppressFinding = jest.fn(async () => suppressed);
    renderScorecard(
      <EntityScorecards />,
      { ...answers, suppressFinding },
      { ...FINDINGS_OF_ENTITY, entityName: 'suppressing' },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: finding.title }),
    );
    expect(
      await screen.findByRole('region', { name: 'Reports by scanner' }),
    ).toHaveTextContent('4f1c2d9');
    await userEvent.click(screen.getByRole('button', { name: 'Suppress' }));
    await userEvent.click(screen.getByRole('button', { name: 'Suppress' }));
    expect(screen.getByText(/Enter a reason/)).toBeVisible();
    await userEvent.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      'Lookups are switched off',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Suppress' }));
    await waitFor(() =>
      expect(suppressFinding).toHaveBeenCalledWith(finding.id, {
        reason: 'Lookups are switched off',
        days: 30,
      }),
    );
  });

  it('says why one is suppressed, and ends it', async () => {
    const endSuppression = jest.fn(async () => detail);
    renderScorecard(
      <EntityScorecards />,
      { ...answers, endSuppression, getFinding: async () => suppressed },
      { address: `/?view=findings&finding=${finding.id}` },
    );
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(/Lookups are/)).toHaveTextContent(
      'Suppressed until 20 Dec 2026 by priya: Lookups are switched off',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'End suppression' }),
    );
    await waitFor(() =>
      expect(endSuppression).toHaveBeenCalledWith(finding.id),
    );
  });
});

it('ends a suppression once, and stays until that is done', async () => {
  const answer = Promise.withResolvers<FindingDetail>();
  const endSuppression = jest.fn(() => answer.promise);
  renderScorecard(
    <EntityScorecards />,
    { ...answers, endSuppression, getFinding: async () => suppressed },
    { address: `/?view=findings&finding=${finding.id}` },
  );
  const end = await screen.findByRole('button', { name: 'End suppression' });
  await userEvent.dblClick(end);
  // Below the other one, in the corner.
  const [, close] = screen.getAllByRole('button', { name: 'Close' });
  expect(close).toBeDisabled();
  await userEvent.keyboard('{Escape}');
  expect(screen.getByRole('dialog')).toBeVisible();
  answer.resolve(detail);
  await waitFor(() => expect(close).toBeEnabled());
  // What was read before still says that it is suppressed.
  await userEvent.click(end);
  expect(endSuppression).toHaveBeenCalledTimes(1);
});

it('ends a suppression that was begun after another had ended', async () => {
  let now = suppressed;
  const endSuppression = jest.fn(async () => (now = detail));
  renderScorecard(
    <EntityScorecards />,
    {
      ...answers,
      endSuppression,
      suppressFinding: async () => (now = suppressed),
      getFinding: async () => now,
    },
    { address: `/?view=findings&finding=${finding.id}` },
  );
  const press = async (name: string) =>
    userEvent.click(await screen.findByRole('button', { name }));
  await press('End suppression');
  await press('Suppress');
  await userEvent.type(
    await screen.findByRole('textbox', { name: /Reason/ }),
    'Lookups are switched off',
  );
  await press('Suppress');
  await press('End suppression');
  await waitFor(() => expect(endSuppression).toHaveBeenCalledTimes(2));
});

it('says who may suppress a finding to those who may not', async () => {
  const entityRef = 'component:default/of-others';
  renderScorecard(
    <ScorecardsPage />,
    { ...answers, getFinding: async () => ({ ...detail, entityRef }) },
    { address: `/findings?finding=${finding.id}`, isAllowed: false },
  );
  expect(
    await screen.findByText('Only owners of the service can suppress it.'),
  ).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Suppress' })).toBeNull();
});

it('refuses nothing before it is known what the reader may do', async () => {
  const entityRef = 'component:default/undecided';
  renderScorecard(
    <ScorecardsPage />,
    { ...answers, getFinding: async () => ({ ...detail, entityRef }) },
    { address: `/findings?finding=${finding.id}`, isRightPending: true },
  );
  expect(
    await screen.findByRole('region', { name: 'Reports by scanner' }),
  ).toBeVisible();
  expect(screen.queryByText(/Only owners of the service/)).toBeNull();
  expect(screen.queryByRole('button', { name: 'Suppress' })).toBeNull();
});

describe('findings of all services', () => {
  it('offers every scanner that looked, also where its findings are not shown', async () => {
    const listFindings = jest.fn(async () => findings([finding]));
    const listFindingTools = jest.fn(async () =>
      scopedPage(['Grype', 'Semgrep', 'Trivy']),
    );
    renderScorecard(
      <ScorecardsPage />,
      { listFindings, listFindingTools },
      { address: `/findings?owner=${TEAM}&scanner=Trivy&severity=high` },
    );
    await screen.findByRole('link', { name: 'payment-service' });
    await userEvent.click(screen.getByRole('button', { name: /Scanner/ }));
    const offered = await screen.findAllByRole('option');
    expect(offered.map(({ textContent }) => textContent)).toEqual([
      'Any scanner',
      'Grype',
      'Semgrep',
      'Trivy',
    ]);
    expect(listFindingTools).toHaveBeenCalledWith({
      entityRef: undefined,
      ownerRef: TEAM,
      systemRef: undefined,
    });
    await userEvent.click(screen.getByRole('option', { name: 'Semgrep' }));
    await waitFor(() =>
      expect(listFindings).toHaveBeenLastCalledWith(
        expect.objectContaining({ tool: 'Semgrep', severity: ['high'] }),
      ),
    );
  });

  it('asks for those of an owner and a system, and names the service', async () => {
    const listFindings = jest.fn(async () => findings([finding]));
    renderScorecard(
      <ScorecardsPage />,
      { listFindings },
      { address: `/findings?owner=${TEAM}&system=system:default/billing` },
    );
    expect(
      await screen.findByRole('link', { name: 'payment-service' }),
    ).toHaveAttribute('href', '/catalog/default/component/payment-service');
    expect(listFindings).toHaveBeenCalledWith(
      expect.objectContaining({
        entityRef: undefined,
        ownerRef: TEAM,
        systemRef: 'system:default/billing',
        state: ['open'],
      }),
    );
  });

  it('finds who uses a package by its name and version', async () => {
    const listComponents = jest.fn(async () =>
      page([
        {
          entityRef: SERVICE,
          ownerRefs: [TEAM],
          purl: 'pkg:maven/org.apache.logging.log4j/log4j-core',
          name: 'log4j-core',
          version: '2.14.1',
          dependency: 'direct' as const,
          since: '2026-10-01T09:00:00.000Z',
          tool: 'syft',
          category: '',
        },
      ]),
    );
    renderScorecard(
      <ScorecardsPage />,
      { listComponents },
      { address: '/findings?view=packages' },
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Package' }),
      'log4j-core',
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: /Version/ }),
      '2.14.*',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Search' }));
    const users = await screen.findByRole('region', {
      name: 'Services that use the package',
    });
    expect(users).toHaveTextContent('payment-serviceteam-payments');
    expect(users).toHaveTextContent('2.14.1Direct1 Oct 2026');
    expect(listComponents).toHaveBeenLastCalledWith(
      expect.objectContaining({ name: 'log4j-core', version: '2.14.*' }),
    );
  });
});
