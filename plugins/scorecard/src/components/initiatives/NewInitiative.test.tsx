import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderScorecard } from '../../__testUtils__/renderScorecard';
import { sampleDetails, sampleInitiative } from '../../__testUtils__/samples';
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

/** Whether the browser asks before the page is closed. */
function isGuarded(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

it('asks before what was typed is lost, not after it was saved', async () => {
  jest.useFakeTimers({
    now: new Date('2026-11-28T12:00:00Z'),
    advanceTimers: true,
  });
  const createInitiative = jest.fn(async () => sampleInitiative);
  renderScorecard(page, { ...answers, createInitiative });
  const title = await screen.findByRole('textbox', { name: 'Title' });
  await userEvent.click(screen.getByRole('button', { name: 'Start' }));
  expect(isGuarded()).toBe(false);
  await userEvent.type(title, 'Owners');
  expect(isGuarded()).toBe(true);
  await userEvent.clear(title);
  expect(isGuarded()).toBe(false);

  await userEvent.type(title, 'Owners');
  await userEvent.click(screen.getByRole('button', { name: /Checks/ }));
  await userEvent.click(
    await screen.findByRole('option', { name: 'Has a CODEOWNERS file' }),
  );
  await userEvent.keyboard('{Escape}');
  const [month] = within(
    screen.getByRole('group', { name: 'Due' }),
  ).getAllByRole('spinbutton');
  await userEvent.click(month);
  await userEvent.keyboard('12112026');
  await userEvent.click(screen.getByRole('button', { name: 'Start' }));
  await waitFor(() => expect(createInitiative).toHaveBeenCalledTimes(1));
  await waitFor(() => expect(isGuarded()).toBe(false));
  jest.useRealTimers();
});
