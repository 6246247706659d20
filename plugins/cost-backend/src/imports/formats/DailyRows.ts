import type { ImportReport } from '@atrium/plugin-cost-common';
import { words } from '../../costWords';
import type { ProblemCollector } from '../report/ProblemCollector';
import type { Charge } from './Charge';
import type { ChargeRows } from './ChargeRows';
import { dayAfter, monthOf } from './instants';
import { RowChecks } from './RowChecks';
import type { Cell } from './Table';
import { TagReader } from './tags';

const MANDATORY = ['day', 'provider', 'service', 'amount', 'currency'];
const OPTIONAL = [
  'account',
  'category',
  'description',
  'invoice_id',
  'list_amount',
  'quantity',
  'region',
  'resource_id',
  'resource_name',
  'resource_type',
  'sub_account',
  'sub_account_name',
  'tags',
  'unit',
];
const TAG_PREFIX = 'tag:';

interface DailyRowsOptions {
  columns: string[];
  /** The account where the file has none: the name of the source. */
  source: string;
  problems: ProblemCollector;
}

/**
 * Makes charges of a plain CSV with a row for each day and thing, for bills of
 * those who know no FOCUS.
 *
 * @remarks
 * The amount is what is billed for the day, and what it costs: nothing is spread
 * over time. A column `tag:<name>` has a tag, and `tags` all of them as JSON.
 * The billing period is the calendar month of the day. Everything is Usage, and an
 * amount below zero a Credit.
 */
export class DailyRows implements ChargeRows {
  readonly columns: ImportReport['columns'];
  readonly #options: DailyRowsOptions;
  readonly #checks: RowChecks;
  readonly #tags = new TagReader();
  readonly #index: ReadonlyMap<string, number>;
  readonly #tagColumns: { name: string; index: number }[];
  #row = 0;
  #cells: Cell[] = [];

  constructor(options: DailyRowsOptions) {
    const { columns, problems } = options;
    this.#options = options;
    this.#checks = new RowChecks(problems);
    this.#index = new Map(columns.map((name, index) => [name, index]));
    this.#tagColumns = columns.flatMap((column, index) =>
      column.startsWith(TAG_PREFIX)
        ? [{ name: column.slice(TAG_PREFIX.length), index }]
        : [],
    );
    const isKnown = (name: string) =>
      [...MANDATORY, ...OPTIONAL].includes(name) || name.startsWith(TAG_PREFIX);
    this.columns = {
      read: columns.filter(isKnown),
      kept: columns.filter(name => !isKnown(name)),
      missing: MANDATORY.filter(name => !this.#index.has(name)),
    };
    for (const column of this.columns.missing) {
      problems.add({
        severity: 'error',
        rule: 'column-missing',
        column,
        message: words.describe('cost.bill.columnRequiredDaily'),
      });
    }
    for (const column of this.#index.keys()) {
      if (columns.indexOf(column) !== columns.lastIndexOf(column)) {
        problems.add({
          severity: 'error',
          rule: 'column-duplicate',
          column,
          message: words.describe('cost.bill.columnDuplicate'),
        });
      }
    }
  }

  read(cells: Cell[], row: number): Charge | undefined {
    this.#row = row;
    this.#cells = cells;
    const { columns, source } = this.#options;
    if (cells.length !== columns.length) {
      this.#options.problems.add({
        severity: 'error',
        rule: 'row-length',
        message: words.describe('cost.bill.rowLength', {
          columns: columns.length,
        }),
        row,
        value: words.describe('cost.bill.values', { count: cells.length }),
      });
    }
    const start = this.#checks.instant(this.#required('day'), 'day', this.#row);
    const provider = this.#text('provider', true);
    const serviceName = this.#text('service', true);
    const amount = this.#decimal('amount', true);
    const list = this.#decimal('list_amount');
    const quantity = this.#decimal('quantity');
    const currency = this.#checks.currency(
      this.#required('currency'),
      'currency',
      this.#row,
    );
    const tags = this.#readTags();
    if (!start || !provider || !serviceName || !amount || !currency || !tags) {
      return undefined;
    }
    const day = start.slice(0, 10);
    return {
      ...{ provider, serviceName, currency, tags },
      month: monthOf(day),
      chargeStart: `${day}T00:00:00Z`,
      chargeEnd: `${dayAfter(day)}T00:00:00Z`,
      billingAccountId: this.#text('account') ?? source,
      subAccountId: this.#text('sub_account'),
      subAccountName: this.#text('sub_account_name'),
      serviceCategory: this.#text('category'),
      region: this.#text('region'),
      resourceId: this.#text('resource_id'),
      resourceName: this.#text('resource_name'),
      resourceType: this.#text('resource_type'),
      chargeCategory: amount.startsWith('-') ? 'Credit' : 'Usage',
      chargeClass: undefined,
      pricingCategory: undefined,
      commitmentStatus: undefined,
      commitmentId: undefined,
      invoiceId: this.#text('invoice_id'),
      skuId: undefined,
      description: this.#text('description'),
      chargeFrequency: undefined,
      consumedQuantity: quantity,
      consumedUnit: this.#text('unit'),
      billed: amount,
      effective: amount,
      list: list ?? amount,
      contracted: amount,
      other: this.#readOther(),
    };
  }

  #readTags(): string | undefined {
    const text = this.#value('tags');
    const tags = this.#tags.read(
      text === undefined ? [] : [text],
      new Map(
        this.#tagColumns.flatMap(({ name, index }) => {
          const value = this.#cells[index];
          return value ? [[name, value]] : [];
        }),
      ),
    );
    if ('json' in tags) {
      return tags.json;
    }
    this.#options.problems.add({
      severity: 'error',
      rule: 'tags',
      message: tags.problem,
      value: text,
      column: 'tags',
      row: this.#row,
    });
    return undefined;
  }

  #readOther(): string | undefined {
    const kept = this.columns.kept.flatMap(name => {
      const value = this.#value(name);
      return value === undefined ? [] : [[name, value]];
    });
    return kept.length > 0
      ? JSON.stringify(Object.fromEntries(kept))
      : undefined;
  }

  #value(column: string): Cell {
    const index = this.#index.get(column);
    return (index !== undefined && this.#cells[index]) || undefined;
  }

  #required(column: string): Cell {
    return this.#index.has(column)
      ? this.#checks.required(this.#value(column), column, this.#row)
      : undefined;
  }

  #text(column: string, isRequired = false): Cell {
    const value = isRequired ? this.#required(column) : this.#value(column);
    return this.#checks.text(value, column, this.#row);
  }

  #decimal(column: string, isRequired = false): Cell {
    const value = isRequired ? this.#required(column) : this.#value(column);
    return this.#checks.decimal(value, column, this.#row);
  }
}
