import type { MessageDescriptor } from '@atrium/common';
import type { ImportReport } from '@atrium/plugin-cost-common';
import { words } from '../../costWords';
import type { ProblemCollector } from '../report/ProblemCollector';
import type { Charge } from './Charge';
import type { ChargeRows } from './ChargeRows';
import { checkFocusHeader } from './checkFocusHeader';
import { checkMeaning } from './checkMeaning';
import { CHARGE_CATEGORIES, type FocusVersion } from './focusColumns';
import { monthAfter, monthOf } from './instants';
import { OWN_COLUMNS, type PlacedColumn, placeColumn } from './placeColumn';
import { RowChecks } from './RowChecks';
import type { Cell } from './Table';
import { LABEL_COLUMNS, tagOfColumn, TagReader } from './tags';
import { toJsonText } from './toJsonText';

const CATEGORIES: ReadonlySet<string> = new Set(CHARGE_CATEGORIES);
/** What some exporters write for no value. */
const NULL_TEXTS = new Set(['NULL', 'null']);
const NO_TAGS: ReadonlyMap<string, string> = new Map();
// Warnings may be about every row: what they say is made once.
const BILLING_PERIOD_MONTH = words.describe('cost.bill.billingPeriodMonth');
const NULL_TEXT = words.describe('cost.bill.nullText');
const PRICE_MISSING = words.describe('cost.bill.priceMissing');

/** A billing period, which many rows have alike. */
interface BillingPeriod {
  start: string;
  end: string;
  month: string;
  isMonth: boolean;
  text: MessageDescriptor;
}

interface FocusRowsOptions {
  columns: string[];
  version: FocusVersion;
  problems: ProblemCollector;
}

/** Makes charges of the rows of FOCUS, and checks them by the standard. */
export class FocusRows implements ChargeRows {
  readonly columns: ImportReport['columns'];
  readonly focusVersion: FocusVersion;
  readonly #problems: ProblemCollector;
  readonly #checks: RowChecks;
  readonly #tags = new TagReader();
  readonly #index = new Map<string, number>();
  /** The column that says whose service it is: 1.3 brought in a new one. */
  readonly #provider: string;
  readonly #placed: PlacedColumn[];
  readonly #others: { index: number; label: string }[];
  /** Where tags are; those of later columns win. */
  readonly #tagColumns: readonly string[];
  /** Before these. An exporter may mean something else by such a name: no error. */
  readonly #labelColumns: readonly string[];
  readonly #kubernetes: { index: number; tag: string }[];
  #lastPeriod: BillingPeriod | undefined;
  #row = 0;
  #cells: Cell[] = [];

  constructor({ columns, version, problems }: FocusRowsOptions) {
    this.#problems = problems;
    this.#checks = new RowChecks(problems);
    this.focusVersion = version;
    this.#placed = columns.map((name, index) => placeColumn(name, index));
    for (const { name, index } of this.#placed) {
      if (!this.#index.has(name)) {
        this.#index.set(name, index);
      }
    }
    this.#provider = this.#index.has('ServiceProviderName')
      ? 'ServiceProviderName'
      : 'ProviderName';
    this.#others = this.#placed
      .filter(({ name }) => !OWN_COLUMNS.has(name) && name !== this.#provider)
      .map(({ index, name }) => ({ index, label: JSON.stringify(name) }));
    this.#tagColumns = [
      'Tags',
      // Of the workload, where cost was split.
      'AllocatedTags',
    ].filter(name => this.#index.has(name));
    this.#labelColumns = this.#index.has('Tags')
      ? []
      : LABEL_COLUMNS.filter(name => this.#index.has(name));
    this.#kubernetes = this.#placed.flatMap(({ name, index }) => {
      const tag = tagOfColumn(name);
      return tag === undefined ? [] : [{ index, tag }];
    });
    this.columns = checkFocusHeader(columns, { version, problems });
  }

  read(cells: Cell[], row: number): Charge | undefined {
    this.#row = row;
    this.#cells = cells;
    this.#checkValues();
    const money = this.#readMoney();
    const time = this.#readTime();
    const what = this.#readWhat();
    const tags = this.#readTags();
    if (!money || !time || !what || tags === undefined) {
      return undefined;
    }
    // Field by field: spreading three objects takes longer than all the rest.
    const charge: Charge = {
      month: time.month,
      chargeStart: time.chargeStart,
      chargeEnd: time.chargeEnd,
      provider: what.provider,
      billingAccountId: what.billingAccountId,
      subAccountId: this.#text('SubAccountId'),
      subAccountName: this.#text('SubAccountName'),
      serviceName: what.serviceName,
      serviceCategory: this.#text('ServiceCategory'),
      region: this.#text('RegionId') ?? this.#text('RegionName'),
      resourceId: this.#text('ResourceId'),
      resourceName: this.#text('ResourceName'),
      resourceType: this.#text('ResourceType'),
      tags,
      chargeCategory: what.chargeCategory,
      chargeClass:
        this.#value('ChargeClass') === 'Correction' ? 'Correction' : undefined,
      pricingCategory: this.#text('PricingCategory'),
      commitmentStatus: this.#text('CommitmentDiscountStatus'),
      commitmentId: this.#text('CommitmentDiscountId'),
      currency: money.currency,
      invoiceId: this.#text('InvoiceId'),
      skuId: this.#text('SkuId'),
      description: this.#text('ChargeDescription'),
      chargeFrequency: this.#text('ChargeFrequency'),
      consumedQuantity: money.consumedQuantity,
      consumedUnit: this.#text('ConsumedUnit'),
      billed: money.billed,
      effective: money.effective,
      list: money.list,
      contracted: money.contracted,
      other: this.#readOther(),
    };
    checkMeaning(charge, {
      row,
      problems: this.#problems,
      pricingQuantity: this.#value('PricingQuantity'),
    });
    return charge;
  }

  /** What holds for each column by itself. */
  #checkValues(): void {
    const row = this.#row;
    if (this.#cells.length !== this.#placed.length) {
      this.#problems.add({
        severity: 'error',
        rule: 'row-length',
        message: words.describe('cost.bill.rowLength', {
          columns: this.#placed.length,
        }),
        row,
        value: words.describe('cost.bill.values', {
          count: this.#cells.length,
        }),
      });
    }
    for (const { index, isKnown, isOtherDecimal, name, values } of this
      .#placed) {
      const value = this.#cells[index];
      if (value === '' || value === undefined) {
        this.#cells[index] = undefined;
      } else if (isKnown && value.length === 4 && NULL_TEXTS.has(value)) {
        this.#cells[index] = undefined;
        this.#problems.add({
          severity: 'warning',
          rule: 'null-text',
          column: name,
          foldsColumns: true,
          message: NULL_TEXT,
          row,
        });
      } else if (values && !values.allowed.has(value)) {
        this.#problems.add({
          severity: 'warning',
          rule: 'allowed-value',
          column: name,
          message: values.message,
          row,
          value,
        });
      } else if (isOtherDecimal) {
        this.#checks.decimal(value, name, row);
      }
    }
  }

  #readMoney() {
    const billed = this.#readCost('BilledCost');
    const effective = this.#readCost('EffectiveCost');
    const list = this.#readPrice('ListCost', effective);
    const contracted = this.#readPrice('ContractedCost', effective);
    const currency = this.#checks.currency(
      this.#required('BillingCurrency'),
      'BillingCurrency',
      this.#row,
    );
    const consumedQuantity = this.#checks.decimal(
      this.#value('ConsumedQuantity'),
      'ConsumedQuantity',
      this.#row,
    );
    if (!billed || !effective || !list || !contracted || !currency) {
      return undefined;
    }
    return { billed, effective, list, contracted, currency, consumedQuantity };
  }

  #readTime() {
    const billingStart = this.#readInstant('BillingPeriodStart');
    const billingEnd = this.#readInstant('BillingPeriodEnd');
    const chargeStart = this.#readInstant('ChargePeriodStart');
    const chargeEnd = this.#readInstant('ChargePeriodEnd');
    if (!billingStart || !billingEnd || !chargeStart || !chargeEnd) {
      return undefined;
    }
    const month = this.#readMonth(billingStart, billingEnd);
    if (month === undefined) {
      return undefined;
    }
    return this.#checks.chargePeriod(chargeStart, chargeEnd, this.#row)
      ? { month, chargeStart, chargeEnd }
      : undefined;
  }

  /** The month that a billing period counts for, which is asked for every row. */
  #readMonth(start: string, end: string): string | undefined {
    let period = this.#lastPeriod;
    if (period?.start !== start || period.end !== end) {
      const month = monthOf(start);
      const isMonth =
        start === `${month}T00:00:00Z` && end === monthAfter(month);
      const text = words.describe('cost.bill.period', { from: start, to: end });
      period = { start, end, month, isMonth, text };
      this.#lastPeriod = period;
    }
    const { isMonth, month, text } = period;
    const row = this.#row;
    if (end <= start) {
      this.#problems.add({
        severity: 'error',
        rule: 'billing-period-order',
        message: words.describe('cost.bill.billingPeriodOrder'),
        column: 'BillingPeriodEnd',
        row,
        value: text,
      });
      return undefined;
    }
    if (!isMonth) {
      this.#problems.add({
        severity: 'warning',
        rule: 'billing-period-month',
        message: BILLING_PERIOD_MONTH,
        column: 'BillingPeriodEnd',
        row,
        value: text,
      });
    }
    return month;
  }

  #readWhat() {
    const provider = this.#requiredText(this.#provider);
    const billingAccountId = this.#requiredText('BillingAccountId');
    const serviceName = this.#requiredText('ServiceName');
    const chargeCategory = this.#required('ChargeCategory');
    if (chargeCategory !== undefined && !CATEGORIES.has(chargeCategory)) {
      this.#problems.add({
        severity: 'error',
        rule: 'charge-category',
        message: words.describe('cost.bill.chargeCategory', {
          categories: CHARGE_CATEGORIES.join(', '),
        }),
        value: chargeCategory,
        column: 'ChargeCategory',
        row: this.#row,
      });
      return undefined;
    }
    if (!provider || !billingAccountId || !serviceName || !chargeCategory) {
      return undefined;
    }
    return { provider, billingAccountId, serviceName, chargeCategory };
  }

  #readTags(): string | undefined {
    const texts = this.#readLabels();
    texts.push(...this.#tagColumns.flatMap(name => this.#value(name) ?? []));
    let more = NO_TAGS;
    if (this.#kubernetes.length > 0) {
      more = new Map(
        this.#kubernetes.flatMap(({ index, tag }) => {
          const value = this.#cells[index];
          return value === undefined ? [] : [[tag, value]];
        }),
      );
    }
    const tags = this.#tags.read(texts, more);
    if ('json' in tags) {
      return tags.json;
    }
    this.#problems.add({
      severity: 'error',
      rule: 'tags',
      message: tags.problem,
      value: texts.join(' '),
      column: this.#tagColumns.join(', ') || undefined,
      row: this.#row,
    });
    return undefined;
  }

  /** What of the columns of labels can be read; the rest is kept as it is. */
  #readLabels(): string[] {
    const texts: string[] = [];
    for (const column of this.#labelColumns) {
      const value = this.#value(column) ?? '{}';
      const tags = this.#tags.read([value]);
      if ('json' in tags) {
        texts.push(value);
      } else {
        this.#problems.add({
          severity: 'warning',
          rule: 'tags',
          message: tags.problem,
          value,
          column,
          row: this.#row,
        });
      }
    }
    return texts;
  }

  #readOther(): string | undefined {
    const parts: string[] = [];
    for (const { index, label } of this.#others) {
      const value = this.#cells[index];
      if (value !== undefined) {
        parts.push(`${label}:${toJsonText(value)}`);
      }
    }
    return parts.length > 0 ? `{${parts.join(',')}}` : undefined;
  }

  #value(column: string): Cell {
    const index = this.#index.get(column);
    return index === undefined ? undefined : this.#cells[index];
  }

  #required(column: string): Cell {
    // A column that is missing is reported once, and not by row.
    return this.#index.has(column)
      ? this.#checks.required(this.#value(column), column, this.#row)
      : undefined;
  }

  #text(column: string): Cell {
    return this.#checks.text(this.#value(column), column, this.#row);
  }

  #requiredText(column: string): Cell {
    return this.#checks.text(this.#required(column), column, this.#row);
  }

  #readCost(column: string): Cell {
    return this.#checks.decimal(this.#required(column), column, this.#row);
  }

  /**
   * What a charge would cost at other prices. Some providers leave it out for
   * single rows; these are not worth refusing a bill for.
   */
  #readPrice(column: string, effective: Cell): Cell {
    const isLeftOut =
      this.#index.has(column) && this.#value(column) === undefined;
    if (!isLeftOut) {
      return this.#readCost(column);
    }
    this.#problems.add({
      severity: 'warning',
      rule: 'price-missing',
      message: PRICE_MISSING,
      column,
      row: this.#row,
    });
    return effective;
  }

  #readInstant(column: string): Cell {
    return this.#checks.instant(this.#required(column), column, this.#row);
  }
}
