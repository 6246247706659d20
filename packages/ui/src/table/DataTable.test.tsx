import { useState } from 'react';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type DataColumn, DataTable } from './DataTable';
import type { TableSort } from './sortItems';

interface Release {
  version: string;
  runs: number;
}

const RELEASES: Release[] = [
  { version: 'v9', runs: 10 },
  { version: 'v10', runs: 9 },
  { version: 'v2', runs: 100 },
];

const COLUMNS: DataColumn<Release>[] = [
  {
    title: 'Version',
    cell: ({ version }) => version,
    sortBy: ({ version }) => version,
  },
  {
    id: 'runs',
    title: 'Runs',
    isNumber: true,
    cell: ({ runs }) => runs,
    sortBy: ({ runs }) => runs,
  },
  { title: 'Note', cell: () => 'none' },
];

function Releases(props: { limit?: number; step?: number }) {
  const [sort, setSort] = useState<TableSort>();
  return (
    <DataTable
      label="Releases"
      columns={COLUMNS}
      items={RELEASES}
      keyOf={({ version }) => version}
      sort={sort}
      onSort={setSort}
      {...props}
    />
  );
}

function shownVersions(): string[] {
  return screen
    .getAllByRole('row')
    .slice(1)
    .map(row => within(row).getAllByRole('cell')[0].textContent ?? '');
}

describe('DataTable', () => {
  it('sorts numbers by size, texts as people do, and back on a third click', async () => {
    render(<Releases />);
    expect(shownVersions()).toEqual(['v9', 'v10', 'v2']);

    const runs = screen.getByRole('button', { name: 'Runs' });
    await userEvent.click(runs);
    expect(shownVersions()).toEqual(['v10', 'v9', 'v2']);
    expect(screen.getByRole('columnheader', { name: 'Runs' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    await userEvent.click(runs);
    expect(shownVersions()).toEqual(['v2', 'v9', 'v10']);
    await userEvent.click(runs);
    expect(shownVersions()).toEqual(['v9', 'v10', 'v2']);

    await userEvent.click(screen.getByRole('button', { name: 'Version' }));
    expect(shownVersions()).toEqual(['v2', 'v9', 'v10']);
  });

  it('cannot be sorted by a column that has no order, and shows the first', () => {
    render(<Releases limit={2} />);
    expect(screen.queryByRole('button', { name: 'Note' })).toBeNull();
    expect(shownVersions()).toEqual(['v9', 'v10']);
    expect(screen.getByRole('region', { name: 'Releases' })).toHaveAttribute(
      'tabindex',
      '0',
    );
  });

  it('says that there are more, and shows them in steps', async () => {
    render(<Releases step={2} />);
    expect(shownVersions()).toEqual(['v9', 'v10']);
    expect(screen.getByRole('status')).toHaveTextContent('2 of 3 shown');

    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(shownVersions()).toEqual(['v9', 'v10', 'v2']);
    expect(screen.queryByRole('status')).toBeNull();
  });
});
