import { useState } from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MultiSelectFilters } from '..';

const filters = [
  {
    key: 'owner',
    label: 'Owner',
    anyLabel: 'Any owner',
    options: [
      { value: 'group:default/a', label: 'Team A' },
      { value: 'group:default/b', label: 'Team B' },
    ],
  },
  { key: 'system', label: 'System', anyLabel: 'Any system', options: [] },
] as const;

type Chosen = Record<'owner' | 'system', string[]>;
let last: Chosen;

function Page({ owner = [], system = [] }: Partial<Chosen>) {
  const [chosen, setChosen] = useState<Chosen>({ owner, system });
  last = chosen;
  return (
    <MultiSelectFilters
      filters={filters}
      chosen={chosen}
      nameOf={value => `${value} (gone)`}
      onChange={change => setChosen({ ...chosen, ...change })}
    />
  );
}

const field = (name: RegExp) => screen.getByRole('button', { name });

it('narrows to any number of values, and lets all through again', async () => {
  render(<Page />);
  expect(screen.queryByText('Clear filters')).not.toBeInTheDocument();
  await userEvent.click(field(/Any owner/));
  await userEvent.click(screen.getByRole('option', { name: 'Team A' }));
  await userEvent.click(screen.getByRole('option', { name: 'Team B' }));
  expect(last).toEqual({
    owner: ['group:default/a', 'group:default/b'],
    system: [],
  });
  await userEvent.keyboard('{Escape}');
  await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(last).toEqual({ owner: [], system: [] });
});

it('keeps a value that is no option any more to be taken away', async () => {
  render(<Page system={['system:default/old']} />);
  await userEvent.click(field(/System/));
  await userEvent.click(
    screen.getByRole('option', { name: 'system:default/old (gone)' }),
  );
  expect(last.system).toEqual([]);
});
