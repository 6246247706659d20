import type { ImportReport } from '@atrium/plugin-cost-common';
import { words } from '../../costWords';
import type { Charge } from '../formats/Charge';
import type { ChargeRows } from '../formats/ChargeRows';
import { DailyRows } from '../formats/DailyRows';
import {
  FOCUS_VERSIONS,
  type FocusVersion,
  tellFocusVersion,
} from '../formats/focusColumns';
import { FocusRows } from '../formats/FocusRows';
import { openTable } from '../formats/openTable';
import { otherDataset } from '../formats/otherDataset';
import { readOpenCost } from '../formats/readOpenCost';
import { UnreadableFile } from '../formats/UnreadableFile';
import { ProblemCollector } from '../report/ProblemCollector';
import { DeliverySums } from './DeliverySums';
import type { DeliveryFile, ReadResult, ReadTask } from './ReadTask';

/** What becomes of the charges of a delivery, in order. */
export interface ChargeSink {
  /**
   * Takes a charge.
   *
   * @param row - counted from 1 over all files
   */
  add(charge: Charge, row: number): void;
  /** Waits until there is room for more; given how many rows were read. */
  flush(rowCount: number): Promise<void>;
}

/** Bills have some hundreds, with one for each tag. */
const MAX_COLUMNS = 2_000;

type Task = Omit<ReadTask, 'importId'>;

class DeliveryReader {
  readonly #problems = new ProblemCollector();
  readonly #sums = new DeliverySums(this.#problems);
  readonly #columns = {
    read: new Set<string>(),
    kept: new Set<string>(),
    missing: new Set<string>(),
  };
  readonly #files: ImportReport['files'] = [];
  #focusVersion: string | undefined;
  #rowCount = 0;

  constructor(readonly task: Task, readonly sink: ChargeSink) {}

  async read(): Promise<ReadResult> {
    const { files, format } = this.task;
    for (const file of files) {
      this.#problems.startFile(files.length > 1 ? file.name : undefined);
      const before = this.#rowCount;
      try {
        await (format === 'opencost'
          ? this.#readOpenCost(file)
          : this.#readTable(file));
      } catch (error) {
        if (!(error instanceof UnreadableFile)) {
          throw error;
        }
        this.#problems.add(error.problem);
      }
      this.#files.push({
        name: file.name,
        bytes: file.bytes,
        rowCount: this.#rowCount - before,
      });
    }
    if (this.#rowCount === 0 && !this.#problems.hasErrors) {
      this.#problems.startFile(undefined);
      this.#problems.add({
        severity: 'error',
        rule: 'empty',
        message: words.describe('cost.bill.noRows'),
      });
    }
    await this.sink.flush(this.#rowCount);
    const { hasErrors } = this.#problems;
    return {
      report: this.#report(),
      hasErrors,
      sums: hasErrors ? [] : this.#sums.list(),
    };
  }

  async #readOpenCost({ path }: DeliveryFile): Promise<void> {
    for (const charge of await readOpenCost(path, this.#problems)) {
      this.#rowCount += 1;
      this.#take(charge, this.#rowCount);
    }
    await this.sink.flush(this.#rowCount);
  }

  async #readTable({ path }: DeliveryFile): Promise<void> {
    const table = await openTable(path, this.task);
    try {
      const rows = this.#createRows(table.columns);
      let row = 0;
      for await (const batch of table.batches) {
        for (const cells of batch) {
          row += 1;
          this.#rowCount += 1;
          const charge = rows.read(cells, row);
          if (charge) {
            this.#take(charge, row);
          }
        }
        await this.sink.flush(this.#rowCount);
      }
    } finally {
      await table.close();
    }
  }

  #createRows(columns: string[]): ChargeRows {
    if (columns.length > MAX_COLUMNS) {
      throw new UnreadableFile({
        rule: 'too-many-columns',
        message: words.describe('cost.bill.tooManyColumns', {
          max: MAX_COLUMNS,
          columns: columns.length,
        }),
      });
    }
    const { format, source } = this.task;
    const problems = this.#problems;
    const rows: ChargeRows =
      format === 'daily'
        ? new DailyRows({ columns, source, problems })
        : new FocusRows({ columns, version: this.#tell(columns), problems });
    for (const kind of ['read', 'kept', 'missing'] as const) {
      for (const column of rows.columns[kind]) {
        this.#columns[kind].add(column);
      }
    }
    this.#focusVersion ??= rows.focusVersion;
    return rows;
  }

  #tell(columns: string[]): FocusVersion {
    const dataset = otherDataset(columns);
    if (dataset !== undefined) {
      throw new UnreadableFile({
        rule: 'dataset',
        message: words.describe('cost.bill.dataset', { dataset }),
      });
    }
    const said = this.task.focusVersion;
    return (
      FOCUS_VERSIONS.find(version => version === said) ??
      tellFocusVersion(columns)
    );
  }

  /** @param row - counted from 1 in its file */
  #take(charge: Charge, row: number): void {
    this.#sums.add(charge, row);
    if (!this.#problems.hasErrors) {
      this.sink.add(charge, this.#rowCount);
    }
  }

  #report(): ImportReport {
    const focusVersion = this.#focusVersion;
    return {
      format: this.task.format,
      ...(focusVersion !== undefined && { focusVersion }),
      files: this.#files,
      rowCount: this.#rowCount,
      columns: {
        read: [...this.#columns.read],
        kept: [...this.#columns.kept],
        missing: [...this.#columns.missing],
      },
      problems: this.#problems.list(),
    };
  }
}

/**
 * Reads all files of a delivery to their ends, whatever is wrong with them, and
 * says what was found.
 *
 * @remarks Charges go to the sink until the first error, as a delivery with errors
 * is refused as a whole.
 */
export async function readDelivery(
  task: Task,
  sink: ChargeSink,
): Promise<ReadResult> {
  return new DeliveryReader(task, sink).read();
}
