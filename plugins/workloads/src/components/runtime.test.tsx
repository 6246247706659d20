import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Workload } from '@atrium/plugin-workloads-common';
import { renderWorkloads } from '../__testUtils__/renderWorkloads';
import {
  sampleAnswer,
  samplePod,
  sampleReading,
  sampleWarning,
  sampleWorkload,
  unreachableStaging,
} from '../__testUtils__/sampleWorkloads';
import { RuntimeCard } from './RuntimeCard/RuntimeCard';
import { RuntimeContent } from './RuntimeContent/RuntimeContent';
import { RuntimeTab } from './RuntimeContent/RuntimeTab';

const staging: Workload = sampleWorkload({
  id: 'acme-staging/billing/Deployment/payment-service',
  cluster: 'acme-staging',
  version: {
    environment: 'staging',
    verdict: 'different',
    reason: 'Delivery says that 4.12.4 was deployed.',
    running: ['4.12.3'],
    deployed: { version: '4.12.4', at: '2026-11-25T09:00:00Z' },
  },
});

describe('the tab of a component', () => {
  it('says per environment how it is and whether it runs what was deployed', async () => {
    renderWorkloads(<RuntimeContent />, {
      getEntityWorkloads: async () =>
        sampleAnswer({
          items: [sampleWorkload(), staging],
          clusters: [
            sampleReading(),
            sampleReading({ cluster: 'acme-staging' }),
          ],
        }),
    });
    const places = within(
      await screen.findByRole('list', { name: 'Environments' }),
    ).getAllByRole('listitem');
    // Staging comes before production.
    expect(places[0]).toHaveTextContent('staging');
    expect(places[0]).toHaveTextContent('Not what was deployed4.12.4');
    expect(places[1]).toHaveTextContent('productionHealthy4.12.3As deployed');
    expect(places[1]).toHaveTextContent('by priya');
    expect(places[1]).toHaveTextContent('1 of 1 pod ready');
    expect(places[1]).toHaveTextContent('Memory at 50% of its limit');
  });

  it('opens what is wrong, with its reason, use and warnings in words', async () => {
    const GIB = 1024 ** 3;
    const memoryBytes = { requested: GIB, limit: 2 * GIB, used: 1.8 * GIB };
    renderWorkloads(<RuntimeContent />, {
      getEntityWorkloads: async () =>
        sampleAnswer({
          items: [
            sampleWorkload({
              health: 'degraded',
              healthReason: '0 of 1 pods are ready.',
              replicas: { desired: 1, ready: 0, updated: 1 },
              resources: {
                isMeasured: true,
                podCount: 4,
                measuredPods: 1,
                cpuCores: {},
                memoryBytes,
                containers: [
                  { name: 'payment-service', cpuCores: {}, memoryBytes },
                ],
              },
              autoscaler: {
                name: 'payment-service',
                min: 1,
                max: 4,
                current: 4,
                desired: 4,
                isAtMax: true,
                metrics: [
                  {
                    name: 'cpu',
                    current: { utilization: 0.92 },
                    target: { utilization: 0.7 },
                  },
                  {
                    name: 'memory',
                    container: 'proxy',
                    target: { quantity: '200Mi' },
                  },
                ],
              },
              pods: [
                samplePod({
                  status: 'CrashLoopBackOff',
                  isReady: false,
                  restarts: 7,
                  lastTermination: {
                    container: 'payment-service',
                    reason: 'OOMKilled',
                    exitCode: 137,
                  },
                }),
              ],
            }),
            staging,
          ],
          warnings: [
            sampleWarning,
            { ...sampleWarning, id: 'other', cluster: 'acme-staging' },
          ],
          runbooks: [
            { url: 'https://runbooks.acme.example/pay', title: 'Runbook' },
          ],
          gitOps: [
            {
              id: 'app',
              cluster: 'acme-hub',
              workloadClusters: ['acme-production'],
              namespace: 'argocd',
              tool: 'argo-cd',
              kind: 'Application',
              name: 'payment-service',
              sync: 'out-of-sync',
              health: 'degraded',
              revision: '0123456789abcdef0123456789abcdef01234567',
              matchedBy: 'label',
            },
            {
              id: 'of-staging',
              cluster: 'acme-production',
              workloadClusters: ['acme-staging'],
              namespace: 'argocd',
              tool: 'argo-cd',
              kind: 'Application',
              name: 'payment-service-staging',
              sync: 'synced',
              health: 'healthy',
              matchedBy: 'resource',
            },
          ],
        }),
    });
    expect(await screen.findByText('0 of 1 pods are ready.')).toBeVisible();
    expect(screen.getByText('90% of the limit')).toBeVisible();
    expect(
      screen.getByText('1.8 GiB used · 1 GiB requested · 2 GiB limit'),
    ).toBeVisible();
    expect(
      screen.getByText(/^Usage, requests and limits of 1 of 4 pods/),
    ).toBeVisible();
    expect(screen.getByText('At its maximum')).toBeVisible();
    expect(screen.getByText('· cpu 92%, target 70%')).toBeVisible();
    expect(
      screen.getByText('· memory of proxy not measured, target 200Mi'),
    ).toBeVisible();
    const pods = screen.getByRole('region', {
      name: 'Pods of payment-service',
    });
    expect(pods).toHaveTextContent('CrashLoopBackOff, not ready');
    expect(pods).toHaveTextContent('7OOMKilled, exit code 137');
    const warnings = screen.getByRole('region', { name: 'Warnings' });
    expect(warnings).toHaveTextContent('A container keeps stopping12 times');
    expect(within(warnings).getAllByRole('heading')).toHaveLength(2);
    expect(within(warnings).getByRole('link')).toHaveAttribute(
      'href',
      'https://runbooks.acme.example/pay',
    );
    const gitOps = screen.getByRole('region', { name: 'GitOps objects' });
    expect(gitOps).toHaveTextContent('Argo CD Application in argocd');
    expect(gitOps).toHaveTextContent('Out of syncDegraded0123456');
    expect(gitOps).not.toHaveTextContent('payment-service-staging');
  });

  it('names the cluster that could not be read, and shows the others', async () => {
    renderWorkloads(<RuntimeContent />, {
      getEntityWorkloads: async () =>
        sampleAnswer({
          clusters: [
            sampleReading({
              status: 'partly-read',
              problems: [
                {
                  kind: 'unreachable',
                  resources: ['metrics'],
                  message: 'There is no answer for metrics.',
                },
              ],
            }),
            unreachableStaging,
          ],
        }),
    });
    const notices = await screen.findByRole('list', {
      name: 'Clusters with problems',
    });
    expect(notices).toHaveTextContent('acme-staging cannot be reached');
    expect(notices).toHaveTextContent(
      'acme-production did not answer: metrics',
    );
    expect(notices).toHaveTextContent('Check the address of the cluster');
    expect(
      screen.getByRole('list', { name: 'Environments' }),
    ).toHaveTextContent('productionHealthy');
  });

  it('does not say that nothing runs when no cluster could be read', async () => {
    renderWorkloads(<RuntimeContent />, {
      getEntityWorkloads: async () =>
        sampleAnswer({ items: [], clusters: [unreachableStaging] }),
    });
    expect(await screen.findByText('What is running is unknown')).toBeVisible();
  });

  it('teaches which label brings workloads when nothing runs', async () => {
    renderWorkloads(<RuntimeContent />, {
      getEntityWorkloads: async () => sampleAnswer({ items: [] }),
    });
    expect(
      await screen.findByText(/their label backstage.io\/kubernetes-id/),
    ).toBeVisible();
  });
});

describe('a restart', () => {
  it('is not offered to those who may not', async () => {
    renderWorkloads(
      <RuntimeContent />,
      { getEntityWorkloads: async () => sampleAnswer() },
      { entityName: 'of-others', isOwner: false },
    );
    await screen.findByRole('region', { name: 'Pods of payment-service' });
    expect(
      screen.queryByRole('button', { name: /Restart/ }),
    ).not.toBeInTheDocument();
  });

  it('says what it does, asks the backend and follows the pods', async () => {
    const restart = jest.fn(async () => ({
      requestedAt: '2026-11-25T10:00:00Z',
    }));
    const newPod = samplePod({
      name: 'payment-service-8c1d-fghij',
      createdAt: '2026-11-25T10:00:01Z',
      isReady: false,
    });
    const pods = [
      [samplePod()],
      // What the backend still had, then both pods, then the new one.
      [samplePod()],
      [samplePod(), newPod],
      [{ ...newPod, isReady: true }],
    ];
    let asked = 0;
    renderWorkloads(
      <RuntimeContent />,
      {
        getEntityWorkloads: async () => {
          const now = pods[Math.min(asked, pods.length - 1)];
          asked += 1;
          return sampleAnswer({ items: [sampleWorkload({ pods: now })] });
        },
        restart,
      },
      { entityName: 'restarted', isOwner: true },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Restart payment-service' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Restart payment-service in production?');
    expect(dialog).toHaveTextContent('it may not answer for a moment');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Restart all pods' }),
    );
    expect(restart).toHaveBeenCalledWith('component:default/restarted', {
      cluster: 'acme-production',
      namespace: 'billing',
      workloadKind: 'Deployment',
      name: 'payment-service',
    });
    expect(
      await screen.findByText('Restarting: 0 of 1 pods replaced'),
    ).toBeVisible();
    expect(
      await screen.findByText(
        'Restarted: the pod has been replaced and the new one is ready',
      ),
    ).toBeVisible();
  });

  it.each([
    [
      'a Deployment is paused',
      { isPaused: true },
      'Paused, so it cannot be restarted as a whole. Resume it first, with kubectl rollout resume or in its manifest.',
    ],
    [
      'pods are replaced OnDelete',
      { isOnDelete: true },
      'Pods are replaced only once they are deleted (update strategy OnDelete), so it cannot be restarted as a whole. Restart its pods one by one.',
    ],
  ])('is offered pod by pod only while %s', async (_, facts, text) => {
    const held = sampleWorkload({ ...facts, canBeRestarted: false });
    renderWorkloads(
      <RuntimeContent />,
      { getEntityWorkloads: async () => sampleAnswer({ items: [held] }) },
      { entityName: Object.keys(facts)[0], isOwner: true },
    );
    expect(await screen.findByText(text)).toBeVisible();
    expect(
      screen
        .getAllByRole('button', { name: /^Restart/ })
        .map(button => button.getAttribute('aria-label')),
    ).toEqual(['Restart payment-service-7d9f-abcde']);
  });

  it('of a pod tells why it was refused', async () => {
    const deletePod = jest.fn(() =>
      Promise.reject(
        Object.assign(new Error('Request failed with 403 Forbidden'), {
          cause: { message: 'The cluster does not let the portal do this' },
        }),
      ),
    );
    renderWorkloads(
      <RuntimeContent />,
      { getEntityWorkloads: async () => sampleAnswer(), deletePod },
      { entityName: 'refused', isOwner: true },
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Restart payment-service-7d9f-abcde',
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Restart this pod' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It was not restarted: The cluster does not let the portal do this',
    );
    expect(deletePod).toHaveBeenCalledWith('component:default/refused', {
      cluster: 'acme-production',
      namespace: 'billing',
      pod: 'payment-service-7d9f-abcde',
    });
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });
});

it('the card has one line per environment, and links to the tab', async () => {
  renderWorkloads(<RuntimeCard />, {
    getEntityWorkloads: async () =>
      sampleAnswer({ clusters: [sampleReading(), unreachableStaging] }),
  });
  expect(await screen.findByText('1 of 1 pod ready')).toBeVisible();
  expect(screen.getByText('4.12.3')).toBeVisible();
  expect(screen.getByText('cannot be reached')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Details' })).toHaveAttribute(
    'href',
    '/catalog/default/component/payment-service/runtime',
  );
});

it('shows what other plugins say of it on the same tab, one at a time', async () => {
  renderWorkloads(
    <RuntimeTab
      views={[
        { id: 'kubernetes', title: 'Logs and manifests', element: <p>Logs</p> },
      ]}
    />,
    { getEntityWorkloads: async () => sampleAnswer() },
  );
  expect(
    await screen.findByRole('list', { name: 'Environments' }),
  ).toBeVisible();
  expect(screen.queryByText('Logs')).not.toBeInTheDocument();
  await userEvent.click(
    screen.getByRole('tab', { name: 'Logs and manifests' }),
  );
  expect(await screen.findByText('Logs')).toBeVisible();
  expect(
    screen.queryByRole('list', { name: 'Environments' }),
  ).not.toBeInTheDocument();
});
