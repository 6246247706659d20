import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderSlo } from '../__testUtils__/renderSlo';
import { entityRef, sampleExclusion } from '../__testUtils__/sampleSlos';
import { ExclusionSection } from './Exclusions/ExclusionSection';

const section = (
  <ExclusionSection
    entityRef={entityRef}
    sloNames={['payments-availability', 'payments-latency']}
  />
);

it('shows who took which time out, and offers nothing to others', async () => {
  renderSlo(
    <ExclusionSection
      entityRef="component:default/of-others"
      sloNames={['payments-availability']}
    />,
    {
      listExclusions: async () => ({
        items: [
          sampleExclusion(),
          sampleExclusion({
            id: 'exclusion-2',
            kind: 'exclusion',
            deletedBy: 'user:default/jonas',
            deletedAt: '2026-11-22T10:00:00Z',
          }),
        ],
        totalItems: 2,
      }),
    },
  );
  const table = await screen.findByRole('region', {
    name: 'Exclusions, newest first',
  });
  const [, planned, removed] = within(table).getAllByRole('row');
  expect(planned).toHaveTextContent('2 hAll SLOsPlanned maintenance');
  expect(planned).toHaveTextContent('New database version');
  expect(removed).toHaveTextContent('Counts again since');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

it('takes a time out, once all is said', async () => {
  const createExclusion = jest.fn(async () => sampleExclusion());
  renderSlo(section, { createExclusion }, { isOwner: true });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Add exclusion' }),
  );
  const dialog = await screen.findByRole('dialog');
  const send = within(dialog).getByRole('button', { name: 'Exclude' });
  await userEvent.click(send);
  expect(within(dialog).getByText('Choose when it begins')).toBeVisible();
  expect(
    within(dialog).getByText('Say why, in three letters at least'),
  ).toBeVisible();

  fireEvent.change(within(dialog).getByLabelText(/From/), {
    target: { value: '2026-11-28T02:00' },
  });
  fireEvent.change(within(dialog).getByLabelText(/To/), {
    target: { value: '2026-11-28T01:00' },
  });
  await userEvent.type(
    within(dialog).getByLabelText('Reason'),
    'New database version',
  );
  await userEvent.click(send);
  expect(
    within(dialog).getByText('It has to end after it begins'),
  ).toBeVisible();
  expect(createExclusion).not.toHaveBeenCalled();

  fireEvent.change(within(dialog).getByLabelText(/To/), {
    target: { value: '2026-11-28T04:00' },
  });
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
