import { render, screen } from '@testing-library/react';
import { LevelBadge, NumberTile, scorecardHint, StatusBadge } from '..';

it('names a state in words', () => {
  render(<StatusBadge status="bad">Failed</StatusBadge>);
  expect(screen.getByText('Failed')).toBeVisible();
});

it('shows a figure with its name', () => {
  render(
    <NumberTile label="Lead time" value="3.2" unit="h" detail="p50 of 14" />,
  );
  const tile = screen.getByRole('group', { name: 'Lead time' });
  expect(tile).toHaveTextContent('3.2 h');
  expect(tile).toHaveTextContent('p50 of 14');
});

it('never shows a figure that was not measured as zero', () => {
  render(<NumberTile label="Lead time" value={undefined} />);
  expect(screen.getByRole('group')).toHaveTextContent('Not measured');
});

it('says of which scorecard levels are', () => {
  const of = (scorecardTitle: string) => ({ level: { scorecardTitle } });
  expect(scorecardHint([of('Readiness'), {}, of('Readiness')])).toBe(
    'Readiness',
  );
  expect(scorecardHint([of('Readiness'), of('Security')])).toBeUndefined();
  expect(scorecardHint([{}])).toBeUndefined();
  render(<LevelBadge title="Gold" scorecard="Readiness" />);
  expect(screen.getByText('Readiness')).toBeVisible();
});
