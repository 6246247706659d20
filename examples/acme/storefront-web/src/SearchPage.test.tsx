import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SearchPage } from './SearchPage';

function renderAt(path: string, answer: unknown) {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => Response.json(answer)),
  );
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter initialEntries={[path]}>
        <SearchPage />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

describe('SearchPage', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('links every hit to its product and says how many there are', async () => {
    renderAt('/search?q=raincoat&category=outerwear', {
      totalItems: 1,
      facets: [],
      items: [
        {
          productId: 'prd_8Kx2',
          slug: 'harbour-raincoat',
          name: 'Harbour raincoat',
          imageUrl: 'https://images.acme.example/prd_8Kx2/320.webp',
          price: { amount: '89.00', currency: 'EUR' },
        },
      ],
    });
    const link = await screen.findByRole('link', { name: 'Harbour raincoat' });
    expect(link.getAttribute('href')).toBe('/products/harbour-raincoat');
    expect(screen.getByRole('status').textContent).toBe('Products found: 1');
    expect(fetch).toHaveBeenCalledWith(
      '/api/search/v1/products?q=raincoat&limit=24&category=outerwear',
      expect.anything(),
    );
  });

  it('helps when nothing was found', async () => {
    renderAt('/search?q=rainkoat', { totalItems: 0, facets: [], items: [] });
    expect(
      await screen.findByText('Nothing found for “rainkoat”'),
    ).toBeTruthy();
  });
});
