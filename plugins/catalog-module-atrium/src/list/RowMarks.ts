import type { EntityRow } from '@atrium/plugin-entity-summary-common';

/** What a person has marked of the rows: chosen for now, or starred for good. */
export interface RowMarks {
  isSelected(row: EntityRow): boolean;
  select(rows: EntityRow[], isSelected: boolean): void;
  isStarred(row: EntityRow): boolean;
  toggleStar(row: EntityRow): void;
}
