import { Button, Card, TextField } from '@acme/design-system';
import { type FormEvent, useState } from 'react';
import type { Address } from '../CheckoutApi';

const OPTIONS = [
  { id: 'home-standard', label: 'To your home, 2 to 3 days' },
  { id: 'pickup-point', label: 'To a pick-up point, 2 days' },
  { id: 'express', label: 'Tomorrow, when ordered before 15:00' },
];

export interface DeliveryStepProps {
  onSubmit: (address: Address, optionId: string) => Promise<void>;
}

export function DeliveryStep({ onSubmit }: DeliveryStepProps) {
  const [isBusy, setBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    setBusy(true);
    await onSubmit(
      {
        recipient: text('recipient'),
        lines: [text('street')],
        postalCode: text('postalCode'),
        city: text('city'),
        country: text('country').toUpperCase(),
      },
      text('option'),
    );
    setBusy(false);
  }

  return (
    <Card title="Delivery">
      <form onSubmit={submit}>
        <TextField label="Name" name="recipient" autoComplete="name" required />
        <TextField
          label="Street and number"
          name="street"
          autoComplete="address-line1"
          required
        />
        <TextField
          label="Postal code"
          name="postalCode"
          autoComplete="postal-code"
          required
        />
        <TextField
          label="City"
          name="city"
          autoComplete="address-level2"
          required
        />
        <TextField
          label="Country"
          name="country"
          autoComplete="country"
          pattern="[A-Za-z]{2}"
          description="Two letters, for example NL"
          required
        />
        <fieldset>
          <legend>How shall we deliver?</legend>
          {OPTIONS.map((option, index) => (
            <label key={option.id}>
              <input
                type="radio"
                name="option"
                value={option.id}
                defaultChecked={index === 0}
              />
              {option.label}
            </label>
          ))}
        </fieldset>
        <Button variant="primary" type="submit" isBusy={isBusy}>
          Continue to payment
        </Button>
      </form>
    </Card>
  );
}
