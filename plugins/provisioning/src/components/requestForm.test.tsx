import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  CreateRequest,
  ProvisioningRequest,
  ResourceInput,
} from '@atrium/plugin-provisioning-common';
import { renderProvisioning } from '../__testUtils__/renderProvisioning';
import { samplePreview, sampleRequest } from '../__testUtils__/samples';
import { RequestForm } from './form/RequestForm';
import { NewRequest } from './requests/NewRequest';

// A form by JSON Schema and its preview are drawn anew at each key.

const defaults = { forRef: 'component:default/payment-service' };

const preview = jest.fn(async (_input: ResourceInput) => samplePreview);

beforeEach(() => {
  preview.mockReset().mockResolvedValue(samplePreview);
});

const panel = () => screen.findByRole('complementary', { name: 'Preview' });

async function submitButton(name: string) {
  const button = await screen.findByRole('button', { name });
  await waitFor(() => expect(button).toBeEnabled());
  return button;
}

/** Whether the browser asks before the page is closed. */
function isGuarded(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

describe('the form for a resource', () => {
  it('says beside it what would come of it, and why', async () => {
    renderProvisioning(<RequestForm defaults={defaults} />, { preview });
    const aside = await panel();
    expect(await within(aside).findByText('$12.00 a month')).toBeVisible();
    expect(preview).toHaveBeenCalledWith({
      type: 'postgres',
      class: 'default',
      name: 'postgres',
      environment: 'dev',
      entityRef: 'component:default/payment-service',
      parameters: {},
    });
    expect(aside).toHaveTextContent('ApprovalNot required');
    expect(aside).toHaveTextContent('Quota2 of 5 left');
    expect(aside).toHaveTextContent(
      'Lease30 days; after that, data is kept for 7 days without access',
    );
    expect(
      within(aside).getByRole('list', { name: 'What will be created' }),
    ).toHaveTextContent('Database payment-ledgerRole payment-ledger-owner');
    // Folded away, for who wonders.
    const why = within(aside).getByText('Why not the other definition?');
    expect(
      within(aside).getByText(/is for class 'large' only/),
    ).not.toBeVisible();
    await userEvent.click(why);
    expect(within(aside).getByText(/is for class 'large' only/)).toBeVisible();
  });

  it('asks by the schema of the type, and sends one request', async () => {
    const createRequest = jest.fn(async () => sampleRequest());
    renderProvisioning(<RequestForm defaults={defaults} />, {
      preview,
      createRequest,
    });
    const name = await screen.findByLabelText(/^Name/);
    await screen.findByRole('textbox', { name: /^Connections/ });
    expect(isGuarded()).toBe(false);
    await userEvent.clear(name);
    await userEvent.paste('ledger');
    expect(isGuarded()).toBe(true);
    await userEvent.click(screen.getByRole('radio', { name: /Large/ }));
    await userEvent.type(
      await screen.findByRole('textbox', { name: /^Connections/ }),
      '25',
    );
    await userEvent.click(screen.getByRole('checkbox', { name: 'pg_trgm' }));
    await userEvent.click(screen.getByLabelText(/^Reason/));
    await userEvent.paste('Books');
    await userEvent.click(await submitButton('Create the resource'));
    await waitFor(() => expect(createRequest).toHaveBeenCalledTimes(1));
    await waitFor(() => expect(isGuarded()).toBe(false));
    expect(createRequest).toHaveBeenCalledWith(
      {
        type: 'postgres',
        class: 'default',
        name: 'ledger',
        environment: 'dev',
        entityRef: 'component:default/payment-service',
        plan: 'large',
        parameters: { connections: 25, extensions: ['pg_trgm'] },
        reason: 'Books',
        planHash: 'hash-1',
      },
      expect.stringMatching(/^[0-9a-f]{32}$/),
    );
  });

  describe('where no answer came', () => {
    const taken = {
      ...samplePreview,
      violations: [{ field: 'name', message: 'is taken in dev' }],
    };

    async function submitInVain(error: Error) {
      const createRequest = jest
        .fn<Promise<ProvisioningRequest>, [CreateRequest, string]>()
        .mockRejectedValueOnce(error)
        .mockResolvedValue(sampleRequest());
      renderProvisioning(<RequestForm defaults={defaults} />, {
        preview,
        createRequest,
      });
      const button = await submitButton('Create the resource');
      // The backend has made it, so its name is taken from now on.
      preview.mockImplementation(async ({ name }) =>
        name === 'postgres' ? taken : samplePreview,
      );
      await userEvent.click(button);
      const alert = await screen.findByText(/It is not known whether/);
      return { createRequest, alert };
    }

    it('does not say that nothing was created, and sends the same again', async () => {
      const { createRequest, alert } = await submitInVain(
        new TypeError('Failed to fetch'),
      );
      expect(alert).toHaveTextContent('Atrium did not answer');
      expect(screen.queryByText(/Nothing was created/)).toBeNull();
      expect(
        screen.getByRole('link', { name: 'the list of requests' }),
      ).toHaveAttribute('href', '/provisioning/requests');
      expect(await screen.findByText('is taken in dev')).toBeVisible();
      await userEvent.click(await submitButton('Send again'));
      await waitFor(() => expect(createRequest).toHaveBeenCalledTimes(2));
      const [first, second] = createRequest.mock.calls;
      expect(second).toEqual(first);
    });

    it('takes what was changed since for another request', async () => {
      const { createRequest } = await submitInVain(
        Object.assign(new Error('Bad gateway'), { statusCode: 502 }),
      );
      await userEvent.type(screen.getByLabelText(/^Name/), '-2');
      await userEvent.click(await submitButton('Create the resource'));
      await waitFor(() => expect(createRequest).toHaveBeenCalledTimes(2));
      const [[, firstKey], [second, secondKey]] = createRequest.mock.calls;
      expect(second.name).toBe('postgres-2');
      expect(secondKey).not.toBe(firstKey);
    });
  });

  it('marks what is wrong where it is, and sends nothing', async () => {
    preview.mockResolvedValue({
      ...samplePreview,
      violations: [
        { field: 'name', message: 'is taken in dev' },
        { field: 'parameters.version', message: 'is not offered any more' },
        { field: 'quota', message: 'The quota of Payments is used up' },
      ],
    });
    renderProvisioning(<RequestForm defaults={defaults} />, { preview });
    expect(await screen.findByText('is taken in dev')).toBeVisible();
    expect(await screen.findByText('is not offered any more')).toBeVisible();
    expect(await panel()).toHaveTextContent('The quota of Payments is used up');
    expect(
      screen.getByRole('button', { name: 'Create the resource' }),
    ).toBeDisabled();
  });

  it('says who has to agree and why', async () => {
    preview.mockResolvedValue({
      ...samplePreview,
      approval: {
        isRequired: true,
        approverRefs: ['group:default/platform-team'],
        reasons: [
          { kind: 'error-budget', message: 'The error budget is spent' },
        ],
      },
    });
    renderProvisioning(<RequestForm defaults={defaults} />, { preview });
    await submitButton('Request approval');
    const aside = await panel();
    expect(aside).toHaveTextContent('The error budget is spent');
    expect(
      within(aside).getByRole('link', { name: /platform-team/ }),
    ).toBeVisible();
  });

  it('says so where no definition serves it', async () => {
    preview.mockResolvedValue({
      ...samplePreview,
      definition: undefined,
      losers: [
        {
          name: 'queue-shared',
          reason: "is for environments of type 'production' only",
        },
      ],
    });
    renderProvisioning(
      <RequestForm defaults={{ ...defaults, type: 'queue' }} />,
      { preview },
    );
    const aside = await panel();
    expect(
      await within(aside).findByText('No definition matches this request'),
    ).toBeVisible();
    expect(
      within(aside).getByText(/is for environments of type/),
    ).toBeVisible();
    expect(
      within(aside).getByRole('button', { name: 'Create the resource' }),
    ).toBeDisabled();
  });

  it('asks what it is for before anything else', async () => {
    renderProvisioning(<RequestForm defaults={{}} />, { preview });
    expect(await panel()).toHaveTextContent(
      'Choose what it is for to see what will be created',
    );
    expect(preview).not.toHaveBeenCalled();
  });

  it('asks what it is for where the address does not name an entity', async () => {
    renderProvisioning(
      <NewRequest />,
      { preview },
      { address: '/?for=payments' },
    );
    expect(await panel()).toHaveTextContent(
      'Choose what it is for to see what will be created',
    );
    expect(preview).not.toHaveBeenCalled();
  });
});
