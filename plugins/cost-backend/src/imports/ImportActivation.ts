/** Puts in force what an import has read. */
export interface ImportActivation {
  /**
   * Allocates the charges of an import whose partition is filled, works out its
   * sums, and in one transaction has them take the place of what its source had for
   * its billing periods. Whoever reads sees the sums before or the sums after.
   *
   * @param months - the first days of its billing periods
   * @throws ConflictError when what it stored does not add up to the sums that were
   * read: then nothing has changed
   */
  activate(importId: number, months: string[]): Promise<void>;
}
