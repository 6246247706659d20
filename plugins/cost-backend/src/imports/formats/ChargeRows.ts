import type { ImportReport } from '@atrium/plugin-cost-common';
import type { Charge } from './Charge';
import type { Cell } from './Table';

/** What makes charges of the rows of one file. */
export interface ChargeRows {
  readonly columns: ImportReport['columns'];
  readonly focusVersion?: string;

  /**
   * The charge of a row, or nothing where the row breaks a rule that refuses the
   * delivery.
   *
   * @param row - counted from 1
   */
  read(cells: Cell[], row: number): Charge | undefined;
}
