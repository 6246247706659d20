import { useCallback, useEffect, useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { UserIdentity } from '@backstage/core-components';
import {
  configApiRef,
  githubAuthApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { t } from '../../translation';
import { oidcAuthApiRef } from './oidcAuthApi';
import { awaitOtherTab, joinTabs } from './tabs';

const reload = () => window.location.reload();

/** `ask` when nobody is signed in; `failed` keeps the reason to be shown. */
export type SignInState =
  | { status: 'restoring' | 'ask' | 'signing-in' }
  | { status: 'failed'; reason: string };

/** Restores a session when there is one, and signs in when asked. */
export function useSignIn(onSuccess: SignInPageProps['onSignInSuccess']) {
  const config = useApi(configApiRef);
  const oidc = useApi(oidcAuthApiRef);
  const github = useApi(githubAuthApiRef);
  const provider = config.getOptionalString('app.signIn.provider') ?? 'oidc';
  const authApi = provider === 'github' ? github : oidc;
  const [state, setState] = useState<SignInState>({ status: 'restoring' });

  const enter = useCallback(
    async (options: { optional: true } | { instantPopup: true }) => {
      const response = await authApi.getBackstageIdentity(options);
      if (!response) {
        return false;
      }
      const { identity } = response;
      const profile = await authApi.getProfile();
      onSuccess(
        UserIdentity.create({
          identity,
          profile,
          authApi: joinTabs(identity.userEntityRef, {
            authApi,
            onLeave: reload,
          }),
        }),
      );
      return true;
    },
    [authApi, onSuccess],
  );

  useAsync(async () => {
    try {
      if (!(await enter({ optional: true }))) {
        setState({ status: 'ask' });
      }
    } catch {
      // An expired or broken session is no news: the person signs in again.
      setState({ status: 'ask' });
    }
  }, [enter]);

  useEffect(() => awaitOtherTab(reload), []);

  const signIn = async () => {
    setState({ status: 'signing-in' });
    try {
      if (!(await enter({ instantPopup: true }))) {
        setState({
          status: 'failed',
          reason: t('useSignIn.theIdentityProviderDidNot'),
        });
      }
    } catch (error) {
      setState(
        afterFailure(error instanceof Error ? error : new Error(String(error))),
      );
    }
  };

  return { state, signIn };
}

/** What follows a sign-in that did not come about. */
function afterFailure({ name, message }: Error): SignInState {
  switch (name) {
    case 'PopupClosedError':
      // Whoever closes the window knows. That the portal is at another address than
      // its backend expects, has the same name.
      return message.endsWith('popup was closed')
        ? { status: 'ask' }
        : { status: 'failed', reason: message };
    case 'PopupRejectedError':
      return { status: 'failed', reason: t('useSignIn.allowPopups') };
    default:
      return { status: 'failed', reason: message };
  }
}
