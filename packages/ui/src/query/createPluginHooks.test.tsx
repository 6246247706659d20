import type { ReactNode } from 'react';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { Page } from '@atrium/common';
import { createApiRef } from '@backstage/frontend-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { createPluginHooks, QueryProvider } from '..';

interface NotesApi {
  list(owner: string): Promise<string[]>;
  listPage(cursor?: string): Promise<Page<string>>;
  add(text: string): Promise<{ id: number }>;
}

const notesApiRef = createApiRef<NotesApi>().with({
  id: 'plugin.notes.client',
  pluginId: 'notes',
});

const { usePluginQuery, usePluginPages, usePluginMutation } = createPluginHooks(
  { pluginId: 'notes', apiRef: notesApiRef, refreshMs: 60_000 },
);

const api = {
  list: jest.fn(async (owner: string) => [`of ${owner}`]),
  listPage: jest.fn(async (cursor?: string) => ({
    items: [cursor ?? 'first'],
    totalItems: 2,
    nextCursor: cursor ? undefined : 'second',
  })),
  add: jest.fn(async (_text: string) => ({ id: 1 })),
};

function wrapper({ children }: { children: ReactNode }) {
  return (
    <TestApiProvider apis={[[notesApiRef, api]]}>
      <QueryProvider>{children}</QueryProvider>
    </TestApiProvider>
  );
}

beforeEach(() => jest.clearAllMocks());
afterEach(() => jest.useRealTimers());

describe('usePluginQuery', () => {
  const useNotes = (owner: string) =>
    usePluginQuery(['list', owner], client => client.list(owner));

  it('keeps the answer before until the next one is there', async () => {
    const { result, rerender } = renderHook(({ owner }) => useNotes(owner), {
      wrapper,
      initialProps: { owner: 'a' },
    });
    expect(result.current.data).toBeUndefined();
    await waitFor(() => expect(result.current.data).toEqual(['of a']));
    rerender({ owner: 'b' });
    expect(result.current.data).toEqual(['of a']);
    await waitFor(() => expect(result.current.data).toEqual(['of b']));
  });

  it('reads anew by time', async () => {
    jest.useFakeTimers();
    renderHook(() => useNotes('a'), { wrapper });
    await act(() => jest.advanceTimersByTimeAsync(59_000));
    expect(api.list).toHaveBeenCalledTimes(1);
    await act(() => jest.advanceTimersByTimeAsync(2_000));
    expect(api.list).toHaveBeenCalledTimes(2);
  });

  it('aborts what nobody waits for, if the api takes the context', async () => {
    let signal: AbortSignal | undefined;
    const { unmount } = renderHook(
      () =>
        usePluginQuery(['slow'], (_client, context) => {
          signal = context.signal;
          return new Promise<string>(() => {});
        }),
      { wrapper },
    );
    await waitFor(() => expect(signal?.aborted).toBe(false));
    unmount();
    expect(signal?.aborted).toBe(true);
  });
});

it('reads a list page after page', async () => {
  const { result } = renderHook(
    () =>
      usePluginPages(['pages'], (client, cursor) => client.listPage(cursor)),
    { wrapper },
  );
  await waitFor(() =>
    expect(result.current.data).toEqual({ items: ['first'], totalItems: 2 }),
  );
  expect(result.current.hasNextPage).toBe(true);
  await act(() => result.current.fetchNextPage());
  await waitFor(() =>
    expect(result.current.data?.items).toEqual(['first', 'second']),
  );
  expect(result.current.hasNextPage).toBe(false);
});

describe('usePluginMutation', () => {
  function useAll(invalidates?: string[] | false) {
    usePluginQuery(['list', 'a'], client => client.list('a'));
    usePluginQuery(['list', 'b'], client => client.list('b'));
    usePluginQuery(['chart'], client => client.list('chart'), {
      ignoresChanges: true,
    });
    return usePluginMutation((client, text: string) => client.add(text), {
      invalidates,
    });
  }

  async function readAfter(invalidates?: string[] | false) {
    const { result } = renderHook(() => useAll(invalidates), { wrapper });
    await waitFor(() => expect(api.list).toHaveBeenCalledTimes(3));
    api.list.mockClear();
    await act(() => result.current.mutateAsync('text'));
    await waitFor(() => expect(result.current.data).toEqual({ id: 1 }));
    expect(api.add).toHaveBeenCalledWith('text');
    return api.list.mock.calls.flat();
  }

  it('has everything read anew but what ignores changes', async () => {
    expect(await readAfter()).toEqual(['a', 'b']);
  });

  it('has only what begins with a key read anew', async () => {
    expect(await readAfter(['list', 'b'])).toEqual(['b']);
  });

  it('has nothing read anew where nothing changes', async () => {
    expect(await readAfter(false)).toEqual([]);
  });
});
