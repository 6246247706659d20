import { useState } from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type PeriodChoice, PeriodPicker } from '..';
import { readPeriodChoice, toPeriod, writePeriodChoice } from './periodChoice';

const now = new Date('2026-11-25T17:30:00Z');

describe('a chosen period', () => {
  it.each<[PeriodChoice, string, string]>([
    [{ days: 1 }, '2026-11-25', '2026-11-26'],
    [{ days: 30 }, '2026-10-27', '2026-11-26'],
    [{ from: '2026-02-01', to: '2026-02-28' }, '2026-02-01', '2026-03-01'],
    [{ from: '2026-02-01', to: '2026-02-01' }, '2026-02-01', '2026-02-02'],
  ])('%j is whole days', (choice, from, to) => {
    expect(toPeriod(choice, now)).toEqual({
      from: `${from}T00:00:00.000Z`,
      to: `${to}T00:00:00.000Z`,
    });
  });

  it.each<[string, PeriodChoice | undefined]>([
    ['days=30', { days: 30 }],
    ['from=2026-02-01&to=2026-02-28', { from: '2026-02-01', to: '2026-02-28' }],
    ['days=0', undefined],
    ['days=1e9', undefined],
    ['from=2026-02-01', undefined],
    ['from=2026-02-28&to=2026-02-01', undefined],
    ['from=2026-02-01&to=2026-02-31', undefined],
    ['from=yesterday&to=2026-02-28', undefined],
  ])('%s is read from an address', (params, choice) => {
    expect(readPeriodChoice(new URLSearchParams(params))).toEqual(choice);
  });

  it('replaces the one before in an address, and nothing else', () => {
    const params = new URLSearchParams('owner=a&days=30');
    expect(
      String(
        writePeriodChoice(params, { from: '2026-02-01', to: '2026-02-28' }),
      ),
    ).toBe('owner=a&from=2026-02-01&to=2026-02-28');
  });
});

it('offers the last days, and two days that begin as those before', async () => {
  jest.useFakeTimers({ now, advanceTimers: true });
  const chosen: PeriodChoice[] = [];
  function Page() {
    const [value, setValue] = useState<PeriodChoice>({ days: 30 });
    return (
      <PeriodPicker
        value={value}
        onChange={next => {
          chosen.push(next);
          setValue(next);
        }}
      />
    );
  }
  render(<Page />);
  await userEvent.click(screen.getByRole('button', { name: /Period/ }));
  await userEvent.click(screen.getByRole('option', { name: 'From … to …' }));
  expect(
    screen.getByRole('group', { name: 'First and last day' }),
  ).toBeInTheDocument();
  await userEvent.click(
    screen.getByRole('button', { name: /^Period|Period$/ }),
  );
  await userEvent.click(screen.getByRole('option', { name: 'Last 7 days' }));
  expect(chosen).toEqual([
    { from: '2026-10-27', to: '2026-11-25' },
    { days: 7 },
  ]);
  jest.useRealTimers();
});
