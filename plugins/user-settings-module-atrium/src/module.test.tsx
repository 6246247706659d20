import type { ReactNode } from 'react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import { appThemeApiRef, identityApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { SettingsPage } from './page/SettingsPage';

const signOut = jest.fn(async () => {});
let themeId: string | undefined;
let onTheme: () => void = () => {};

function show(groupRefs: string[]) {
  renderInTestApp(
    <TestQueryProvider>
      <SettingsPage
        sections={[{ title: 'Notifications', element: <p>Of a plugin</p> }]}
      />
    </TestQueryProvider>,
    {
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [
        [
          catalogApiRef,
          catalogApiMock({
            entities: [
              {
                apiVersion: 'backstage.io/v1alpha1',
                kind: 'Group',
                metadata: { name: 'team-payments' },
                spec: { profile: { displayName: 'Payments' } },
              },
            ],
          }),
        ],
        [
          identityApiRef,
          {
            signOut,
            getCredentials: async () => ({}),
            getProfileInfo: async () => ({
              displayName: 'Priya Natarajan',
              email: 'payments-dev@acme.example',
            }),
            getBackstageIdentity: async () => ({
              type: 'user' as const,
              userEntityRef: 'user:default/payments-dev',
              ownershipEntityRefs: ['user:default/payments-dev', ...groupRefs],
            }),
          },
        ],
        [
          appThemeApiRef,
          {
            getInstalledThemes: () =>
              (['light', 'dark'] as const).map(id => ({
                id,
                title: id === 'light' ? 'Light' : 'Dark',
                variant: id,
                Provider: ({ children }: { children: ReactNode }) => (
                  <>{children}</>
                ),
              })),
            activeThemeId$: () =>
              ({
                subscribe: (listener: () => void) => {
                  onTheme = listener;
                  return { unsubscribe: () => {} };
                },
              } as never),
            getActiveThemeId: () => themeId,
            setActiveThemeId: (id?: string) => {
              themeId = id;
              onTheme();
            },
          },
        ],
      ],
    },
  );
}

it('says who is signed in and in which teams, and signs out', async () => {
  show(['group:default/team-payments']);
  const profile = await screen.findByRole('region', { name: 'Profile' });
  expect(
    await within(profile).findByText('payments-dev@acme.example'),
  ).toBeVisible();
  expect(
    await within(profile).findByRole('link', { name: 'Payments' }),
  ).toHaveAttribute('href', '/catalog/default/group/team-payments');
  expect(
    screen.getByRole('region', { name: 'Notifications' }),
  ).toHaveTextContent('Of a plugin');
  await userEvent.click(screen.getByRole('button', { name: 'Sign out' }));
  expect(signOut).toHaveBeenCalledTimes(1);
});

it('says what it means to be in no team', async () => {
  show([]);
  expect(await screen.findByText(/lists you in a team/)).toBeVisible();
});

it('keeps the theme that was chosen, or follows the system', async () => {
  show([]);
  const system = await screen.findByRole('radio', { name: 'Same as system' });
  expect(system).toBeChecked();
  await userEvent.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(themeId).toBe('dark');
  expect(screen.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await userEvent.click(system);
  expect(themeId).toBeUndefined();
});
