import type { DeliveryFile } from '../reading/ReadTask';

/** A delivery that is here to be read. */
export interface FetchedDelivery {
  files: DeliveryFile[];
  /** The SHA-256 of the bytes of all files, in hex. */
  contentHash: string;
  /** Tells the source that this counts, where it wants to know. */
  markInForce?(): Promise<void>;
  /** Removes what was fetched; the source keeps its own. */
  close(): Promise<void>;
}

/** A delivery that a source has. */
export interface SourceDelivery {
  name: string;
  /**
   * Changes when the delivery does; undefined where only its content says so.
   */
  version: string | undefined;
  fetch(): Promise<FetchedDelivery>;
}

/** Where bills come from by themselves. */
export interface ChargeSource {
  /** What there is, the oldest first. */
  list(signal: AbortSignal): Promise<SourceDelivery[]>;
}
