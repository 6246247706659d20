import type { AlertSnapshot } from '../database/AlertDeliveryStore';

/** One that pages, of an SLO whose window is measured. */
export const sampleAlert: AlertSnapshot = {
  alertId: '6a3e4f00-0000-4000-8000-000000000001',
  state: 'firing',
  severity: 'page',
  rule: 'page',
  details: {
    reason: 'burn-rate',
    longWindowMinutes: 60,
    shortWindowMinutes: 5,
    factor: 14.4,
    longBurnRate: 20,
    shortBurnRate: 31.26,
  },
  startedAt: new Date('2026-11-25T12:00:00Z'),
  firedAt: new Date('2026-11-25T12:00:00Z'),
  sloId: '6a3e4f00-0000-4000-8000-000000000002',
  sloName: 'availability',
  sloTitle: 'Payments succeed',
  service: 'payments',
  objectiveId: 'objective-1',
  entityRef: 'component:default/payment-service',
  entityTitle: 'Payment Service',
  ownerRefs: ['group:default/team-payments'],
  objectiveState: 'at-risk',
  budgetRemaining: 0.4312,
};
