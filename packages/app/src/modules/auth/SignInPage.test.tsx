import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { githubAuthApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { oidcAuthApiRef } from './oidcAuthApi';
import { SignInPage } from './SignInPage';

const priya = {
  token: 'token',
  identity: {
    type: 'user',
    userEntityRef: 'user:default/priya',
    ownershipEntityRefs: [],
  },
};

it('shows nothing while a session is looked for, then asks for one', async () => {
  let answer: (session: undefined) => void = () => {};
  const getBackstageIdentity = jest
    .fn()
    .mockReturnValueOnce(new Promise(resolve => (answer = resolve)))
    .mockResolvedValueOnce(priya);
  const onSignInSuccess = jest.fn();
  const api = { getBackstageIdentity, getProfile: async () => ({}) };
  renderInTestApp(<SignInPage onSignInSuccess={onSignInSuccess} />, {
    apis: [
      [oidcAuthApiRef, api],
      [githubAuthApiRef, api],
    ],
  });
  await waitFor(() => expect(getBackstageIdentity).toHaveBeenCalled());
  expect(screen.queryByRole('main')).toBeNull();

  answer(undefined);
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }));
  expect(onSignInSuccess).toHaveBeenCalledTimes(1);
});

function renderFailure(name: string, message: string) {
  const api = {
    getBackstageIdentity: jest
      .fn()
      .mockResolvedValueOnce(undefined)
      .mockRejectedValueOnce(Object.assign(new Error(message), { name })),
    getProfile: async () => ({}),
  };
  renderInTestApp(<SignInPage onSignInSuccess={jest.fn()} />, {
    apis: [
      [oidcAuthApiRef, api],
      [githubAuthApiRef, api],
    ],
  });
  return api;
}

it.each([
  [
    'PopupRejectedError',
    'Failed to open auth popup.',
    'The browser did not open the window to sign in. Allow pop-ups for this page, then try again.',
  ],
  [
    'PopupClosedError',
    'Login failed, Incorrect app origin, expected https://atrium.example',
    'Login failed, Incorrect app origin, expected https://atrium.example',
  ],
])('says what a %s means: %s', async (name, message, said) => {
  renderFailure(name, message);
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText(said)).toBeVisible();
});

it('asks again, without a reproach, who closed the window', async () => {
  const { getBackstageIdentity } = renderFailure(
    'PopupClosedError',
    'Login failed, popup was closed',
  );
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }));
  await waitFor(() => expect(getBackstageIdentity).toHaveBeenCalledTimes(2));
  await waitFor(() =>
    expect(screen.queryByText(/Continue in the window/)).toBeNull(),
  );
  expect(screen.queryByText('Sign-in failed')).toBeNull();
});
