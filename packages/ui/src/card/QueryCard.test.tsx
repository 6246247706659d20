import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { QueryCard } from '..';

function show(
  query: { data?: string[]; error?: Error },
  empty?: string,
): Promise<unknown> | unknown {
  return renderInTestApp(
    <QueryCard
      title="Warnings"
      detailsHref="/all"
      query={{ error: null, data: undefined, refetch: jest.fn(), ...query }}
      isEmpty={items => items.length === 0}
      empty={empty}
    >
      {items => <p>{items.join(', ')}</p>}
    </QueryCard>,
  );
}

describe('QueryCard', () => {
  it('shows what there is, and leads to all of it', async () => {
    await show({ data: ['disk', 'memory'] });
    expect(screen.getByRole('heading', { name: 'Warnings' })).toBeVisible();
    expect(screen.getByText('disk, memory')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Details' })).toHaveAttribute(
      'href',
      '/all',
    );
  });

  it.each([
    ['nothing is known yet', {}],
    ['there is nothing', { data: [] }],
    ['there was nothing before it failed', { data: [], error: new Error() }],
  ])('is not there while %s', async (_what, query) => {
    await show(query);
    expect(screen.queryByText('Warnings')).not.toBeInTheDocument();
  });

  it('says what went wrong', async () => {
    await show({ error: new Error('The cluster did not answer') });
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The cluster did not answer',
    );
  });

  it('is always there where it has something to say about nothing', async () => {
    await show({ data: [] }, 'No warning so far');
    expect(screen.getByText('No warning so far')).toBeVisible();
  });
});
