import { screen } from '@testing-library/react';
import { renderWorkloads } from '../__testUtils__/renderWorkloads';
import { sampleAnswer, sampleWorkload } from '../__testUtils__/sampleWorkloads';
import { RuntimeCard } from './RuntimeCard/RuntimeCard';
import { RuntimeContent } from './RuntimeContent/RuntimeContent';

describe.each([
  ['card', <RuntimeCard key="card" />],
  ['tab', <RuntimeContent key="tab" />],
])('claims on the %s', (_, element) => {
  it('says that others claim what belongs to the component', async () => {
    renderWorkloads(element, {
      getEntityWorkloads: async () =>
        sampleAnswer({
          conflicts: {
            holders: [],
            lostWorkloads: 0,
            rivals: ['component:default/stranger'],
          },
        }),
    });

    expect(
      await screen.findByText('Other components claim these workloads'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'stranger' })).toBeVisible();
  });

  it('says whose the workloads are that it does not show', async () => {
    renderWorkloads(element, {
      getEntityWorkloads: async () =>
        sampleAnswer({
          items: [],
          conflicts: {
            holders: ['component:default/ledger'],
            lostWorkloads: 2,
            rivals: [],
          },
        }),
    });

    expect(await screen.findByText('2 workloads are not shown')).toBeVisible();
    expect(screen.getByRole('link', { name: 'ledger' })).toBeVisible();
  });

  it('says what is not confirmed, and offers no restart of it', async () => {
    renderWorkloads(
      element,
      {
        getEntityWorkloads: async () =>
          sampleAnswer({
            items: [
              sampleWorkload({ isConfirmed: false, canBeRestarted: false }),
            ],
          }),
      },
      { isOwner: true },
    );

    expect(
      await screen.findByText('1 workload is not confirmed'),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /^Restart/ }),
    ).not.toBeInTheDocument();
  });
});
