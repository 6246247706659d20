import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { page, renderProvisioning } from '../__testUtils__/renderProvisioning';
import {
  samplePreview,
  sampleRequest,
  sampleRequestDetails,
  sampleResource,
} from '../__testUtils__/samples';
import { RequestsPage } from './requests/RequestsPage';

/** A refusal as the client throws it. */
function refusal(statusCode: number, message: string) {
  return Object.assign(new Error('Request failed'), {
    name: 'ResponseError',
    statusCode,
    cause: new Error(message),
  });
}

describe('the list of requests', () => {
  it('begins with what waits for the reader', async () => {
    const mine = sampleRequest();
    const done = sampleRequest({ id: 'q2', kind: 'delete', state: 'done' });
    const listRequests = jest.fn(async ({ awaitsMe }) =>
      page(awaitsMe ? [mine] : [mine, done]),
    );
    renderProvisioning(<RequestsPage />, { listRequests });
    const waiting = await screen.findByRole('region', {
      name: 'Requests waiting for you',
    });
    expect(
      within(waiting).getByRole('link', { name: 'Create ledger' }),
    ).toHaveAttribute('href', '/provisioning/requests/q1');
    const all = screen.getByRole('region', { name: 'Requests, newest first' });
    expect(within(all).getByText('Delete ledger')).toBeVisible();
  });
});

describe('the page of a request', () => {
  it('approves what was shown', async () => {
    const approveRequest = jest.fn(async () => {});
    renderProvisioning(
      <RequestsPage />,
      {
        getRequest: async () =>
          sampleRequestDetails({ allowed: ['approve', 'reject'] }),
        approveRequest,
      },
      { address: '/q1' },
    );
    expect(await screen.findByText('Production needs approval')).toBeVisible();
    expect(screen.getByText('For the ledger of payments')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
    expect(approveRequest).toHaveBeenCalledWith('q1', { planHash: 'hash-1' });
  });

  it('shows the new plan where it is not the one that was shown', async () => {
    const getRequest = jest
      .fn()
      .mockResolvedValueOnce(sampleRequestDetails({ allowed: ['approve'] }))
      .mockResolvedValue(
        sampleRequestDetails({
          allowed: ['approve'],
          planHash: 'hash-2',
          preview: {
            ...samplePreview,
            monthlyPrice: { amount: '20.00', currency: 'USD' },
          },
        }),
      );
    const approveRequest = jest
      .fn()
      .mockRejectedValueOnce(refusal(409, 'The plan has changed'))
      .mockResolvedValue(undefined);
    renderProvisioning(
      <RequestsPage />,
      { getRequest, approveRequest },
      { address: '/q1' },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Approve' }),
    );
    expect(
      await screen.findByText('Price: $12.00 a month is now $20.00 a month'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Approve the new plan' }),
    );
    expect(approveRequest).toHaveBeenLastCalledWith('q1', {
      planHash: 'hash-2',
    });
  });

  it('is rejected with a reason only', async () => {
    const rejectRequest = jest.fn(async () => {});
    renderProvisioning(
      <RequestsPage />,
      {
        getRequest: async () => sampleRequestDetails({ allowed: ['reject'] }),
        rejectRequest,
      },
      { address: '/q1' },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Reject' }),
    );
    const dialog = await screen.findByRole('dialog');
    const reject = within(dialog).getByRole('button', { name: 'Reject' });
    expect(reject).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText(/Reason/), 'Use dev');
    await userEvent.click(reject);
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(rejectRequest).toHaveBeenCalledWith('q1', 'Use dev');
  });

  it('says why it was rejected, and leads to the form with what was asked for', async () => {
    renderProvisioning(
      <RequestsPage />,
      {
        getRequest: async () =>
          sampleRequestDetails({ state: 'rejected', stateReason: 'Use dev' }),
      },
      { address: '/q1' },
    );
    expect(await screen.findByText('Use dev')).toBeVisible();
    const href = screen
      .getByRole('link', { name: 'New request' })
      .getAttribute('href');
    const form = new URL(href ?? '', 'http://localhost');
    expect(form.pathname).toBe('/provisioning/requests/new');
    expect(Object.fromEntries(form.searchParams)).toEqual({
      type: 'postgres',
      environment: 'dev',
      for: 'component:default/payment-service',
    });
  });

  it('says when a resource that failed was tried again', async () => {
    renderProvisioning(
      <RequestsPage />,
      {
        getRequest: async () =>
          sampleRequestDetails({
            state: 'failed',
            stateReason: 'The server had no disk space',
            resource: sampleResource({ state: 'ready' }),
          }),
      },
      { address: '/q1' },
    );
    expect(
      await screen.findByText('The server had no disk space'),
    ).toBeVisible();
    expect(
      screen.getByText('Somebody has tried again since. ledger is now: Ready.'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Open the resource' }),
    ).toHaveAttribute('href', '/provisioning/resources/r1');
  });

  it('says in words what is being done', async () => {
    renderProvisioning(
      <RequestsPage />,
      {
        getRequest: async () =>
          sampleRequestDetails({
            state: 'running',
            timeline: [
              {
                at: '2026-11-28T11:00:01.000Z',
                kind: 'step',
                title: 'Creating the database',
                status: 'running',
              },
            ],
          }),
      },
      { address: '/q1' },
    );
    await screen.findByText('In progress');
    expect(screen.getByRole('status')).toHaveTextContent(
      'Creating the database',
    );
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });
});
