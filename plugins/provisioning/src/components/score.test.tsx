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
            type: 'postgres',
            class: 'default',
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

  it('says what has the name of a need', async () => {
    const [dev] = score.environments;
    const [ready] = dev.needs;
    renderProvisioning(<ScoreSection entityRef={entityRef} mayRequest />, {
      getScore: async () => ({
        ...score,
        environments: [
          {
            ...dev,
            needs: [
              {
                ...ready,
                status: 'name-taken',
                resource: ready.resource && {
                  ...ready.resource,
                  type: 'mysql',
                },
              },
            ],
          },
        ],
      }),
    });
    expect(
      await screen.findByRole('list', { name: 'What it needs in Development' }),
    ).toHaveTextContent('Name takenledgeris of type mysql, class default');
  });

  it('shows what applying would change, and applies what was seen', async () => {
    const place = { cluster: 'acme-staging', namespace: 'billing-dev' };
    const [{ environment: dev }, { environment: production }] =
      score.environments;
    const preview = {
      environment: production,
      place,
      images: [],
      missing: ['db'],
      secrets: [{ name: 'ledger-1', keys: ['password'] }],
      problems: [],
      objects: [
        {
          kind: 'Deployment',
          name: 'payment-service',
          action: 'change' as const,
          changes: [
            {
              path: 'spec.template.spec.containers[app].image',
              before: 'payments:1',
              after: 'payments:2',
            },
          ],
          conflicts: [],
        },
      ],
      canApply: true,
      planHash: 'seen',
    };
    const previewApply = jest.fn(async () => preview);
    const applyScore = jest.fn(async () => ({}));
    renderProvisioning(<ScoreSection entityRef={entityRef} mayRequest />, {
      getScore: async () => score,
      getScoreDeployments: async () => ({
        mayApply: true,
        items: [
          {
            environment: dev,
            place,
            workload: {
              kind: 'Deployment',
              name: 'payment-service',
              state: 'running' as const,
              message: '1 of 1 pods are ready',
              images: [{ container: 'app', image: 'payments:2' }],
            },
          },
          { environment: production, place },
        ],
      }),
      previewApply,
      applyScore,
    });
    expect(await screen.findByText('Running')).toBeVisible();
    expect(screen.getByText('Not applied yet')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Promote to Production' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByRole('region', {
        name: 'Fields of Deployment payment-service',
      }),
    ).toHaveTextContent(
      'spec.template.spec.containers[app].imagepayments:1payments:2',
    );
    expect(within(dialog).getByText('Missing there: db')).toBeVisible();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Promote' }),
    );
    const input = { environment: 'production', promoteFrom: 'dev' };
    expect(previewApply).toHaveBeenCalledWith(entityRef, input);
    expect(applyScore).toHaveBeenCalledWith(entityRef, {
      ...input,
      planHash: 'seen',
    });
  });

  it('applies nothing where somebody else keeps a field', async () => {
    const [{ environment }] = score.environments;
    const place = { cluster: 'acme-staging', namespace: 'billing-dev' };
    renderProvisioning(<ScoreSection entityRef={entityRef} mayRequest />, {
      getScore: async () => score,
      getScoreDeployments: async () => ({
        mayApply: true,
        items: [{ environment, place }],
      }),
      previewApply: async () => ({
        environment,
        place,
        images: [],
        missing: [],
        secrets: [],
        problems: [],
        objects: [
          {
            kind: 'Service',
            name: 'payment-service',
            action: 'change',
            changes: [],
            conflicts: [{ manager: 'argocd-controller', field: 'spec.ports' }],
          },
        ],
        canApply: false,
        planHash: 'seen',
      }),
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Apply' }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'argocd-controller: spec.ports',
    );
    expect(
      within(dialog).getByRole('button', { name: 'Apply' }),
    ).toBeDisabled();
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
