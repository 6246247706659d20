import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { App } from './App';

const config = {
  environment: 'staging',
  apiBaseUrl: 'https://api.staging.acme.example/',
  documentationUrl: 'https://portal.acme.example/docs',
};

function answer(body: unknown, status = 200) {
  return new Response(JSON.stringify(body), { status });
}

describe('App', () => {
  const fetchConfig = vi.fn<typeof fetch>();
  vi.stubGlobal('fetch', fetchConfig);

  afterEach(() => {
    cleanup();
    fetchConfig.mockReset();
  });

  it('shows where it runs', async () => {
    fetchConfig.mockResolvedValue(answer(config));
    render(<App />);

    expect(screen.getByRole('status').textContent).toContain('Loading');
    expect(await screen.findByText('staging')).toBeDefined();
    expect(screen.getByText('https://api.staging.acme.example')).toBeDefined();
    expect(screen.getByRole('link').getAttribute('href')).toBe(
      'https://portal.acme.example/docs',
    );
  });

  it('says what went wrong and tries again', async () => {
    fetchConfig.mockResolvedValueOnce(answer({}, 503));
    fetchConfig.mockResolvedValueOnce(answer(config));
    render(<App />);

    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('/config.json answered 503');

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('staging')).toBeDefined();
  });
});
