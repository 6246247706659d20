import type { ReactNode } from 'react';
import { act, renderHook, waitFor } from '@testing-library/react';
import { fetchApiRef } from '@backstage/frontend-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { QueryProvider, useOwnerRefs, useReadOwnerRefs } from '..';

const fetch = jest.fn();

function wrapper({ children }: { children: ReactNode }) {
  return (
    <TestApiProvider apis={[[fetchApiRef, { fetch }]]}>
      <QueryProvider>{children}</QueryProvider>
    </TestApiProvider>
  );
}

const useBoth = () => ({ query: useOwnerRefs(), read: useReadOwnerRefs() });

beforeEach(() => fetch.mockReset());

// A manager is a member of the department only; its teams own everything.
const manager = [
  'user:default/omar',
  'group:default/finance',
  'group:default/team-payments',
  'group:default/team-ledger',
];

describe('useOwnerRefs', () => {
  it('asks the backend once for all that say "mine"', async () => {
    fetch.mockResolvedValue(Response.json({ ownerRefs: manager }));
    const { result } = renderHook(useBoth, { wrapper });
    await waitFor(() => expect(result.current.query.data).toEqual(manager));
    await act(async () => {
      await expect(result.current.read()).resolves.toEqual(manager);
    });
    expect(fetch.mock.calls).toEqual([
      ['plugin://catalog/owner-refs', undefined],
    ]);
  });

  it('does not take a failure for owning nothing', async () => {
    fetch.mockImplementation(async () => Response.json({}, { status: 403 }));
    const { result } = renderHook(useBoth, { wrapper });
    await waitFor(() => expect(result.current.query.error).toBeTruthy());
    await act(async () => {
      await expect(result.current.read()).rejects.toMatchObject({
        statusCode: 403,
      });
    });
  });
});
