import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { type SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { QueryProvider, useEntitySignals } from '..';

const read = jest.fn(async () => 'answer');
const subscribers = new Map<string, (message: never) => void>();
const signals: SignalApi = {
  subscribe(channel, onMessage) {
    subscribers.set(channel, onMessage);
    return { unsubscribe: () => subscribers.delete(channel) };
  },
};

function send(message: object) {
  act(() => subscribers.get('slo')?.(message as never));
}

async function settle() {
  await act(() => jest.advanceTimersByTimeAsync(300));
}

async function renderPage(entityRef?: string, hasSignals = true) {
  const page = renderHook(
    () => {
      useQuery({ queryKey: ['slo', 'list'], queryFn: read });
      useEntitySignals({ channel: 'slo', queryKey: ['slo'], entityRef });
    },
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <QueryProvider>
          {hasSignals ? (
            <TestApiProvider apis={[[signalApiRef, signals]]}>
              {children}
            </TestApiProvider>
          ) : (
            <TestApiProvider apis={[]}>{children}</TestApiProvider>
          )}
        </QueryProvider>
      ),
    },
  );
  await settle();
  read.mockClear();
  return page;
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('useEntitySignals', () => {
  it('reads anew once after a burst, and no more once the page is left', async () => {
    const { unmount } = await renderPage();
    send({ entityRefs: ['component:default/a'] });
    send({});
    expect(read).not.toHaveBeenCalled();
    await settle();
    expect(read).toHaveBeenCalledTimes(1);
    send({});
    unmount();
    await settle();
    expect(read).toHaveBeenCalledTimes(1);
    expect(subscribers.size).toBe(0);
  });

  it('takes only what concerns the entity', async () => {
    await renderPage('component:default/a');
    send({ entityRefs: ['component:default/b'] });
    await settle();
    expect(read).not.toHaveBeenCalled();
    send({ entityRefs: ['component:default/b', 'component:default/a'] });
    await settle();
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('does nothing in a portal without signals', async () => {
    await renderPage(undefined, false);
    expect(subscribers.size).toBe(0);
  });
});
