import { InventoryServiceClient } from '@acme/apis/inventory/v1';
import { credentials } from '@grpc/grpc-js';

export interface Reservation {
  id: string;
  missing: Array<{ sku: string; available: number }>;
}

export class InventoryClient {
  readonly #client: InventoryServiceClient;
  readonly #holdSeconds: number;

  constructor(options: { address: string; holdMinutes: number }) {
    this.#client = new InventoryServiceClient(
      options.address,
      credentials.createInsecure(),
    );
    this.#holdSeconds = options.holdMinutes * 60;
  }

  /** Reserves all lines or nothing. */
  async reserve(
    reference: string,
    lines: Array<{ sku: string; quantity: number }>,
  ): Promise<Reservation> {
    const request = {
      reference: `checkout/${reference}`,
      lines,
      hold: { seconds: this.#holdSeconds, nanos: 0 },
    };
    return new Promise((resolve, reject) => {
      this.#client.reserve(request, (error, answer) => {
        if (error || !answer) {
          reject(error);
          return;
        }
        resolve({ id: answer.reservationId, missing: answer.missing });
      });
    });
  }

  async release(reservationId: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#client.release({ reservationId }, error =>
        error ? reject(error) : resolve(),
      );
    });
  }
}
