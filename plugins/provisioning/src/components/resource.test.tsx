import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link } from 'react-router-dom';
import type {
  Credentials,
  Preview,
  ResourceChangeInput,
} from '@atrium/plugin-provisioning-common';
import type { ProvisioningApi } from '../api/ProvisioningApi';
import { renderProvisioning } from '../__testUtils__/renderProvisioning';
import { sampleDetails, samplePreview } from '../__testUtils__/samples';
import { ResourcesPage } from './resources/ResourcesPage';

beforeEach(() => {
  jest.useFakeTimers({
    now: new Date('2026-11-28T12:00:00.000Z'),
    advanceTimers: true,
  });
});
afterEach(() => jest.useRealTimers());

const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });

function show(
  resource: Partial<ReturnType<typeof sampleDetails>>,
  answers: Partial<ProvisioningApi> = {},
) {
  renderProvisioning(
    <ResourcesPage />,
    { getResource: async () => sampleDetails(resource), ...answers },
    { address: '/r1' },
  );
}

const press = async (name: string) =>
  user.click(await screen.findByRole('button', { name }));

describe('the page of a resource', () => {
  it('says how it is, and extends its lease in one click', async () => {
    const extendLease = jest.fn(async () => {});
    show(
      {
        actualCost: {
          monthToDate: { amount: '9.81', currency: 'EUR' },
          expected: { amount: '11.20', currency: 'EUR' },
        },
      },
      { extendLease },
    );
    expect(await screen.findByText('10 days left')).toBeVisible();
    expect(screen.getByText('3 minutes ago')).toBeVisible();
    expect(await screen.findByText('Small')).toBeVisible();
    expect(screen.getByText('$12.00 a month')).toBeVisible();
    expect(screen.getByText('€9.81 so far')).toBeVisible();
    expect(screen.getByText('€11.20 expected')).toBeVisible();
    expect(screen.getByText('db.internal')).toBeVisible();
    await press('Extend');
    expect(extendLease).toHaveBeenCalledWith('r1');
  });

  it('shows credentials once, and forgets them', async () => {
    const takeCredentials = jest.fn(async () => ({
      resourceId: 'r1',
      generation: 1,
      outputs: { password: 'correct horse' },
    }));
    show({}, { takeCredentials });
    await press('Show once');
    expect(takeCredentials).not.toHaveBeenCalled();
    await press('Show them now');
    expect(await screen.findByText('correct horse')).toBeVisible();
    await press('I have copied them');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.queryByText('correct horse')).toBeNull();
    await press('Show once');
    expect(screen.queryByText('correct horse')).toBeNull();
    expect(takeCredentials).toHaveBeenCalledTimes(1);
  });

  it('does not lose credentials by being left while they are taken', async () => {
    const taking = Promise.withResolvers<Credentials>();
    show({}, { takeCredentials: () => taking.promise });
    await press('Show once');
    await press('Show them now');
    await press('Close');
    await user.keyboard('{Escape}');
    await user.click(document.body);
    expect(screen.getByRole('button', { name: 'Cancel' })).toBeDisabled();

    taking.resolve({
      resourceId: 'r1',
      generation: 1,
      outputs: { password: 'correct horse' },
    });
    expect(await screen.findByText('correct horse')).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.getByText('correct horse')).toBeVisible();
    await press('I have copied them');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is left by any way once credentials could not be shown', async () => {
    show({}, { takeCredentials: () => Promise.reject(new Error('No')) });
    await press('Show once');
    await press('Show them now');
    expect(await screen.findByRole('alert')).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is deleted by who types its name', async () => {
    const deleteResource = jest.fn(async () => {});
    show({}, { deleteResource });
    await press('Delete');
    const dialog = await screen.findByRole('dialog');
    const remove = within(dialog).getByRole('button', {
      name: 'Delete permanently',
    });
    await user.type(within(dialog).getByLabelText(/Type ledger/), 'ledge');
    expect(remove).toBeDisabled();
    await user.type(within(dialog).getByLabelText(/Type ledger/), 'r');
    await user.click(remove);
    expect(deleteResource).toHaveBeenCalledWith('r1', {
      confirmName: 'ledger',
      reason: undefined,
    });
  });

  it('asks of another one what it was not asked before', async () => {
    renderProvisioning(
      <>
        <Link to="/r1">One</Link>
        <Link to="/r2">Two</Link>
        <ResourcesPage />
      </>,
      { getResource: async id => sampleDetails({ id, name: `store-${id}` }) },
      { address: '/r2' },
    );
    // Known already when it is opened again.
    await screen.findByRole('heading', { name: 'store-r2' });
    await user.click(screen.getByText('One'));
    await screen.findByRole('heading', { name: 'store-r1' });
    await press('Delete');
    expect(await screen.findByLabelText(/Type store-r1/)).toBeVisible();
    // As the way back of the browser leads on, beside the dialog.
    fireEvent.click(screen.getByText('Two'));
    expect(
      await screen.findByRole('heading', { name: 'store-r2' }),
    ).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('has a person decide, with the evidence, what nobody can look up', async () => {
    const decideResource = jest.fn(async () => {});
    show(
      {
        state: 'needs-attention',
        evidence: 'The call ended without an answer',
        allowed: ['adopt', 'abandon'],
      },
      { decideResource },
    );
    expect(
      await screen.findByText('The call ended without an answer'),
    ).toBeVisible();
    await press('Adopt');
    expect(decideResource).toHaveBeenCalledWith('r1', 'adopt');
  });

  it('shows what a change would mean before it is made', async () => {
    const previewChange = jest.fn(
      async ({ plan }: ResourceChangeInput): Promise<Preview> => ({
        ...samplePreview,
        changes: plan === 'large' ? ['Plan: small becomes large'] : [],
        previous: { plan: 'small', monthlyPrice: samplePreview.monthlyPrice },
        monthlyPrice: { amount: '80.00', currency: 'USD' },
        approval: {
          isRequired: true,
          reasons: [{ kind: 'definition', message: "'shared' needs approval" }],
          approverRefs: ['group:default/platform-team'],
        },
        planHash: 'hash-2',
        violations:
          plan === 'large'
            ? []
            : [{ field: 'plan', message: 'nothing would change' }],
      }),
    );
    const updateResource = jest
      .fn<Promise<void>, []>()
      .mockRejectedValueOnce(
        Object.assign(new Error('Not what you have seen any more'), {
          statusCode: 409,
        }),
      )
      .mockResolvedValue(undefined);
    show({}, { previewChange, updateResource });
    await press('Change');
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText(/Nothing yet: choose another plan/),
    ).toBeVisible();
    expect(
      within(dialog).getByRole('button', { name: 'Request approval' }),
    ).toBeDisabled();
    await user.click(within(dialog).getByRole('radio', { name: /Large/ }));
    expect(
      await within(dialog).findByText(
        '$80.00 a month instead of $12.00 a month',
      ),
    ).toBeVisible();
    expect(
      await within(dialog).findByRole('list', { name: 'What will change' }),
    ).toHaveTextContent('Plan: small becomes large');
    expect(within(dialog).getByText("'shared' needs approval")).toBeVisible();

    // Somebody changed the definition meanwhile: it is looked at again.
    await press('Request approval');
    expect(
      await within(dialog).findByText(/Not what you have seen any more/),
    ).toBeVisible();
    const asked = previewChange.mock.calls.length;
    expect(asked).toBeGreaterThan(2);
    await waitFor(() =>
      expect(
        within(dialog).getByRole('button', { name: 'Request approval' }),
      ).toBeEnabled(),
    );
    await press('Request approval');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(updateResource).toHaveBeenLastCalledWith('r1', {
      plan: 'large',
      parameters: {},
      planHash: 'hash-2',
    });
  });

  it('takes over what the definition says by now, with nothing else changed', async () => {
    const updateResource = jest.fn(async () => {});
    const line = 'From then on it cannot be deleted in the portal';
    show(
      {},
      {
        previewChange: async () => ({
          ...samplePreview,
          changes: [line],
          planHash: 'hash-2',
          violations: [],
        }),
        updateResource,
      },
    );
    await press('Change');
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(line)).toBeVisible();
    await press('Save');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(updateResource).toHaveBeenCalledWith(
      'r1',
      expect.objectContaining({ planHash: 'hash-2' }),
    );
  });

  it('offers nothing that the reader may not do', async () => {
    show({ allowed: [], state: 'failed', stateReason: 'No disk space' });
    expect(await screen.findByText('No disk space')).toBeVisible();
    for (const name of ['Retry', 'Delete', 'Change', 'Extend', 'Show once']) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
  });

  it('leads from what waits for approval to its request', async () => {
    show({
      state: 'awaiting-approval',
      timeline: [
        {
          at: '2026-11-28T11:00:00.000Z',
          kind: 'state',
          title: 'Waits for approval',
          to: 'awaiting-approval',
          requestId: 'q1',
        },
      ],
    });
    expect(
      await screen.findByRole('link', { name: 'Open the request' }),
    ).toHaveAttribute('href', '/provisioning/requests/q1');
  });

  it.each([
    [
      '2026-11-27T12:00:00.000Z',
      '2026-12-15T12:00:00.000Z',
      /^Its lease has expired. Its data is kept/,
    ],
    // It failed: the grace period has not begun.
    ['2026-11-27T12:00:00.000Z', undefined, /^Its lease has expired.$/],
    [
      '2026-12-08T12:00:00.000Z',
      '2026-12-15T12:00:00.000Z',
      /^Access to it is closed at the provider.$/,
    ],
  ])(
    'says why nobody gets in, with a lease until %s and data until %s',
    async (endsAt, removedAt, why) => {
      const lease = { endsAt, removedAt, maximumDays: 90 };
      show({ isSuspended: true, lease });
      expect(
        await screen.findByText('Nobody can connect to it any more'),
      ).toBeVisible();
      expect(screen.getByText(why)).toBeVisible();
    },
  );

  it('says why it failed in the words of the page where it knows them', async () => {
    show({
      allowed: [],
      state: 'needs-attention',
      stateReason: 'In the words of the backend',
      evidence: 'What a driver from elsewhere saw',
      messages: {
        stateReason: [
          {
            key: 'provisioning.engine.givenUp',
            values: {
              attempts: 8,
              reason: { key: 'mine.full', text: 'The disk is full' },
            },
          },
        ],
        evidence: [{ key: 'mine.seen', text: 'It was seen elsewhere' }],
      },
    });
    expect(
      await screen.findByText('Given up after 8 attempts. The disk is full'),
    ).toBeVisible();
    expect(screen.getByText('It was seen elsewhere')).toBeVisible();
  });

  it('says what differs in the words of the page where it knows them', async () => {
    const message = {
      key: 'provisioning.difference.noUser',
      text: 'No user, says the driver',
    };
    show({
      health: {
        status: 'degraded',
        message: message.text,
        messages: { message: [message] },
      },
      drift: {
        checkedAt: '2026-11-28T11:57:00.000Z',
        differences: [message.text, 'versioning is off'],
        messages: { differences: [message, 'versioning is off'] },
      },
    });
    expect(await screen.findAllByText('The user is missing')).toHaveLength(2);
    expect(screen.getByText('versioning is off')).toBeVisible();
  });

  it('proves that it is gone', async () => {
    show({
      state: 'deleted',
      allowed: [],
      proof: {
        removed: ['In the words of the backend', 'Role ledger-1a2b3c4d'],
        messages: {
          removed: [
            {
              key: 'provisioning.removed.database',
              values: { name: 'ledger-1a2b3c4d' },
            },
          ],
        },
        checkedAbsentAt: '2026-11-28T11:00:00.000Z',
        deletedBy: 'user:default/priya',
      },
    });
    expect(await screen.findByText('database ledger-1a2b3c4d')).toBeVisible();
    expect(screen.getByText('Role ledger-1a2b3c4d')).toBeVisible();
    expect(screen.getByText('Confirmed gone')).toBeVisible();
    expect(screen.queryByText('Connection')).toBeNull();
  });
});
