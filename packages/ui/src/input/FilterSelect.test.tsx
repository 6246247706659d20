import { useState } from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FilterSelect } from '..';

const options = [
  { value: 'group:default/a', label: 'Team A' },
  { value: 'group:default/b', label: 'Team B' },
];

const chosen: (string | undefined)[] = [];

interface PageProps {
  owner?: string;
  choices?: typeof options;
}

function Page({ owner, choices = options }: PageProps) {
  const [value, setValue] = useState(owner);
  return (
    <FilterSelect
      label="Owner"
      anyLabel="Any owner"
      options={choices}
      value={value}
      onChange={next => {
        chosen.push(next);
        setValue(next);
      }}
    />
  );
}

const field = () => screen.getByRole('button', { name: /Owner/ });

async function choose(name: string) {
  await userEvent.click(field());
  await userEvent.click(screen.getByRole('option', { name }));
}

it('narrows to one value, or to none', async () => {
  render(<Page />);
  expect(field()).toHaveTextContent('Any owner');
  await choose('Team B');
  expect(field()).toHaveTextContent('Team B');
  await choose('Any owner');
  expect(chosen).toEqual(['group:default/b', undefined]);
});

it('keeps a value that is no option any more to be seen', async () => {
  render(<Page owner="group:default/gone" />);
  expect(field()).toHaveTextContent('group:default/gone');
});

it('can be searched when it is long', async () => {
  const teams = Array.from({ length: 9 }, (_, index) => ({
    value: `group:default/${index}`,
    label: `Team ${index}`,
  }));
  render(<Page choices={teams} />);
  await userEvent.click(field());
  await userEvent.type(screen.getByRole('searchbox', { name: 'Search' }), '7');
  expect(screen.getByRole('option', { name: 'Team 7' })).toBeInTheDocument();
  expect(
    screen.queryByRole('option', { name: 'Team 6' }),
  ).not.toBeInTheDocument();
});
