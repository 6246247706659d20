import type { Translated } from '@atrium/common';
import type en from './en';

export default {
  'entity-summary.change.breaking_one': '{{count}} Breaking Change',
  'entity-summary.change.breaking_other': '{{count}} Breaking Changes',
  'entity-summary.change.noLevel': 'Kein Level',
  'entity-summary.change.paging': 'Bereitschaft alarmiert',
  'entity-summary.refusal.sortByCost':
    'Nur Finance darf nach den Kosten dessen sortieren, was anderen gehört. Wende dich an {{finance}}',
  'entity-summary.resource.approved': 'Freigegeben',
  'entity-summary.resource.awaiting-approval': 'Wartet auf Freigabe',
  'entity-summary.resource.creating': 'Wird erstellt',
  'entity-summary.resource.deleted': 'Gelöscht',
  'entity-summary.resource.deleting': 'Wird gelöscht',
  'entity-summary.resource.expiring': 'Lease abgelaufen',
  'entity-summary.resource.failed': 'Fehlgeschlagen',
  'entity-summary.resource.needs-attention': 'Braucht Aufmerksamkeit',
  'entity-summary.resource.ready': 'Bereit',
  'entity-summary.resource.requested': 'Angefragt',
  'entity-summary.resource.rotating': 'Zugangsdaten werden rotiert',
  'entity-summary.resource.updating': 'Wird geändert',
  'entity-summary.resource.withdrawn': 'Zurückgezogen',
} satisfies Translated<typeof en>;
