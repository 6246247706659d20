import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { page, renderScorecard } from '../__testUtils__/renderScorecard';
import { FactBrowser } from './FactBrowser';

const fact = (name: string, title: string) => ({
  name,
  title,
  description: `${title}, as it is measured.`,
  type: 'integer' as const,
  knownCount: 37,
  staleCount: 0,
});

const provider = { freshnessMs: 86_400_000, kinds: ['component'] };

const getFacts = async () => ({
  ...page([
    {
      ...provider,
      id: 'slo',
      title: 'SLOs',
      description: 'What was promised.',
      entityCount: 42,
      facts: [fact('slo.count', 'SLOs'), fact('slo.breached', 'Missed SLOs')],
    },
    {
      ...provider,
      id: 'docs',
      title: 'Documentation',
      description: 'What was built.',
      entityCount: 42,
      failure: {
        message: 'The builder is down',
        since: '2026-11-09T12:00:00.000Z',
      },
      facts: [fact('docs.pages', 'Pages')],
    },
  ]),
  functions: [],
});

describe('FactBrowser', () => {
  it('finds a fact with its type, and how much of it is known', async () => {
    renderScorecard(<FactBrowser />, { getFacts });
    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Find a fact' }),
      'MISSED',
    );
    expect(screen.getByText('facts.slo.breached')).toBeVisible();
    expect(screen.getByText('integer')).toBeVisible();
    expect(screen.getByText('Known for 37 of 42.')).toBeVisible();
    expect(screen.queryByText('facts.slo.count')).not.toBeInTheDocument();
    expect(screen.queryByText('facts.docs.pages')).not.toBeInTheDocument();
  });

  it('exports all facts', async () => {
    const readCsv = jest.fn(() => Promise.reject(new Error('Try again later')));
    renderScorecard(<FactBrowser />, { getFacts, readCsv });
    expect(await screen.findByText('3 facts')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Export CSV' }));
    await screen.findByRole('alert');
    expect(readCsv).toHaveBeenCalledWith('facts', {});
  });

  it('says which provider fails, and why', async () => {
    renderScorecard(<FactBrowser />, { getFacts });
    await userEvent.click(await screen.findByText('Documentation'));
    expect(screen.getByText(/The builder is down/)).toBeVisible();
  });
});
