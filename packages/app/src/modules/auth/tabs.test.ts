import { awaitOtherTab, joinTabs } from './tabs';

/** What a browser tells the other tabs when one of them has changed the storage. */
function changeElsewhere(newValue: string | null, key = 'atrium.session') {
  window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
}

function join(onLeave: () => void) {
  const authApi = {
    getBackstageIdentity: jest.fn(),
    getProfile: jest.fn(),
    sessionState$: jest.fn(),
    signIn: jest.fn(),
    signOut: jest.fn(async () => {}),
  };
  return {
    authApi,
    joined: joinTabs('user:default/priya', { authApi, onLeave }),
  };
}

afterEach(() => localStorage.clear());

it.each([
  ['nobody', null],
  ['somebody else', 'user:default/jonas'],
])('leaves once another tab has %s', (_, newValue) => {
  const onLeave = jest.fn();
  join(onLeave);
  changeElsewhere('user:default/priya');
  changeElsewhere('user:default/jonas', 'language');
  expect(onLeave).not.toHaveBeenCalled();
  changeElsewhere(newValue);
  expect(onLeave).toHaveBeenCalledTimes(1);
});

it('tells the other tabs who signed in, and once they have signed out', async () => {
  const { authApi, joined } = join(jest.fn());
  expect(localStorage.getItem('atrium.session')).toBe('user:default/priya');
  authApi.signOut.mockRejectedValueOnce(new Error('The portal is away'));
  await expect(joined.signOut()).rejects.toThrow('The portal is away');
  expect(localStorage.getItem('atrium.session')).toBe('user:default/priya');
  await joined.signOut();
  expect(localStorage.getItem('atrium.session')).toBeNull();
});

it('hears where another tab has signed somebody in, until it stops', () => {
  const onSignedIn = jest.fn();
  const stop = awaitOtherTab(onSignedIn);
  changeElsewhere(null);
  expect(onSignedIn).not.toHaveBeenCalled();
  changeElsewhere('user:default/priya');
  expect(onSignedIn).toHaveBeenCalledTimes(1);
  stop();
  changeElsewhere('user:default/jonas');
  expect(onSignedIn).toHaveBeenCalledTimes(1);
});
