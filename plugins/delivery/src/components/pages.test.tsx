import type {
  Deployment,
  EnvironmentMatrix,
} from '@atrium/plugin-delivery-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderDelivery } from '../__testUtils__/renderDelivery';
import {
  entityRef,
  sampleDeployment,
  sampleReport,
  sampleRun,
} from '../__testUtils__/sampleDelivery';
import { DeliveryCard } from './DeliveryCard/DeliveryCard';
import { DeliveryContent } from './DeliveryContent/DeliveryContent';
import { DoraSection } from './DoraSection/DoraSection';
import { EntityDora } from './DoraSection/EntityDora';
import { ToolsCard } from './ToolsCard/ToolsCard';

const page = <T,>(items: T[]) => ({ items, totalItems: items.length });

describe('the tab of a component', () => {
  it('says what runs where, and how that differs', async () => {
    renderDelivery(<DeliveryContent />, {
      getEnvironments: async () => ({
        environments: [],
        items: [
          {
            entityRef,
            cells: [
              {
                environment: 'production',
                isRunning: true,
                deployment: sampleDeployment(),
                comparedWith: {
                  environment: 'staging',
                  drift: 'behind',
                  changesBehind: 3,
                },
              },
            ],
          },
        ],
      }),
    });
    const item = await screen.findByRole('listitem');
    expect(item).toHaveTextContent('production4.12.3');
    expect(item).toHaveTextContent('by priya');
    expect(item).toHaveTextContent('3 changes behind staging');
  });

  it('names the services of an environment that has several', async () => {
    const runs = (environment: 'staging' | 'production', service: string) => ({
      environment,
      isRunning: true,
      deployment: sampleDeployment({
        environment,
        tier: environment,
        service,
        version: `${service}-1`,
      }),
    });
    renderDelivery(<DeliveryContent />, {
      getEnvironments: async () => ({
        environments: [],
        items: [
          {
            entityRef,
            cells: [
              runs('staging', 'api'),
              runs('production', 'api'),
              runs('production', 'worker'),
            ],
          },
        ],
      }),
      getDeployments: async () =>
        page([
          sampleDeployment({ id: '2', service: 'worker' }),
          sampleDeployment({ id: '1', service: 'api' }),
        ]),
    });
    const items = await screen.findAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^staging · apiapi-1/),
      expect.stringMatching(/^production · apiapi-1/),
      expect.stringMatching(/^production · workerworker-1/),
    ]);
    await userEvent.click(screen.getByRole('tab', { name: 'Deployments' }));
    const table = await screen.findByRole('region', { name: 'Deployments' });
    expect(
      within(table).getByRole('columnheader', { name: 'Service' }),
    ).toBeVisible();
    expect(within(table).getByText('worker')).toBeVisible();
  });

  it('says what is not shown although it is named, and what to do', async () => {
    renderDelivery(<DeliveryContent />, {
      getRefusedClaims: async () => ({
        repositories: [
          {
            annotation: 'github.com/project-slug',
            repository: 'github.com/acme/ledger',
            origin: 'github.com/acme/payment-service',
            heldBy: ['component:default/ledger'],
          },
        ],
        rivals: [],
        services: [
          { service: 'ledger', wonBy: 'component:default/ledger-service' },
        ],
      }),
    });
    expect(
      await screen.findByText('Runs of github.com/acme/ledger are not shown'),
    ).toBeVisible();
    expect(
      screen.getByText(
        /names github.com\/acme\/ledger, but this component comes from github.com\/acme\/payment-service\. Move its catalog-info.yaml/,
      ),
    ).toBeVisible();
    expect(
      screen.getByText('Events of the service ledger are not shown'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: /ledger-service/ }),
    ).toHaveAttribute('href', '/catalog/default/component/ledger-service');
    expect(screen.getByRole('link', { name: 'ledger' })).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger',
    );
  });

  it('says who claims the repository of the component, in vain', async () => {
    const rival = (name: string, repository = 'github.com/acme/pay') => ({
      entityRef: `component:default/${name}`,
      annotations: ['github.com/project-slug'],
      repository,
    });
    renderDelivery(<DeliveryContent />, {
      getRefusedClaims: async () => ({
        repositories: [],
        services: [],
        rivals: [
          rival('stranger'),
          ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(name =>
            rival(name, 'github.com/acme/lib'),
          ),
        ],
      }),
    });

    expect(
      await screen.findByText('Other components claim github.com/acme/pay'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'stranger' })).toHaveAttribute(
      'href',
      '/catalog/default/component/stranger',
    );
    expect(
      screen.getByText(
        /claims it with github.com\/project-slug. The claim does/,
      ),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'e' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'f' })).not.toBeInTheDocument();
    expect(screen.getByText(/and 2 more claim it/)).toBeVisible();
  });

  it('lists runs, opens one and starts it again', async () => {
    const rerun = jest.fn(async () => {});
    renderDelivery(<DeliveryContent />, {
      getRuns: async () => page([sampleRun()]),
      getRun: async () => ({
        ...sampleRun(),
        canRerun: true,
        tasks: [
          {
            id: 'task-1',
            taskRunId: '1',
            task: 'integration tests',
            status: 'finished',
            outcome: 'failure',
          },
        ],
      }),
      rerun,
    });
    const table = await screen.findByRole('region', { name: 'Pipeline runs' });
    expect(table).toHaveTextContent('Failed');
    expect(table).toHaveTextContent('main 4f1c2d3');
    expect(table).toHaveTextContent('4 min 5 s');
    expect(within(table).getByRole('link', { name: /Open/ })).toHaveAttribute(
      'href',
      'https://ci.acme.example/118',
    );
    await userEvent.click(
      within(table).getByRole('button', { name: /Steps of build/ }),
    );
    expect(await screen.findByText('integration tests')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Run again' }));
    expect(rerun).toHaveBeenCalledWith('run-1');
    expect(await screen.findByText('New run requested')).toBeVisible();
  });

  it('teaches how to send events when there is nothing', async () => {
    renderDelivery(<DeliveryContent />, {});
    expect(await screen.findByText('No runs yet')).toBeVisible();
    expect(await screen.findByText('No deployments yet')).toBeVisible();
    await userEvent.click(screen.getByRole('tab', { name: 'Changes' }));
    expect(await screen.findByText(/change\.merged/)).toBeVisible();
    await userEvent.click(screen.getByRole('tab', { name: 'Incidents' }));
    expect(await screen.findByText(/incident\.detected/)).toBeVisible();
  });

  it('never links to anything but a web page', async () => {
    renderDelivery(<DeliveryContent />, {
      // eslint-disable-next-line no-script-url
      getRuns: async () => page([sampleRun({ url: 'javascript:alert(1)' })]),
    });
    const table = await screen.findByRole('region', { name: 'Pipeline runs' });
    expect(within(table).queryByRole('link')).not.toBeInTheDocument();
  });
});

const inProduction = (...deployments: Deployment[]): EnvironmentMatrix => ({
  environments: [{ name: 'production', tier: 'production' }],
  items: [
    {
      entityRef,
      cells: deployments.map(deployment => ({
        environment: deployment.environment,
        isRunning: deployment.kind !== 'removed',
        deployment,
      })),
    },
  ],
});

it('the card says what ran last, what is live and what is wrong', async () => {
  renderDelivery(<DeliveryCard />, {
    getRuns: async () => page([sampleRun({ outcome: 'success' })]),
    getEnvironments: async () =>
      inProduction(
        sampleDeployment({
          environment: 'staging',
          tier: 'staging',
          version: '4.13.0',
          at: '2026-11-25T10:00:00Z',
        }),
        sampleDeployment({ environment: 'prod-eu', version: '4.12.2' }),
        sampleDeployment({ at: '2026-11-25T09:30:00Z' }),
      ),
    getIncidents: async () =>
      page([
        {
          id: 'i',
          incidentId: 'INC-7',
          source: 's',
          tier: 'production' as const,
          description: 'Payments time out',
          updatedAt: '2026-11-25T10:00:00Z',
        },
      ]),
  });
  expect(await screen.findByText('Passed')).toBeVisible();
  expect(await screen.findByText('4.12.3')).toBeVisible();
  expect(await screen.findByText('Payments time out')).toBeVisible();
  expect(screen.queryByText(/4\.12\.2|4\.13\.0/)).not.toBeInTheDocument();
});

it('the card names each of several services that are live', async () => {
  renderDelivery(<DeliveryCard />, {
    getEnvironments: async () =>
      inProduction(
        sampleDeployment({ service: 'api', version: '2.0.0' }),
        sampleDeployment({ service: 'worker', version: '7.1.0' }),
      ),
  });
  expect(await screen.findByText('api 2.0.0')).toBeVisible();
  expect(screen.getByText('worker 7.1.0')).toBeVisible();
});

describe('the metrics', () => {
  it('come with sample, band, definition and what was left out', async () => {
    renderDelivery(<DoraSection entityRef={entityRef} />, {
      getDora: async () => sampleReport,
    });
    const lead = await screen.findByRole('group', {
      name: 'Lead time for changes',
    });
    expect(lead).toHaveTextContent('1 d 2 h');
    expect(lead).toHaveTextContent('p90 2 d 2 h · 14 changes');
    expect(lead).toHaveTextContent(
      'Between one day and one week (band 3 of 6)',
    );
    expect(
      screen.getAllByText('2 changes: not in production yet')[0],
    ).toBeInTheDocument();
    expect(
      screen.getByRole('group', { name: 'Deployment frequency' }),
    ).toHaveTextContent('3.5 a week');
  });

  it('are not measured rather than zero', async () => {
    renderDelivery(<DoraSection entityRef={entityRef} />, {
      getDora: async () => sampleReport,
    });
    const restore = await screen.findByRole('group', {
      name: 'Time to restore',
    });
    expect(restore).toHaveTextContent('Not measured');
    expect(restore).toHaveTextContent('No failures in this period');
  });
});

it('a team or system shows the metrics of itself', async () => {
  const getDora = jest.fn(async () => sampleReport);
  renderDelivery(<EntityDora />, { getDora });
  expect(
    await screen.findByRole('group', { name: 'Change failure rate' }),
  ).toHaveTextContent('12.5%');
  expect(getDora).toHaveBeenCalledWith(expect.objectContaining({ entityRef }));
});

it('the tools card leaves out what the component cannot fill in', async () => {
  renderDelivery(<ToolsCard />, {});
  expect(await screen.findByRole('link', { name: /Logs/ })).toHaveAttribute(
    'href',
    'https://logs.example/payment-service',
  );
  expect(screen.queryByText('On call')).not.toBeInTheDocument();
});
