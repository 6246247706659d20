import { freezeTime } from '@atrium/backend-common/testUtils';
import { mockCredentials } from '@backstage/backend-test-utils';
import { KnownScorecards } from './KnownScorecards';

const options = { credentials: mockCredentials.user() };
const answer = { items: [], totalItems: 0, problems: [] };

function create() {
  const getScorecards = jest.fn(async () => ({
    ...answer,
    hasPublicBadges: false,
  }));
  return { getScorecards, known: new KnownScorecards({ getScorecards }) };
}

beforeEach(() => freezeTime('2026-11-28T12:00:00Z'));
afterEach(() => jest.useRealTimers());

it('asks once a minute, for whoever wants to know', async () => {
  const { getScorecards, known } = create();
  await Promise.all([known.list(options), known.list(options)]);
  freezeTime('2026-11-28T12:01:00Z');
  await known.list(options);
  expect(getScorecards).toHaveBeenCalledTimes(1);

  freezeTime('2026-11-28T12:01:00.001Z');
  await known.list(options);
  expect(getScorecards).toHaveBeenCalledTimes(2);
});

it('asks again after a failure', async () => {
  const { getScorecards, known } = create();
  getScorecards.mockRejectedValueOnce(new Error('no database'));
  await expect(known.list(options)).rejects.toThrow('no database');
  await known.list(options);
  expect(getScorecards).toHaveBeenCalledTimes(2);
});
