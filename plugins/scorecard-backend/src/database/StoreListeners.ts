/** What the stores tell of. */
export interface StoreListeners {
  /** There is something to rate, once the transaction ends. */
  onQueued?(): void;
}
