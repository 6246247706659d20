export type CarrierName = 'northpost' | 'swiftparcel' | 'kurier24';

export type BookingStatus =
  | 'announced'
  | 'in_transit'
  | 'out_for_delivery'
  | 'delivered'
  | 'returned'
  | 'cancelled';

export interface Address {
  recipient: string;
  lines: string[];
  postalCode: string;
  city: string;
  country: string;
}

export interface Booking {
  carrier: CarrierName;
  /** Order number: carriers find a booking by it. */
  reference: string;
  trackingNumber: string;
  status: BookingStatus;
}

export interface BookRequest {
  reference: string;
  service: string;
  address: Address;
}

export interface TrackingEvent {
  at: string;
  status: BookingStatus;
  place?: string;
}

export interface LabelRequest {
  weightGrams: number;
  format: 'zpl' | 'pdf';
}

/** What every carrier can do, in our words. */
export interface Carrier {
  readonly name: CarrierName;

  /** Announces a parcel, or answers with the one announced before. */
  book(request: BookRequest): Promise<Booking>;

  find(reference: string): Promise<Booking | undefined>;

  label(reference: string, request: LabelRequest): Promise<Uint8Array>;

  cancel(reference: string): Promise<void>;

  track(trackingNumber: string): Promise<TrackingEvent[]>;
}
