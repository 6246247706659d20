import { Button, Card, Notice, TextField } from '@acme/design-system';
import { type FormEvent, useState } from 'react';
import type { Shipment, ShippingApi } from '../ShippingApi';
import { useScanner } from '../useScanner';

type PackState =
  | { step: 'waiting'; notice?: { tone: 'good' | 'bad'; title: string } }
  | { step: 'weighing'; shipment: Shipment };

export interface PackPageProps {
  shipping: Pick<ShippingApi, 'shipment' | 'label'>;
  /** Sends a label to the printer of the packing table. */
  print?: (zpl: string) => Promise<void>;
}

async function sendToPrinter(zpl: string) {
  await fetch('http://localhost:9100/print', { method: 'POST', body: zpl });
}

export function PackPage({ shipping, print = sendToPrinter }: PackPageProps) {
  const [state, setState] = useState<PackState>({ step: 'waiting' });

  function fail(title: string) {
    setState({ step: 'waiting', notice: { tone: 'bad', title } });
  }

  useScanner(async scan => {
    if (scan.kind !== 'order') {
      return;
    }
    try {
      const shipment = await shipping.shipment(scan.orderNumber);
      if (!shipment) {
        fail(`${scan.orderNumber} has no carrier. Put it on the red trolley.`);
      } else if (shipment.status === 'cancelled') {
        fail(`${scan.orderNumber} was cancelled. Put the goods back.`);
      } else {
        setState({ step: 'weighing', shipment });
      }
    } catch {
      fail('No connection to shipping. Scan again in a minute.');
    }
  });

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (state.step !== 'weighing') {
      return;
    }
    const { orderNumber, carrier } = state.shipment;
    const weight = Number(new FormData(event.currentTarget).get('weight'));
    try {
      await print(await shipping.label(orderNumber, weight));
      setState({
        step: 'waiting',
        notice: { tone: 'good', title: `Label printed. Belt: ${carrier}` },
      });
    } catch {
      fail(`No label for ${orderNumber}. Try again or ask the shift lead.`);
    }
  }

  if (state.step === 'waiting') {
    return (
      <Card title="Pack">
        {state.notice && <Notice {...state.notice} />}
        <p>Scan the order on the tote.</p>
      </Card>
    );
  }
  return (
    <Card title={`Pack ${state.shipment.orderNumber}`}>
      <form onSubmit={submit}>
        <TextField
          label="Weight in grams"
          name="weight"
          type="number"
          inputMode="numeric"
          min={1}
          max={70000}
          required
          autoFocus
        />
        <Button variant="primary" type="submit">
          Print label
        </Button>
      </form>
    </Card>
  );
}
