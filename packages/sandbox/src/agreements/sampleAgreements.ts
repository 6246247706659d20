/** What the portal takes as a service level agreement. */
export interface SampleAgreement {
  name: string;
  customer: string;
  entityRef: string;
  sloName: string;
  target: number;
  timeZone: string;
  isMaintenanceExcluded: boolean;
  credits: { below: number; creditPercent: number }[];
  /** `YYYY-MM-DD` */
  validFrom: string;
}

/**
 * What Acme has promised to shops that sell through it, since the first day of
 * last month: as far back as there are counts.
 */
export function sampleAgreements(now: Date): SampleAgreement[] {
  const validFrom = new Date(
    Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1),
  )
    .toISOString()
    .slice(0, 10);
  return [
    {
      name: 'Payments for Brandt Living (sample)',
      customer: 'Brandt Living',
      entityRef: 'component:default/payment-service',
      sloName: 'payment-availability',
      // Missed in the month of the bad deployment.
      target: 0.9995,
      timeZone: 'Europe/Berlin',
      isMaintenanceExcluded: true,
      credits: [
        { below: 0.9995, creditPercent: 10 },
        { below: 0.995, creditPercent: 25 },
      ],
      validFrom,
    },
    {
      name: 'Catalogue for Nordlys Hjem (sample)',
      customer: 'Nordlys Hjem',
      entityRef: 'component:default/product-service',
      sloName: 'catalogue-availability',
      target: 0.998,
      timeZone: 'Europe/Oslo',
      isMaintenanceExcluded: true,
      credits: [{ below: 0.998, creditPercent: 5 }],
      validFrom,
    },
    {
      name: 'Shipments for Casa Verde (sample)',
      customer: 'Casa Verde',
      entityRef: 'component:default/shipping-service',
      sloName: 'shipment-availability',
      target: 0.98,
      timeZone: 'Europe/Madrid',
      isMaintenanceExcluded: false,
      credits: [],
      validFrom,
    },
  ];
}
