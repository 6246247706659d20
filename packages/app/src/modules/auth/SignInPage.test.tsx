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
