import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { PaymentStep } from './PaymentStep';

const checkout = {
  id: 'k1',
  lines: [],
  currency: 'EUR',
  totalMinor: 12100,
  token: 't',
};

describe('PaymentStep', () => {
  it('passes the token of the payment form on', async () => {
    const onSubmit = vi.fn().mockResolvedValue(undefined);
    render(
      <PaymentStep
        checkout={checkout}
        onSubmit={onSubmit}
        getToken={async () => 'tok_test'}
      />,
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Order and pay' }),
    );
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith('tok_test');
  });

  it('does nothing when the payment form is closed', async () => {
    const onSubmit = vi.fn();
    render(
      <PaymentStep
        checkout={checkout}
        onSubmit={onSubmit}
        getToken={async () => undefined}
      />,
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Order and pay' }),
    );
    expect(onSubmit).not.toHaveBeenCalled();
  });
});
