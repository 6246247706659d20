import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  type CreateCostProposal,
  parseCostAllocation,
} from '@atrium/plugin-cost-common';
import { renderCost } from '../__testUtils__/renderCost';
import {
  sampleAllocation,
  sampleDraft,
  sampleDryRun,
} from '../__testUtils__/samples';
import { CostPages } from '../components/CostPages';

const suggestion = {
  name: 'analytics',
  match: { resourceName: 'analytics-*' },
  to: { entity: 'component:default/analytics' },
};

const address = `/allocation/edit?${new URLSearchParams({
  rule: JSON.stringify(suggestion),
})}`;

const answers = () => ({
  getProposalDraft: async () => sampleDraft,
  checkProposal: async () => ({ own: [], earlier: [] }),
  dryRunRules: jest.fn(async () => sampleDryRun),
  getAllocation: async () => ({
    ...sampleAllocation,
    publishedAt: '2026-11-28T12:00:01.000Z',
  }),
  propose: jest.fn(async (_proposal: CreateCostProposal) => ({
    handover: 'commit' as const,
    url: 'https://git.example.com/c/1',
    commit: 'abcdef0123',
    fileUrl: 'https://git.example.com/f',
    at: '2026-11-28T12:00:00.000Z',
  })),
});

it('begins with the suggested rule, says what would move, and hands it over', async () => {
  const api = answers();
  renderCost(<CostPages />, api, { address });
  expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue(
    'analytics',
  );
  expect(screen.getByRole('textbox', { name: 'Resource name is' })).toHaveValue(
    'analytics-*',
  );
  await userEvent.click(screen.getByRole('tab', { name: 'Dry run' }));
  const dryRun = await screen.findByRole('region', { name: 'Dry run' });
  await waitFor(() =>
    expect(dryRun).toHaveTextContent(
      '€450.00 of €4,000 from 1 Nov to 26 Nov 2026 would move. The total stays the same.',
    ),
  );
  expect(dryRun).toHaveTextContent(
    'Unallocated: €600.00 before, €150.00 after.',
  );
  const rowOf = (name: RegExp) => within(dryRun).getByRole('row', { name });
  expect(rowOf(/^No owner/)).toHaveTextContent('No owner€50.00€0.00−€50.00');
  expect(rowOf(/^Pool/)).toHaveTextContent('Pool Cluster€0.00€450.00+€450.00');
  expect(rowOf(/Payments/)).toHaveTextContent(
    'Payments€600.00€1,050.00+€450.00',
  );

  await userEvent.click(
    screen.getByRole('button', { name: 'Review the change' }),
  );
  const dialog = await screen.findByRole('dialog');
  await waitFor(() => expect(dialog).toHaveTextContent('€450.00 of €4,000'));
  await userEvent.click(within(dialog).getByRole('button', { name: /Commit/ }));
  await waitFor(() => expect(api.propose).toHaveBeenCalled());
  const [[proposal]] = api.propose.mock.calls;
  expect(proposal.path).toBe('cost-allocation.yaml');
  // At the end of the rules, with all that was written before as it was.
  expect(proposal.content).toContain('- name: by-service-tag # the usual way');
  expect(proposal.content.indexOf('analytics')).toBeGreaterThan(
    proposal.content.indexOf('by-service-tag'),
  );
  expect(
    await screen.findByText('The change is in the repository'),
  ).toBeVisible();
});

it('writes what the form says into the file', async () => {
  const api = answers();
  renderCost(<CostPages />, api, { address });
  const name = await screen.findByRole('textbox', { name: 'Name' });
  await userEvent.clear(name);
  await userEvent.type(name, 'warehouse');
  expect(
    screen.getByText(/warehouse/, { selector: '.cm-line *, .cm-line' }),
  ).toBeVisible();
  await userEvent.click(
    screen.getByRole('button', { name: 'Add a condition' }),
  );
  await userEvent.type(
    screen.getByRole('textbox', { name: 'Name of tag' }),
    'team',
  );
  expect(screen.getByRole('textbox', { name: 'Tag is' })).toBeVisible();
});

it('keeps a condition whose name another one has while it is typed', async () => {
  const api = answers();
  const rule = JSON.stringify({
    ...suggestion,
    match: { tags: { env: 'prod' } },
  });
  renderCost(<CostPages />, api, {
    address: `/allocation/edit?${new URLSearchParams({ rule })}`,
  });
  const add = await screen.findByRole('button', { name: 'Add a condition' });
  await userEvent.click(add);
  const names = () => screen.getAllByRole('textbox', { name: 'Name of tag' });
  const values = () => screen.getAllByRole('textbox', { name: 'Tag is' });
  await userEvent.type(names()[1], 'env');
  expect(
    screen.getByText('There is a condition of this name already'),
  ).toBeVisible();
  await userEvent.type(names()[1], 'ironment');
  expect(screen.queryByText(/of this name already/)).toBeNull();
  await userEvent.type(values()[1], 'live');
  // One after the other, while none has a name yet.
  await userEvent.click(add);
  await userEvent.click(add);
  expect(names()).toHaveLength(4);
  for (const place of [3, 2]) {
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Remove the condition Tag' })[
        place
      ],
    );
  }

  await userEvent.click(
    screen.getByRole('button', { name: 'Review the change' }),
  );
  await userEvent.click(
    within(await screen.findByRole('dialog')).getByRole('button', {
      name: /Commit/,
    }),
  );
  await waitFor(() => expect(api.propose).toHaveBeenCalled());
  const [[{ content }]] = api.propose.mock.calls;
  const { rules } = parseCostAllocation(content, '').allocation?.definition
    .spec ?? { rules: [] };
  expect(rules.at(-1)?.match).toEqual({
    tags: { env: 'prod', environment: 'live' },
  });
});

it('takes a list as it is typed, commas and all', async () => {
  const api = answers();
  renderCost(<CostPages />, api, { address });
  const values = await screen.findByRole('textbox', {
    name: 'Resource name is',
  });
  await userEvent.clear(values);
  await userEvent.type(values, 'analytics-*, dwh-*');
  expect(values).toHaveValue('analytics-*, dwh-*');
  await userEvent.click(
    screen.getByRole('button', { name: 'Review the change' }),
  );
  await userEvent.click(
    within(await screen.findByRole('dialog')).getByRole('button', {
      name: /Commit/,
    }),
  );
  await waitFor(() => expect(api.propose).toHaveBeenCalled());
  const [[{ content }]] = api.propose.mock.calls;
  const { rules } = parseCostAllocation(content, '').allocation?.definition
    .spec ?? { rules: [] };
  expect(rules.at(-1)?.match).toEqual({
    resourceName: ['analytics-*', 'dwh-*'],
  });
});

it('writes a pool by its fields', async () => {
  const api = answers();
  renderCost(<CostPages />, api, { address });
  await userEvent.click(await screen.findByRole('tab', { name: 'Pool' }));
  const title = await screen.findByRole('textbox', { name: 'Title' });
  await userEvent.type(title, 'Shared cluster');
  await userEvent.click(
    screen.getByRole('button', { name: 'Review the change' }),
  );
  await userEvent.click(
    within(await screen.findByRole('dialog')).getByRole('button', {
      name: /Commit/,
    }),
  );
  await waitFor(() => expect(api.propose).toHaveBeenCalled());
  const [[{ content }]] = api.propose.mock.calls;
  expect(content).toContain(
    '  pools:\n    - name: cluster\n      title: "Shared cluster"\n',
  );
});

it('lets nobody write rules who may not', async () => {
  renderCost(<CostPages />, answers(), {
    address,
    refused: ['cost.allocation.propose'],
  });
  expect(
    await screen.findByText('Only owners of the file can edit the rules'),
  ).toBeVisible();
});
