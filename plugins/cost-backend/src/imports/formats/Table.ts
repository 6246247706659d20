/** A value of a table as text; undefined where there is none. */
export type Cell = string | undefined;

/** A file of rows that have the same columns. */
export interface Table {
  columns: string[];
  /** The rows in order, some at a time. */
  batches: AsyncIterable<Cell[][]>;
}

/** A table, and what to do once it was read. */
export interface OpenedTable extends Table {
  close(): Promise<void>;
}

/** How a table is opened. */
export interface OpenTableOptions {
  /** For what has to be unpacked before it is read. */
  folder: string;
  /** How large a packed file may be once it is unpacked. */
  maxUnpackedBytes: number;
}
