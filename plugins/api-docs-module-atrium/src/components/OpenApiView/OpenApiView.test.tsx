import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { OpenApiView } from './OpenApiView';

// The real Swagger UI, which takes a while to be loaded.
configure({ asyncUtilTimeout: 30_000 });

const payments = `openapi: 3.0.3
info: { title: Payments, version: 2.1.0 }
servers: [{ url: https://payments.acme.example }]
paths:
  /payments/{id}/refunds:
    parameters:
      - $ref: '#/components/parameters/PaymentId'
    post:
      summary: Give money back
      operationId: refundPayment
      security: [{ token: [payments:refund] }]
      responses: { '200': { description: Done } }
components:
  parameters:
    PaymentId: { name: paymentId, in: path, required: true, schema: { type: string } }
  securitySchemes:
    token: { type: http, scheme: bearer }
`;

async function show(definition: string, hosts: string[], path = '/') {
  await renderInTestApp(
    <OpenApiView definition={definition} renderProblem={() => null} />,
    {
      config: { app: { apiDocs: { tryIt: { hosts } } } },
      initialRouteEntries: [path],
    },
  );
  return screen.findByRole('navigation', { name: 'Operations' });
}

describe('OpenApiView', () => {
  beforeAll(() => {
    // jsdom lays nothing out.
    Element.prototype.scrollIntoView = jest.fn();
    window.scrollTo = jest.fn();
  });

  it('is for reading only unless a host is configured', async () => {
    const outline = await show(
      payments,
      [],
      '/#POST%20%2Fpayments%2F%7Bid%7D%2Frefunds',
    );
    expect(
      within(outline).getByRole('button', { name: /POST \/payments/ }),
    ).toHaveAttribute('aria-current', 'true');
    expect(
      screen.getByText(
        'Version 2.1.0 · OpenAPI 3.0.3 · 1 operation · 0 schemas',
      ),
    ).toBeVisible();
    expect(await screen.findByText('Done')).toBeVisible();
    expect(await screen.findByText('paymentId')).toBeVisible();
    expect(screen.getByText('payments:refund')).toBeVisible();
    expect(screen.getByRole('combobox', { name: 'Server' })).toBeVisible();
    expect(screen.queryByText('Try it out')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /Authorize/i }),
    ).not.toBeInTheDocument();
  });

  it('lets requests be tried out where the host is configured', async () => {
    await show(payments, ['payments.acme.example'], '/#/default/refundPayment');
    expect(await screen.findByText('Try it out')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Authorize' })).toBeVisible();
  });

  it('shows a schema by itself', async () => {
    const outline = await show(
      JSON.stringify({
        openapi: '3.0.3',
        info: {},
        paths: { '/refunds': { get: { summary: 'List', responses: {} } } },
        components: {
          schemas: { Refund: { properties: { amount: { type: 'integer' } } } },
        },
      }),
      [],
    );
    expect(await screen.findByText('List')).toBeVisible();
    await userEvent.click(
      within(outline).getByRole('button', { name: 'Refund' }),
    );
    expect(await screen.findByText('amount')).toBeVisible();
    expect(screen.queryByText('List')).not.toBeInTheDocument();
  });

  it('shows a large API one operation at a time', async () => {
    const paths = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [
        `/things-${index}`,
        {
          get: {
            tags: [`Area ${index % 4}`],
            summary: `Read thing ${index}`,
            responses: { 200: { description: 'The thing' } },
          },
        },
      ]),
    );
    const outline = await show(
      JSON.stringify({ openapi: '3.0.3', info: {}, paths }),
      [],
    );
    expect(await screen.findByText('Read thing 0')).toBeVisible();
    expect(screen.queryByText('Read thing 1')).not.toBeInTheDocument();

    await userEvent.click(
      within(outline).getByRole('searchbox', { name: 'Search operations' }),
    );
    await userEvent.paste('thing 77');
    await userEvent.click(
      await within(outline).findByRole('button', { name: /things-77$/ }),
    );
    expect(await screen.findByText('Read thing 77')).toBeVisible();
    await waitFor(() =>
      expect(screen.queryByText('Read thing 0')).not.toBeInTheDocument(),
    );
  });
});
