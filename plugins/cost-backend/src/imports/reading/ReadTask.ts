import type { CostFormat, ImportReport } from '@atrium/plugin-cost-common';
import type { DeliverySum } from './DeliverySums';

/** A file of a delivery, as it lies here. */
export interface DeliveryFile {
  path: string;
  /** What people know it as. */
  name: string;
  bytes: number;
}

/** What the thread is asked to read. */
export interface ReadTask {
  importId: number;
  source: string;
  format: CostFormat;
  /** Told from the columns where it is not said. */
  focusVersion: string | undefined;
  files: DeliveryFile[];
  /** Where keys and dimensions are written. */
  folder: string;
  maxUnpackedBytes: number;
}

/** What was read, once all of it was. */
export interface ReadResult {
  report: ImportReport;
  /** Whether the delivery is refused. */
  hasErrors: boolean;
  /** Empty where it has errors. */
  sums: DeliverySum[];
}

/** What the thread says. */
export type ReadMessage =
  /** Rows for COPY, and how many were read up to here. */
  | { kind: 'rows'; lines: Uint8Array; rowCount: number }
  | { kind: 'done'; result: ReadResult };
