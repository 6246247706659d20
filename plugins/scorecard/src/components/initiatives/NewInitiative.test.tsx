import { screen } from '@testing-library/react';
import { renderScorecard } from '../../__testUtils__/renderScorecard';
import { sampleDetails } from '../../__testUtils__/samples';
import { useScorecards } from '../../hooks/useScorecards';
import { NewInitiative } from './NewInitiative';

const REFUSAL = 'You cannot start an initiative';

const answers = { getScorecard: async () => sampleDetails };

/** Says when the scorecards have arrived, which the page does not show by itself. */
function ScorecardNames() {
  return <p>{useScorecards().data?.items.map(({ name }) => name)}</p>;
}

const page = (
  <>
    <NewInitiative />
    <ScorecardNames />
  </>
);

it('refuses nobody before it is known what they may do', async () => {
  renderScorecard(page, answers, { isRightPending: true });
  expect(await screen.findByText('readiness')).toBeVisible();
  expect(screen.getByRole('status', { name: 'Loading' })).toBeVisible();
  expect(screen.queryByText(REFUSAL)).toBeNull();
});

it('begins with the scorecard of who may, and refuses who may not', async () => {
  renderScorecard(page, answers);
  expect(
    await screen.findByRole('button', { name: /Production readiness/ }),
  ).toBeVisible();
  expect(screen.queryByText(REFUSAL)).toBeNull();
  renderScorecard(page, answers, { isAllowed: false });
  expect(await screen.findByText(REFUSAL)).toBeVisible();
});
