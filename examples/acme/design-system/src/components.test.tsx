import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Button, Price, TextField } from './index';

describe('Button', () => {
  it('ignores clicks while it is busy and keeps the focus', async () => {
    const onClick = vi.fn();
    render(
      <Button isBusy onClick={onClick}>
        Pay
      </Button>,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Pay' }));
    expect(onClick).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(screen.getByRole('button'));
  });
});

describe('TextField', () => {
  it('joins the error to the input', () => {
    render(
      <TextField label="Postal code" required error="Enter five digits." />,
    );
    const input = screen.getByRole('textbox', { name: 'Postal code' });
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const errorId = input.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(errorId)?.textContent).toBe(
      'Enter five digits.',
    );
  });
});

describe('Price', () => {
  it('says the old price only when it was higher', () => {
    const { container, rerender } = render(
      <Price amount="19.90" currency="EUR" previousAmount="24.90" />,
    );
    expect(container.textContent).toBe('Now €19.90 instead of €24.90');
    rerender(<Price amount="19.90" currency="EUR" previousAmount="19.90" />);
    expect(container.textContent).toBe('€19.90');
  });
});
