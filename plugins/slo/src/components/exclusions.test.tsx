import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderSlo } from '../__testUtils__/renderSlo';
import {
  entityRef,
  sampleExclusion,
  sampleSlo,
} from '../__testUtils__/sampleSlos';
import { ExclusionSection } from './Exclusions/ExclusionSection';

const availability = sampleSlo({
  id: 'a1',
  name: 'payments-availability',
  displayName: 'Payments succeed',
});
const latency = sampleSlo({
  id: 'l1',
  name: 'payments-latency',
  displayName: undefined,
});

const section = (
  <ExclusionSection entityRef={entityRef} slos={[availability, latency]} />
);

it('shows who took which time out, and offers nothing to others', async () => {
  renderSlo(
    <ExclusionSection
      entityRef="component:default/of-others"
      slos={[availability]}
    />,
    {
      listExclusions: async () => ({
        items: [
          sampleExclusion(),
          sampleExclusion({
            id: 'exclusion-2',
            kind: 'exclusion',
            sloName: 'payments-availability',
            deletedBy: 'user:default/jonas',
            deletedAt: '2026-11-22T10:00:00Z',
          }),
          sampleExclusion({ id: 'exclusion-3', sloName: 'gone' }),
        ],
        totalItems: 3,
      }),
    },
  );
  const table = await screen.findByRole('region', {
    name: 'Exclusions, newest first',
  });
  const [, planned, removed, ofGone] = within(table).getAllByRole('row');
  expect(planned).toHaveTextContent('2 hAll SLOsPlanned maintenance');
  expect(planned).toHaveTextContent('New database version');
  expect(removed).toHaveTextContent('Counts again since');
  expect(
    within(removed).getByRole('link', { name: 'Payments succeed' }),
  ).toHaveAttribute(
    'href',
    '/catalog/default/component/payment-service/slos?slo=a1',
  );
  expect(ofGone).toHaveTextContent('gonePlanned maintenance');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

it('takes a time out, once all is said', async () => {
  const createExclusion = jest.fn(async () => sampleExclusion());
  renderSlo(section, { createExclusion }, { isOwner: true });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Add exclusion' }),
  );
  const dialog = await screen.findByRole('dialog');
  // Day and month by the language of the browser, which tests have American.
  const typeTime = async (name: string, time: string) => {
    const [month] = within(
      within(dialog).getByRole('group', { name }),
    ).getAllByRole('spinbutton');
    await userEvent.click(month);
    await userEvent.keyboard(time);
  };
  const send = within(dialog).getByRole('button', { name: 'Exclude' });
  await userEvent.click(send);
  expect(within(dialog).getByText('Choose a start time')).toBeVisible();
  expect(
    within(dialog).getByText('Enter a reason of at least three characters'),
  ).toBeVisible();

  await typeTime('From', '112820260200AM');
  await typeTime('To', '112820260100AM');
  await userEvent.type(
    within(dialog).getByLabelText('Reason'),
    'New database version',
  );
  await userEvent.click(send);
  expect(
    within(dialog).getByText('The end must be after the start'),
  ).toBeVisible();
  expect(createExclusion).not.toHaveBeenCalled();

  await typeTime('To', '112820260400AM');
  await userEvent.click(send);
  expect(createExclusion).toHaveBeenCalledWith({
    entityRef,
    sloName: undefined,
    kind: 'maintenance',
    from: new Date(2026, 10, 28, 2).toISOString(),
    to: new Date(2026, 10, 28, 4).toISOString(),
    reason: 'New database version',
  });
});

it('lets a time count again', async () => {
  const deleteExclusion = jest.fn(async () => sampleExclusion());
  renderSlo(
    section,
    {
      listExclusions: async () => ({
        items: [sampleExclusion()],
        totalItems: 1,
      }),
      deleteExclusion,
    },
    { isOwner: true },
  );
  await userEvent.click(
    await screen.findByRole('button', { name: 'Remove exclusion' }),
  );
  expect(deleteExclusion).toHaveBeenCalledWith('exclusion-1');
});
