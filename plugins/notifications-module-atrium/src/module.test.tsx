import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TestQueryProvider } from '@atrium/ui/testUtils';
import { toastApiRef, useAppLocation } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { notificationsApiRef } from '@backstage/plugin-notifications';
import type {
  Notification,
  NotificationSettings as Settings,
} from '@backstage/plugin-notifications-common';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { NotificationMessages } from './messages/NotificationMessages';
import { NotificationsPage } from './page/NotificationsPage';
import { NotificationSettings } from './settings/NotificationSettings';
import { useUnreadCount } from './queries/useUnreadCount';

const NOW = new Date('2026-11-28T12:00:00Z');

function notification(
  id: string,
  created: string,
  payload: Partial<Notification['payload']> = {},
): Notification {
  return {
    id,
    user: 'user:default/payments-dev',
    // The API says a date and sends a text.
    created: created as unknown as Date,
    origin: 'plugin:slo',
    payload: { title: `Title of ${id}`, ...payload },
  };
}

const burn = notification('burn', '2026-11-28T10:00:00Z', {
  title: 'Payments are answered burns its budget',
  description: '24 times in the last hour',
  link: '/catalog/default/component/payment-service/slos',
  severity: 'critical',
  topic: 'slo-alert',
});
const lease = {
  ...notification('lease', '2026-11-27T10:00:00Z', {
    topic: 'provisioning-lease',
  }),
  read: NOW,
};
const ready = notification('ready', '2026-11-20T10:00:00Z');

const api = {
  getNotifications: jest.fn(),
  getNotification: jest.fn(),
  getStatus: jest.fn(),
  updateNotifications: jest.fn(),
  getNotificationSettings: jest.fn(),
  updateNotificationSettings: jest.fn(),
  getTopics: jest.fn(),
};
const post = jest.fn();
let send: (message: unknown) => void = () => {};

function Frame() {
  const unreadCount = useUnreadCount();
  const { pathname, search } = useAppLocation();
  return <output>{`${unreadCount} at ${pathname}${search}`}</output>;
}

function show(path: string, page = <NotificationsPage />) {
  renderInTestApp(
    <TestQueryProvider>
      <NotificationMessages />
      {page}
      <Frame />
    </TestQueryProvider>,
    {
      initialRouteEntries: [path],
      apis: [
        [notificationsApiRef, api],
        [toastApiRef, { post }],
        [
          signalApiRef,
          {
            subscribe: (
              _channel: string,
              onMessage: (message: never) => void,
            ) => {
              const before = send;
              send = message => {
                before(message);
                onMessage(message as never);
              };
              return { unsubscribe: () => {} };
            },
          },
        ],
      ],
    },
  );
}

beforeEach(() => {
  jest.useFakeTimers({ now: NOW, doNotFake: ['setTimeout', 'setInterval'] });
  jest.clearAllMocks();
  send = () => {};
  api.getNotifications.mockResolvedValue({
    notifications: [burn, lease, ready],
    totalCount: 3,
  });
  api.getStatus.mockResolvedValue({ unread: 2, read: 1 });
  api.getTopics.mockResolvedValue({ topics: ['slo-alert'] });
  api.updateNotifications.mockResolvedValue([]);
  api.getNotification.mockResolvedValue(burn);
});
afterEach(() => jest.useRealTimers());

it('lists notifications by day and marks as read what is opened', async () => {
  show('/notifications');
  const today = await screen.findByRole('region', { name: 'Today' });
  expect(within(today).getByRole('img', { name: 'Critical' })).toBeVisible();
  expect(today).toHaveTextContent('24 times in the last hour');
  expect(today).toHaveTextContent('SLO alert · 2 hours ago · Unread');
  expect(
    screen.getByRole('region', { name: 'Yesterday' }),
  ).not.toHaveTextContent('Unread');
  expect(screen.getByRole('region', { name: '20 Nov 2026' })).toHaveTextContent(
    'SLO',
  );
  expect(screen.getByText('3 unread notifications')).toBeVisible();

  await userEvent.click(
    within(today).getByRole('button', { name: /^Save: Payments/ }),
  );
  expect(api.updateNotifications).toHaveBeenLastCalledWith({
    ids: ['burn'],
    saved: true,
  });
  await userEvent.click(
    within(today).getByRole('link', { name: /burns its budget/ }),
  );
  expect(api.updateNotifications).toHaveBeenLastCalledWith({
    ids: ['burn'],
    read: true,
  });
});

it('says what backends tell in the words of the page', async () => {
  const about = (title: unknown) =>
    notification('budget', '2026-11-28T11:00:00Z', {
      title: 'As it was sent',
      metadata: { messages: { title } as never },
    });
  const used = {
    key: 'cost.budget.usedAmount',
    values: {
      used: { money: { amount: '520', currency: 'EUR' } },
      budget: { money: { amount: '1500.4', currency: 'EUR' } },
    },
  };
  const list = (first: Notification) =>
    api.getNotifications.mockResolvedValueOnce({
      notifications: [first],
      totalCount: 1,
    });
  list(about([used]));
  show('/notifications');
  expect(await screen.findByText('€520.00 of €1,500')).toBeVisible();

  list(about([{ key: 'cost.budget.unknown' }]));
  await userEvent.click(screen.getByRole('radio', { name: 'Saved' }));
  expect(await screen.findByText('As it was sent')).toBeVisible();
  list({ ...about('malformed'), id: 'other' });
  await userEvent.click(screen.getByRole('radio', { name: 'All' }));
  expect(await screen.findByText('As it was sent')).toBeVisible();
});

it('asks for what the address says, and marks all of it as read', async () => {
  show('/notifications?view=all&severity=high&search=budget');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Mark all as read' }),
  );
  expect(api.getNotifications.mock.calls[0][0]).toEqual({
    search: 'budget',
    minimumSeverity: 'high',
    offset: 0,
    limit: 30,
    sort: 'created',
    sortOrder: 'desc',
  });
  await waitFor(() =>
    expect(api.updateNotifications).toHaveBeenCalledWith({
      ids: ['burn', 'lease', 'ready'],
      read: true,
    }),
  );
});

it('shows what came again in its new place, on whichever page it was', async () => {
  const DAY = 86_400_000;
  const daysAgo = (days: number) =>
    new Date(NOW.getTime() - days * DAY).toISOString();
  const again = (id: string, created: number, updated: number) => ({
    ...notification(id, daysAgo(created)),
    updated: daysAgo(updated) as unknown as Date,
  });
  // One a day but for those that came again, which the backend keeps at the end.
  const all = [
    ...Array.from({ length: 40 }, (_, index) =>
      notification(`day-${index}`, daysAgo(index)),
    ),
    again('broke-today', 60, 0.01),
    again('broke-last-month', 61, 35.5),
  ];
  api.getNotifications.mockImplementation(
    async ({ sort, sortOrder, offset = 0, limit = 30 }) => {
      const sorted =
        sort === 'updated' && sortOrder === 'asc'
          ? [...all.slice(40).toReversed(), ...all.slice(0, 40)]
          : all;
      return {
        notifications: sorted.slice(offset, offset + limit),
        totalCount: all.length,
      };
    },
  );
  show('/notifications?view=all');
  const list = await screen.findByRole('group', { name: '42 notifications' });
  const titles = () =>
    within(list)
      .getAllByRole('button', { name: /^Save: / })
      .map(button => button.getAttribute('aria-label')?.replace(/.* of /, ''));
  const days = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => `day-${from + index}`);
  expect(titles()).toEqual(['day-0', 'broke-today', ...days(1, 30)]);
  expect(screen.getByRole('region', { name: 'Today' })).toHaveTextContent(
    'Title of broke-today',
  );

  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await waitFor(() => expect(titles()).toHaveLength(42));
  expect(titles()).toEqual([
    'day-0',
    'broke-today',
    ...days(1, 36),
    'broke-last-month',
    ...days(36, 40),
  ]);
});

it('says what will be here when there is nothing', async () => {
  api.getNotifications.mockResolvedValue({ notifications: [], totalCount: 0 });
  show('/notifications');
  expect(await screen.findByText('You are all caught up')).toBeVisible();
  await userEvent.click(screen.getByRole('radio', { name: 'Saved' }));
  expect(await screen.findByText('Nothing saved')).toBeVisible();
});

it('shows a new notification once, but not over the page that lists it', async () => {
  show('/elsewhere');
  expect(await screen.findByText('2 at /elsewhere')).toBeVisible();
  api.getStatus.mockResolvedValue({ unread: 3, read: 1 });
  send({ action: 'new_notification', notification_id: 'burn' });
  expect(await screen.findByText('3 at /elsewhere')).toBeVisible();
  await waitFor(() => expect(post).toHaveBeenCalledTimes(1));
  expect(post).toHaveBeenCalledWith({
    title: 'Payments are answered burns its budget',
    status: 'danger',
    links: [
      {
        label: 'Open',
        href: '/catalog/default/component/payment-service/slos',
      },
    ],
    timeout: 12_000,
  });
  send({ action: 'notification_read', notification_ids: ['burn'] });
  expect(post).toHaveBeenCalledTimes(1);
});

it('leaves the message to the page where it is open', async () => {
  show('/notifications');
  await screen.findByText('2 at /notifications');
  api.getStatus.mockResolvedValue({ unread: 3, read: 1 });
  send({ action: 'new_notification', notification_id: 'burn' });
  expect(await screen.findByText('3 at /notifications')).toBeVisible();
  expect(post).not.toHaveBeenCalled();
});

it('says what could not be marked', async () => {
  api.updateNotifications.mockRejectedValue(new Error('The backend is away'));
  show('/notifications');
  await userEvent.click(
    await screen.findByRole('button', { name: /^Save: Payments/ }),
  );
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The change was not saved: The backend is away',
  );
  await userEvent.click(
    screen.getByRole('button', { name: 'Mark all as read' }),
  );
  await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(2));
});

it('goes on to the next notification when one leaves the list', async () => {
  let unread = [burn, notification('second', '2026-11-26T10:00:00Z'), ready];
  api.getNotifications.mockImplementation(async () => ({
    notifications: unread,
    totalCount: unread.length,
  }));
  api.updateNotifications.mockImplementation(async ({ ids }) => {
    unread = unread.filter(({ id }) => !ids.includes(id));
    return [];
  });
  show('/notifications');
  const mark = (title: RegExp) => screen.findByRole('button', { name: title });
  await userEvent.click(await mark(/^Mark as read: Title of second/));
  await waitFor(() =>
    expect(document.activeElement).toHaveAccessibleName(
      'Mark as read: Title of ready',
    ),
  );
  // The last one is followed by the one before it.
  await userEvent.keyboard('{Enter}');
  await waitFor(() =>
    expect(document.activeElement).toHaveAccessibleName(
      'Mark as read: Payments are answered burns its budget',
    ),
  );
});

it.each([
  ['the last notification', /^Mark as read/],
  ['all of them', 'Mark all as read'],
])('says where it is empty once %s is read', async (_what, name) => {
  let unread = [burn];
  api.getNotifications.mockImplementation(async () => ({
    notifications: unread,
    totalCount: unread.length,
  }));
  api.updateNotifications.mockImplementation(async () => {
    unread = [];
    return [];
  });
  show('/notifications');
  await userEvent.click(await screen.findByRole('button', { name }));
  await waitFor(() =>
    expect(document.activeElement).toHaveTextContent(/^You are all caught up/),
  );
});

it('goes on to the list where what is read stays in it', async () => {
  let items = [burn, ready];
  api.getNotifications.mockImplementation(async () => ({
    notifications: items,
    totalCount: items.length,
  }));
  api.updateNotifications.mockImplementation(async () => {
    items = items.map(item => ({ ...item, read: NOW }));
    return [];
  });
  show('/notifications?view=all');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Mark all as read' }),
  );
  const list = screen.getByRole('group', { name: '2 notifications' });
  await waitFor(() => expect(list).toHaveFocus());
  await userEvent.tab();
  expect(screen.getByRole('link', { name: /burns its budget/ })).toHaveFocus();
});

describe('the settings', () => {
  const settings = (slo: boolean, cost: boolean): Settings => ({
    channels: [
      {
        id: 'Web',
        origins: [
          { id: 'plugin:slo', enabled: slo },
          { id: 'plugin:cost', enabled: cost },
        ],
      },
    ],
  });
  let saved = settings(true, true);

  beforeEach(() => {
    saved = settings(true, true);
    api.getNotificationSettings.mockImplementation(async () => saved);
  });

  const turn = async (name: string) =>
    userEvent.click(await screen.findByRole('switch', { name }));

  it('keep both of two switches that are turned one after the other', async () => {
    const first = Promise.withResolvers<void>();
    api.updateNotificationSettings
      .mockImplementationOnce(async written => {
        await first.promise;
        saved = written;
      })
      .mockImplementation(async written => {
        saved = written;
      });
    show('/settings', <NotificationSettings />);
    await turn('SLOs, In the portal');
    await turn('Cost, In the portal');
    for (const name of ['SLOs, In the portal', 'Cost, In the portal']) {
      expect(screen.getByRole('switch', { name })).not.toBeChecked();
    }
    first.resolve();
    await waitFor(() => expect(saved).toEqual(settings(false, false)));
  });

  it('turn back what was not saved, and say so', async () => {
    api.updateNotificationSettings.mockRejectedValue(new Error('No'));
    show('/settings', <NotificationSettings />);
    await turn('SLOs, In the portal');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The change was not saved: No',
    );
    await waitFor(() =>
      expect(
        screen.getByRole('switch', { name: 'SLOs, In the portal' }),
      ).toBeChecked(),
    );
  });
});
