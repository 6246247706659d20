import {
  InventoryService,
  type Stock,
  Warehouse,
} from '@acme/apis/inventory/v1';
import { createClient } from '@connectrpc/connect';
import { createGrpcWebTransport } from '@connectrpc/connect-web';

export interface CountInput {
  sku: string;
  location: string;
  counted: number;
  countedBy: string;
}

/** Shelves start with the letter of their warehouse. */
function warehouseOf(location: string): Warehouse {
  return location.startsWith('P') ? Warehouse.POZNAN : Warehouse.VENLO;
}

export class InventoryApi {
  readonly #client;

  constructor(baseUrl: string) {
    this.#client = createClient(
      InventoryService,
      createGrpcWebTransport({ baseUrl }),
    );
  }

  async stock(sku: string, location: string): Promise<Stock | undefined> {
    const { stocks } = await this.#client.getStock({
      skus: [sku],
      warehouse: warehouseOf(location),
    });
    return stocks[0];
  }

  /** Answers how many units more or less there are than expected. */
  async count(input: CountInput): Promise<number> {
    const { difference } = await this.#client.count({
      ...input,
      warehouse: warehouseOf(input.location),
    });
    return difference;
  }
}
