import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Outlet, Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PrivacyPage } from './PrivacyPage';
import { session } from './UserApi';

const fetchMock = vi.spyOn(session, 'fetch');

function renderPage() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter>
        <Routes>
          <Route element={<Outlet context={{ userId: 'usr_01J8Z3K5Q7' }} />}>
            <Route index element={<PrivacyPage />} />
          </Route>
        </Routes>
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

describe('PrivacyPage', () => {
  beforeEach(() => {
    fetchMock.mockReset();
    fetchMock.mockResolvedValueOnce(
      Response.json({ items: [{ purpose: 'analytics', isGranted: false }] }),
    );
  });

  it('stores a decision before it shows it', async () => {
    fetchMock.mockResolvedValueOnce(
      Response.json({ purpose: 'analytics', isGranted: true }),
    );
    renderPage();
    const box = await screen.findByRole('checkbox', {
      name: /Improve the shop/,
    });
    await userEvent.click(box);
    await vi.waitFor(() =>
      expect((box as HTMLInputElement).checked).toBe(true),
    );
    expect(fetchMock).toHaveBeenLastCalledWith(
      'user-service',
      '/api/user/v1/users/usr_01J8Z3K5Q7/consents/analytics',
      expect.objectContaining({ method: 'PUT' }),
    );
  });

  it('leaves the box as it was when storing fails', async () => {
    fetchMock.mockResolvedValueOnce(
      Response.json({ title: 'Unavailable' }, { status: 503 }),
    );
    renderPage();
    const box = await screen.findByRole('checkbox');
    await userEvent.click(box);
    expect(await screen.findByText('Your choice was not saved')).toBeTruthy();
    expect((box as HTMLInputElement).checked).toBe(false);
  });
});
