import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { PackPage } from './PackPage';

const shipment = {
  orderNumber: 'AC-20418833',
  carrier: 'northpost',
  trackingNumber: 'NP204188330NL',
  status: 'announced',
};

/** user-event types without pauses, as the scanner does. */
const scan = (code: string) => userEvent.keyboard(`${code}{Enter}`);

describe('PackPage', () => {
  it('prints the label with the weight and names the belt', async () => {
    const shipping = {
      shipment: vi.fn().mockResolvedValue(shipment),
      label: vi.fn().mockResolvedValue('^XA^XZ'),
    };
    const print = vi.fn().mockResolvedValue(undefined);
    render(<PackPage shipping={shipping} print={print} />);

    await scan('AC-20418833');
    await userEvent.type(
      await screen.findByLabelText('Weight in grams'),
      '2140',
    );

    await userEvent.click(screen.getByRole('button', { name: 'Print label' }));

    expect(await screen.findByText(/Belt: northpost/)).toBeTruthy();
    expect(shipping.label).toHaveBeenCalledWith('AC-20418833', 2140);
    expect(print).toHaveBeenCalledWith('^XA^XZ');
  });

  it('stops cancelled orders', async () => {
    const shipping = {
      shipment: vi.fn().mockResolvedValue({ ...shipment, status: 'cancelled' }),
      label: vi.fn(),
    };
    render(<PackPage shipping={shipping} />);

    await scan('AC-20418833');
    expect(await screen.findByText(/was cancelled/)).toBeTruthy();
    expect(shipping.label).not.toHaveBeenCalled();
  });
});
