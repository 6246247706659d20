import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Proposal } from '@atrium/common';
import type { BudgetDraft } from '@atrium/plugin-cost-common';
import { refusal, renderCost } from '../../__testUtils__/renderCost';
import { sampleSummary, SERVICE } from '../../__testUtils__/samples';
import type { CostApi } from '../../api/CostApi';
import { EntityCost } from '../entity/EntityCost';

const draft: BudgetDraft = {
  entityRef: SERVICE,
  written: 'EUR 1400',
  isRead: true,
  currencies: ['EUR', 'USD'],
  alertPercents: { actual: [50, 80, 100], forecast: [100] },
  file: {
    path: 'catalog-info.yaml',
    url: 'https://git.acme.example/acme/payment-service/src/branch/main/catalog-info.yaml',
    base: 'sha-1',
  },
  repositoryUrl: 'https://git.acme.example/acme/payment-service',
  branch: 'main',
  handover: 'commit',
};

const committed: Proposal = {
  handover: 'commit',
  url: 'https://git.acme.example/acme/payment-service/commit/c0ffee1234',
  commit: 'c0ffee1234',
  fileUrl: draft.file.url,
  at: '2026-11-28T08:00:00Z',
};

async function openDialog(
  answers: Partial<CostApi>,
  options: Parameters<typeof renderCost>[2] = {},
) {
  renderCost(
    <EntityCost />,
    { getBudgetDraft: async () => draft, ...answers },
    options,
  );
  await userEvent.click(
    await screen.findByRole('button', { name: /^Change budget: / }),
  );
  const dialog = await screen.findByRole('dialog', {
    name: /^Monthly budget: /,
  });
  return {
    dialog,
    amount: await within(dialog).findByRole('textbox', {
      name: 'Amount per month',
    }),
  };
}

describe('the budget of an entity', () => {
  it('is changed by a commit, and says when the portal has read it', async () => {
    const proposeBudget = jest.fn(async () => committed);
    const { amount, dialog } = await openDialog({ proposeBudget });
    expect(amount).toHaveValue('1400');
    expect(dialog).toHaveTextContent(
      'Owners are notified once a month when spending reaches 50%, 80% and 100%, and when the forecast reaches 100%.',
    );
    expect(dialog).toHaveTextContent(
      'It will be committed to the branch main of acme/payment-service in your name.',
    );
    await userEvent.clear(amount);
    await userEvent.type(amount, '1650,50');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Commit to main' }),
    );
    await waitFor(() =>
      expect(proposeBudget).toHaveBeenCalledWith({
        entityRef: SERVICE,
        base: 'sha-1',
        budget: { amount: '1650.50', currency: 'EUR' },
      }),
    );
    const done = await screen.findByRole('dialog', {
      name: 'The change is in the repository',
    });
    expect(within(done).getByRole('link', { name: /c0ffee1/ })).toHaveAttribute(
      'href',
      committed.url,
    );
    expect(
      await within(done).findByText(/Cost is compared with it from now on/),
    ).toBeVisible();
  });

  it('is set by owners also where nothing is charged yet', async () => {
    const proposeBudget = jest.fn(async () => committed);
    renderCost(
      <EntityCost />,
      {
        getSummary: async () =>
          sampleSummary({ isMeasured: false, budget: undefined }),
        getBudgetDraft: async () => ({ ...draft, written: undefined }),
        proposeBudget,
      },
      { entityName: 'not-charged' },
    );
    expect(
      await screen.findByText('Nothing is charged to not-charged yet'),
    ).toBeVisible();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Set budget: not-charged' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      await within(dialog).findByRole('textbox', { name: 'Amount per month' }),
      '400',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Commit to main' }),
    );
    await waitFor(() =>
      expect(proposeBudget).toHaveBeenCalledWith({
        entityRef: 'component:default/not-charged',
        base: 'sha-1',
        budget: { amount: '400', currency: 'EUR' },
      }),
    );
  });

  it.each([
    [undefined, 'Its owners can set one here'],
    [sampleSummary().budget, 'Annotation of payment-service'],
  ])(
    'is not offered to others where nothing is charged',
    async (budget, words) => {
      renderCost(
        <EntityCost />,
        {
          getSummary: async () => sampleSummary({ isMeasured: false, budget }),
        },
        {
          entityName: 'of-others',
          ownerRefs: [],
          refused: ['cost.budget.propose'],
        },
      );
      expect(
        await screen.findByRole('group', { name: 'Budget' }),
      ).toHaveTextContent(words);
      expect(screen.queryByRole('button')).toBeNull();
    },
  );

  it('says what is wrong with an amount once its field is left', async () => {
    const proposeBudget = jest.fn(async () => committed);
    const { amount, dialog } = await openDialog({ proposeBudget });
    const problem = /^Enter an amount above zero/;
    await userEvent.clear(amount);
    await userEvent.type(amount, '1,250');
    expect(within(dialog).queryByText(problem)).toBeNull();
    await userEvent.tab();
    expect(await within(dialog).findByText(problem)).toBeVisible();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Commit to main' }),
    );
    expect(proposeBudget).not.toHaveBeenCalled();
  });

  it('is taken away by a pull request', async () => {
    const proposeBudget = jest.fn(
      async (): Promise<Proposal> => ({
        ...committed,
        handover: 'pull-request',
      }),
    );
    const { dialog } = await openDialog({
      proposeBudget,
      getBudgetDraft: async () => ({ ...draft, handover: 'pull-request' }),
    });
    await userEvent.click(
      within(dialog).getByRole('checkbox', { name: 'Remove the budget' }),
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Open a pull request' }),
    );
    await waitFor(() =>
      expect(proposeBudget).toHaveBeenCalledWith({
        entityRef: SERVICE,
        base: 'sha-1',
        budget: null,
      }),
    );
    expect(
      await screen.findByText(/The portal reads it once it is merged/),
    ).toBeVisible();
  });

  it('says what to do after somebody else changed the file', async () => {
    const { dialog } = await openDialog({
      proposeBudget: async () => {
        throw await refusal(409, 'The file has changed');
      },
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Commit to main' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Somebody else changed the file in the meantime.',
    );
  });

  it('is not offered where the repository takes nothing from the reader', async () => {
    const { dialog } = await openDialog({
      getBudgetDraft: async () => ({ ...draft, isRefused: true }),
    });
    expect(within(dialog).getByRole('alert')).toHaveTextContent(
      'You cannot write to acme/payment-service',
    );
    expect(
      within(dialog).getByRole('button', { name: 'Commit to main' }),
    ).toBeDisabled();
  });
});
