import type {
  BackstageIdentityApi,
  ProfileInfoApi,
  SessionApi,
} from '@backstage/frontend-plugin-api';

type AuthApi = BackstageIdentityApi & ProfileInfoApi & SessionApi;

/** In the storage that all tabs share: the ref of who is signed in. */
const KEY = 'atrium.session';

/** Calls back when another tab signs somebody in or out, with whom it has now. */
function onOtherTab(listener: (userRef: string | null) => void): () => void {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === KEY) {
      listener(newValue);
    }
  };
  window.addEventListener('storage', onStorage);
  return () => window.removeEventListener('storage', onStorage);
}

/** Calls back once another tab has signed somebody in. Returns how to stop waiting. */
export function awaitOtherTab(onSignedIn: () => void): () => void {
  return onOtherTab(userRef => userRef !== null && onSignedIn());
}

/**
 * Tells the other tabs who is signed in, and leaves once they have nobody or
 * somebody else.
 *
 * @remarks The session is a cookie of the browser: a tab that went on would show one
 * person's name and soon act as the next one.
 * @returns what the person acts through, by which signing out is told too
 */
export function joinTabs(
  userRef: string,
  options: { authApi: AuthApi; onLeave(): void },
): AuthApi {
  const { authApi, onLeave } = options;
  localStorage.setItem(KEY, userRef);
  onOtherTab(other => other !== userRef && onLeave());
  return {
    getBackstageIdentity: request => authApi.getBackstageIdentity(request),
    getProfile: request => authApi.getProfile(request),
    sessionState$: () => authApi.sessionState$(),
    signIn: () => authApi.signIn(),
    async signOut() {
      await authApi.signOut();
      localStorage.removeItem(KEY);
    },
  };
}
