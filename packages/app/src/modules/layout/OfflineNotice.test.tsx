import { useQuery } from '@tanstack/react-query';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  screen,
  waitFor,
  waitForElementToBeRemoved,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { OfflineNotice } from './OfflineNotice';

const lost = new TypeError('Failed to fetch');
const read = jest.fn<Promise<string>, []>();
const ask = jest.fn<Promise<unknown>, []>();

function Page() {
  const { data, error, refetch } = useQuery({
    queryKey: ['page'],
    queryFn: read,
  });
  return (
    <>
      <p>{data ?? (error ? 'no data' : 'loading')}</p>
      <button onClick={() => void refetch()}>Read</button>
    </>
  );
}

const render = () =>
  renderInTestApp(
    <TestQueryProvider>
      <OfflineNotice />
      <Page />
    </TestQueryProvider>,
  );

beforeEach(() => {
  jest.useFakeTimers({ advanceTimers: true });
  global.fetch = ask as unknown as typeof fetch;
});

afterEach(() => {
  jest.useRealTimers();
  jest.resetAllMocks();
});

it.each([
  ['does not answer', async () => Promise.reject(lost)],
  ['is answered for by a proxy', async () => ({ ok: false })],
])(
  'says that the portal %s, and reads again once it does',
  async (_, answer) => {
    read.mockResolvedValueOnce('first');
    read.mockRejectedValueOnce(lost);
    read.mockResolvedValue('second');
    ask.mockImplementationOnce(answer);
    ask.mockResolvedValue({ ok: true });
    render();
    await screen.findByText('first');
    await userEvent.click(screen.getByRole('button', { name: 'Read' }));
    await screen.findByText(/Atrium does not answer/);
    expect(screen.getByText('first')).toBeVisible();

    jest.advanceTimersByTime(5_000);
    await waitForElementToBeRemoved(() =>
      screen.queryByText(/Atrium does not answer/),
    );
    expect(await screen.findByText('second')).toBeVisible();
  },
);

it('says nothing of one request that fails while the portal answers', async () => {
  read.mockRejectedValue(lost);
  ask.mockResolvedValue({ ok: true });
  render();
  await screen.findByText('no data');
  await waitFor(() => expect(ask).toHaveBeenCalledTimes(1));
  // It is not read again and again: nothing has come back.
  await jest.advanceTimersByTimeAsync(20_000);
  expect(read).toHaveBeenCalledTimes(1);
  expect(screen.queryByText(/Atrium does not answer/)).not.toBeInTheDocument();
});
