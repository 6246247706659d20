import type { ToastApi } from '@backstage/frontend-plugin-api';
import { UserSettingsStorage } from '@backstage/plugin-user-settings';
import { sayOnce } from './settingsStorageApi';

it('says once, in words of the portal, that settings could not be read', async () => {
  const errors = { post: jest.fn(), error$: jest.fn() };
  const toasts = { post: jest.fn() };
  const storage = UserSettingsStorage.create({
    discoveryApi: { getBaseUrl: async () => 'http://portal.test/api' },
    errorApi: sayOnce(errors, toasts as Pick<ToastApi, 'post'> as ToastApi),
    fetchApi: { fetch: () => Promise.reject(new TypeError('Failed to fetch')) },
    identityApi: {
      getBackstageIdentity: jest.fn(),
      getCredentials: async () => ({ token: 'token' }),
      getProfileInfo: jest.fn(),
      signOut: jest.fn(),
    },
  });
  const read = (bucket: string) =>
    new Promise(resolve => {
      storage.forBucket(bucket).observe$('items').subscribe(resolve);
    });
  // Stars that cannot be read are as good as none.
  await expect(read('stars')).resolves.toEqual({
    key: 'items',
    presence: 'absent',
  });
  await read('other');
  expect(toasts.post).toHaveBeenCalledTimes(1);
  expect(toasts.post).toHaveBeenCalledWith(
    expect.objectContaining({
      title: 'Your settings could not be loaded',
      status: 'warning',
    }),
  );
  // Whoever looks for errors finds them all, but no second message is shown.
  expect(errors.post).toHaveBeenCalledTimes(2);
  for (const [, context] of errors.post.mock.calls) {
    expect(context).toEqual({ hidden: true });
  }
});
