import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Score } from '@atrium/plugin-provisioning-common';
import { renderProvisioning } from '../__testUtils__/renderProvisioning';
import { ScoreSection } from './score/ScoreSection';

const entityRef = 'component:default/payment-service';

const need = {
  name: 'db',
  type: 'postgres',
  class: 'default',
  losers: [],
};

const score: Score = {
  source: 'https://git.acme.example/acme/payment-service/score.yaml',
  workload: {
    name: 'payment-service',
    containers: [{ name: 'main', image: 'payments:1', needs: ['db'] }],
    ports: [],
  },
  problems: [],
  environments: [
    {
      environment: { name: 'dev', type: 'development', title: 'Development' },
      needs: [
        {
          ...need,
          status: 'ready',
          resource: {
            id: 'r1',
            catalogRef: 'resource:default/ledger-dev',
            name: 'ledger',
            state: 'ready',
            definition: 'postgres-shared',
            plan: 'small',
          },
        },
      ],
    },
    {
      environment: {
        name: 'production',
        type: 'production',
        title: 'Production',
      },
      needs: [
        {
          ...need,
          status: 'missing',
          definition: { name: 'postgres-shared', title: 'Shared PostgreSQL' },
        },
      ],
    },
  ],
};

describe('what a Score file needs', () => {
  it('compares environments, and provisions what is missing', async () => {
    const provisionMissing = jest.fn(async () => ({
      items: [{ name: 'db', problem: 'The quota of Payments is used up' }],
    }));
    renderProvisioning(<ScoreSection entityRef={entityRef} mayRequest />, {
      getScore: async () => score,
      provisionMissing,
    });
    const table = await screen.findByRole('region', {
      name: 'What it needs, by environment',
    });
    await within(table).findByText('PostgreSQL database, used by main');
    const [, row] = within(table).getAllByRole('row');
    expect(
      within(row)
        .getAllByRole('cell')
        .map(cell => cell.textContent),
    ).toEqual([
      'dbPostgreSQL database, used by main',
      'Thereledger',
      'Missingby Shared PostgreSQL',
    ]);
    expect(
      screen.getByRole('list', { name: 'What it needs in Development' }),
    ).toHaveTextContent('dbPostgreSQL databaseThereledger');
    await userEvent.click(screen.getByRole('radio', { name: 'Production' }));
    expect(
      screen.getByRole('list', { name: 'What it needs in Production' }),
    ).toHaveTextContent('Missing');
    await userEvent.click(
      screen.getByRole('button', { name: 'Provision missing' }),
    );
    expect(provisionMissing).toHaveBeenCalledWith(entityRef, {
      environment: 'production',
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'db: The quota of Payments is used up',
    );
  });

  it('says which line of the file is wrong', async () => {
    renderProvisioning(
      <ScoreSection entityRef={entityRef} mayRequest={false} />,
      {
        getScore: async () => ({
          source: score.source,
          problems: [{ message: 'is not a container', line: 7, column: 3 }],
          environments: [],
        }),
      },
    );
    expect(await screen.findByText('is not a container')).toBeVisible();
    expect(screen.getByText('7:3')).toBeVisible();
  });
});
