import { hash } from 'node:crypto';
import type { Charge } from '../formats/Charge';

/** The columns that {@link ChargeEncoder} writes, in order. */
export const CHARGE_COLUMNS = [
  'import_id',
  'row_number',
  'month',
  'charge_start',
  'charge_end',
  'key_id',
  'dimension_id',
  'invoice_id',
  'sku_id',
  'description',
  'charge_frequency',
  'commitment_id',
  'consumed_quantity',
  'consumed_unit',
  'billed',
  'effective',
  'list',
  'contracted',
  'other',
];

/** The same for keys. */
export const KEY_COLUMNS = [
  'id',
  'source',
  'provider',
  'billing_account_id',
  'sub_account_id',
  'sub_account_name',
  'service_name',
  'service_category',
  'region',
  'resource_id',
  'resource_name',
  'resource_type',
  'tags',
];

/** The same for dimensions. */
export const DIMENSION_COLUMNS = [
  'id',
  'provider',
  'billing_account_id',
  'sub_account_id',
  'sub_account_name',
  'service_name',
  'service_category',
  'region',
  'charge_category',
  'charge_class',
  'pricing_category',
  'commitment_status',
  'currency',
];

interface ChargeEncoderOptions {
  importId: number;
  source: string;
}

type Value = string | undefined;

const MAX_KNOWN = 50_000;

const NO_VALUE = '\\N';
const SPECIAL = /[\\\n\r\t]/;
const ALL_SPECIAL = /[\\\n\r\t]/g;
const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function escapeText(value: Value): string {
  if (value === undefined) {
    return NO_VALUE;
  }
  return SPECIAL.test(value)
    ? value.replaceAll(ALL_SPECIAL, character => ESCAPES[character] ?? '')
    : value;
}

/** Ids of values: the first 64 bits of the SHA-256 of their JSON. */
class KnownIds {
  readonly #known = new Map<string, string>();

  /** @param added - gets the line of values that were not known */
  find(values: Value[], added: string[]): string {
    // No text has the character in between, and none is empty.
    const key = values.join('\0');
    const known = this.#known.get(key);
    if (known !== undefined) {
      return known;
    }
    const json = JSON.stringify(values);
    const id = String(hash('sha256', json, 'buffer').readBigInt64BE());
    if (this.#known.size >= MAX_KNOWN) {
      this.#known.clear();
    }
    this.#known.set(key, id);
    added.push(`${[id, ...values.map(escapeText)].join('\t')}\n`);
    return id;
  }
}

/**
 * Writes charges as lines of PostgreSQL's COPY, and with them the keys and
 * dimensions that they are the first to have.
 */
export class ChargeEncoder {
  readonly #options: ChargeEncoderOptions;
  readonly #keys = new KnownIds();
  readonly #dimensions = new KnownIds();
  #newKeys: string[] = [];
  #newDimensions: string[] = [];

  constructor(options: ChargeEncoderOptions) {
    this.#options = options;
  }

  /** @param row - counted from 1 over all files of the delivery */
  encode(charge: Charge, row: number): string {
    const where: Value[] = [
      charge.provider,
      charge.billingAccountId,
      charge.subAccountId,
      charge.subAccountName,
      charge.serviceName,
      charge.serviceCategory,
      charge.region,
    ];
    const keyId = this.#keys.find(
      [
        this.#options.source,
        ...where,
        charge.resourceId,
        charge.resourceName,
        charge.resourceType,
        charge.tags,
      ],
      this.#newKeys,
    );
    const dimensionId = this.#dimensions.find(
      [
        ...where,
        charge.chargeCategory,
        charge.chargeClass,
        charge.pricingCategory,
        charge.commitmentStatus,
        charge.currency,
      ],
      this.#newDimensions,
    );
    // Only texts can have what has to be escaped.
    return `${this.#options.importId}\t${row}\t${charge.month}\t${
      charge.chargeStart
    }\t${charge.chargeEnd}\t${keyId}\t${dimensionId}\t${escapeText(
      charge.invoiceId,
    )}\t${escapeText(charge.skuId)}\t${escapeText(
      charge.description,
    )}\t${escapeText(charge.chargeFrequency)}\t${escapeText(
      charge.commitmentId,
    )}\t${charge.consumedQuantity ?? NO_VALUE}\t${escapeText(
      charge.consumedUnit,
    )}\t${charge.billed}\t${charge.effective}\t${charge.list}\t${
      charge.contracted
    }\t${escapeText(charge.other)}\n`;
  }

  /**
   * The lines of keys and dimensions since it was last asked. One may be there
   * more than once.
   */
  takeNew(): { keys: string; dimensions: string } {
    const taken = {
      keys: this.#newKeys.join(''),
      dimensions: this.#newDimensions.join(''),
    };
    this.#newKeys = [];
    this.#newDimensions = [];
    return taken;
  }
}
