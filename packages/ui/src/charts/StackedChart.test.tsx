import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StackedChart, StepChart } from '..';

const showTable = () =>
  userEvent.click(screen.getByRole('button', { name: 'Show as table' }));

it('says what a stack is made of, and what its colours mean', async () => {
  render(
    <StackedChart
      title="Levels over time"
      parts={[
        { id: 'none', label: 'No level', color: 'gray' },
        { id: 'gold', label: 'Gold', color: 'gold' },
      ]}
      points={[
        { label: '2 Nov', counts: { none: 3, gold: 1 } },
        { label: '9 Nov', counts: { none: 0, gold: 4 } },
        { label: '16 Nov', counts: {} },
      ]}
    />,
  );
  const legend = screen.getByRole('list', { name: 'Legend' });
  expect(within(legend).getByText('Gold')).toBeVisible();
  await showTable();
  const table = screen.getByRole('table', { name: 'Levels over time' });
  expect(
    within(table).getByRole('columnheader', { name: 'Gold' }),
  ).toBeVisible();
  expect(within(table).getByRole('row', { name: '9 Nov 0 4' })).toBeVisible();
  expect(
    within(table).getByRole('row', { name: '16 Nov Unknown Unknown' }),
  ).toBeVisible();
});

it('says on which step something stood, and never guesses one', async () => {
  render(
    <StepChart
      title="Level over time"
      steps={['No level', 'Bronze']}
      unknownLabel="Not rated"
      to="2026-11-28T00:00:00Z"
      points={[
        { at: '2026-11-02T00:00:00Z', step: undefined },
        { at: '2026-11-09T00:00:00Z', step: 1, note: 'Has an owner' },
      ]}
    />,
  );
  await showTable();
  const [before, after] = within(
    screen.getByRole('table', { name: 'Level over time' }),
  ).getAllByRole('row');
  expect(before).toHaveTextContent('Not rated');
  expect(after).toHaveTextContent('Bronze');
  expect(after).toHaveTextContent('Has an owner');
});

it('says in the table what happened, and values as exactly as they are known', async () => {
  render(
    <StackedChart
      title="Cost by day"
      parts={[{ id: 'compute', label: 'Compute', color: 'blue' }]}
      points={[
        { label: '1 Nov', counts: { compute: 0.1 } },
        {
          label: '2 Nov',
          counts: {},
          events: [
            { id: 'd1', shape: 'done', label: '1.4.0 deployed' },
            { id: 'i1', shape: 'trouble', label: 'Incident: slow' },
          ],
        },
      ]}
      eventLegend={{ done: 'Deployed', undone: 'Rolled back' }}
      formatValue={(value, place) =>
        place ? `${place.part.label} of ${place.point.label}` : String(value)
      }
      missing="Not billed yet"
    />,
  );
  const legend = screen.getByRole('list', { name: 'Legend' });
  expect(within(legend).getByText('Deployed')).toBeVisible();
  // Nothing was rolled back, and nobody said what the sign of trouble means.
  expect(within(legend).getAllByRole('listitem')).toHaveLength(2);
  await showTable();
  const [, first, second] = within(
    screen.getByRole('table', { name: 'Cost by day' }),
  ).getAllByRole('row');
  expect(first).toHaveTextContent('1 NovCompute of 1 Nov');
  expect(second).toHaveTextContent(
    '2 NovNot billed yet1.4.0 deployed; Incident: slow',
  );
});
