/** A carrier refused or did not answer. */
export class CarrierError extends Error {
  readonly carrier: string;
  /** Whether a person must look at the data, or repeating is enough. */
  readonly isTemporary: boolean;

  constructor(carrier: string, message: string, isTemporary: boolean) {
    super(`${carrier}: ${message}`);
    this.name = 'CarrierError';
    this.carrier = carrier;
    this.isTemporary = isTemporary;
  }
}
