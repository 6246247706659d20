import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { EmptyState, LoadingState, QueryState } from '..';

const refetch = jest.fn();

function show(query: { data?: string[]; error?: Error }) {
  render(
    <QueryState
      query={{ data: query.data, error: query.error ?? null, refetch }}
      isEmpty={data => data.length === 0}
      empty={<EmptyState title="No run yet" description="Push a commit." />}
    >
      {data => <p>{data.join(', ')}</p>}
    </QueryState>,
  );
}

it('shows the shape of a view to those who see, and says to all that it is loading', () => {
  render(
    <LoadingState>
      <h2>Used by</h2>
    </LoadingState>,
  );
  expect(screen.getByRole('status', { name: 'Loading' })).toBeVisible();
  expect(screen.getByText('Used by')).toBeVisible();
  expect(screen.queryByRole('heading')).not.toBeInTheDocument();
});

describe('QueryState', () => {
  it('says that it is loading', () => {
    show({});
    expect(screen.getByRole('status', { name: 'Loading' })).toBeVisible();
  });

  it('shows the data', () => {
    show({ data: ['one', 'two'] });
    expect(screen.getByText('one, two')).toBeVisible();
  });

  it('teaches when there is none', () => {
    show({ data: [] });
    expect(screen.getByText('No run yet')).toBeVisible();
    expect(screen.getByText('Push a commit.')).toBeVisible();
  });

  it('says what went wrong and tries again', async () => {
    show({ error: new Error('The cluster did not answer') });
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The cluster did not answer',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(refetch).toHaveBeenCalledTimes(1);
  });

  it('says what went wrong while a query tries again by itself, not when somebody does', async () => {
    const toView = (query: { error: Error | null; isFetched: boolean }) => (
      <QueryState query={{ data: undefined, refetch, ...query }}>
        {() => null}
      </QueryState>
    );
    const isLoading = () => screen.queryByRole('status', { name: 'Loading' });
    const error = new Error('The cluster did not answer');
    const { rerender } = render(toView({ error, isFetched: true }));
    rerender(toView({ error: null, isFetched: true }));
    expect(screen.getByRole('alert')).toHaveTextContent('did not answer');

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(isLoading()).toBeVisible();
    const again = new Error('The cluster is gone');
    rerender(toView({ error: again, isFetched: true }));
    rerender(toView({ error: null, isFetched: true }));
    expect(screen.getByRole('alert')).toHaveTextContent('is gone');

    // Something else is asked for.
    rerender(toView({ error: null, isFetched: false }));
    expect(isLoading()).toBeVisible();
  });

  it('keeps the data that it has when a refresh fails', () => {
    show({ data: ['one'], error: new Error('down') });
    expect(screen.getByText('one')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('marks data of what was asked before until the answer is there', () => {
    const toView = (query: { data: string; isPlaceholderData: boolean }) => (
      <QueryState query={{ error: null, refetch, ...query }}>
        {data => <input aria-label={data} />}
      </QueryState>
    );
    const { rerender } = render(
      toView({ data: 'Platform', isPlaceholderData: false }),
    );
    const field = screen.getByLabelText('Platform');
    expect(field.closest('[aria-busy="true"]')).toBeNull();

    rerender(toView({ data: 'Platform', isPlaceholderData: true }));
    expect(field.closest('[aria-busy="true"]')).not.toBeNull();

    rerender(toView({ data: 'Payments', isPlaceholderData: false }));
    // It is the same all the time, so what is in it keeps its focus.
    expect(screen.getByLabelText('Payments')).toBe(field);
    expect(field.closest('[aria-busy="true"]')).toBeNull();
  });

  it.each([403, 404])('offers no other try after a %i', status => {
    const error = Object.assign(new Error('No'), { statusCode: status });
    show({ error });
    expect(screen.getByRole('alert')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('gives the words of the backend where it answered with an error', () => {
    const cause = new Error("No SLO with id 'x'");
    show({ error: new Error('Request failed with 404 Not Found', { cause }) });
    expect(screen.getByRole('alert')).toHaveTextContent("No SLO with id 'x'");
    expect(screen.getByRole('alert')).not.toHaveTextContent('404');
  });

  it('says what to do when the session was not accepted', () => {
    const cause = new Error('Missing credentials');
    const error = new Error('Request failed with 401 Unauthorized', { cause });
    show({ error: Object.assign(error, { statusCode: 401 }) });
    expect(screen.getByRole('alert')).toHaveTextContent('sign in again');
    expect(screen.getByRole('alert')).not.toHaveTextContent('credentials');
  });

  it('says so where somebody may not see it, and offers no second try', () => {
    const cause = new Error('Only Payments can see this; ask #payments');
    const error = new Error('Request failed with 403 Forbidden', { cause });
    show({ error: Object.assign(error, { statusCode: 403 }) });
    expect(screen.getByRole('alert')).toHaveTextContent(
      'You do not have access to thisOnly Payments can see this; ask #payments.',
    );
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says that no answer came, not which request failed', () => {
    show({ error: new TypeError('Failed to fetch: GET http://x/api/slo') });
    expect(screen.getByRole('alert')).toHaveTextContent('did not answer');
    expect(screen.getByRole('alert')).not.toHaveTextContent('GET');
  });
});
