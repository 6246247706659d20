import { Notice } from '@acme/design-system';
import { useSession } from '@acme/session-library/react';
import { useEffect } from 'react';
import { NavLink, Outlet } from 'react-router';

const PAGES = [
  { path: 'addresses', title: 'Addresses' },
  { path: 'privacy', title: 'Privacy' },
];

/** Navigation around the pages; sends people to sign in when they have to. */
export function AccountLayout() {
  const { client, state } = useSession();

  useEffect(() => {
    if (state.status === 'signed-out') {
      window.location.assign(client.signInUrl(window.location.href));
    }
  }, [client, state.status]);

  if (state.status === 'error') {
    return (
      <Notice tone="bad" title="Your account is not available at the moment">
        <p>Please try again in a few minutes.</p>
      </Notice>
    );
  }
  if (state.status !== 'signed-in') {
    return <p aria-busy="true">Loading your account…</p>;
  }
  return (
    <>
      <nav aria-label="Your account">
        <ul>
          {PAGES.map(page => (
            <li key={page.path}>
              <NavLink to={page.path}>{page.title}</NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        <Outlet context={{ userId: state.userId }} />
      </main>
    </>
  );
}
