export interface Shipment {
  orderNumber: string;
  carrier: string;
  trackingNumber: string;
  status: string;
}

export class ShippingApi {
  readonly #base: string;

  constructor(base: string) {
    this.#base = base;
  }

  async shipment(orderNumber: string): Promise<Shipment | undefined> {
    const response = await fetch(`${this.#base}/shipments/${orderNumber}`);
    if (response.status === 404) {
      return undefined;
    }
    if (!response.ok) {
      throw new Error(`The shipping API answered ${response.status}`);
    }
    return response.json();
  }

  async label(orderNumber: string, weightGrams: number): Promise<string> {
    const response = await fetch(
      `${this.#base}/shipments/${orderNumber}/label`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ weightGrams, format: 'zpl' }),
      },
    );
    if (!response.ok) {
      throw new Error(`The shipping API answered ${response.status}`);
    }
    return response.text();
  }
}
