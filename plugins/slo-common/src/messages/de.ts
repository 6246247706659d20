import type { Translated } from '@atrium/common';
import { budgetMessages } from '../words/budgetMessages';
import type en from './en';

export default {
  ...budgetMessages.de,
  'slo.alert.burnRates': 'Verbrauch: {{rates}}.',
  'slo.alert.dataComesInAgain': 'Es kommen wieder Daten an.',
  'slo.alert.fires':
    'Das Error-Budget wird schnell verbraucht: {{slo}} von {{entity}}',
  'slo.alert.noData': 'Keine Daten: {{slo}} von {{entity}}',
  'slo.alert.notMeasured': 'Es wurde nichts gemessen.',
  'slo.alert.notMeasuredForDays_one': 'Im letzten Tag wurde nichts gemessen.',
  'slo.alert.notMeasuredForDays_other':
    'In den letzten {{count}} Tagen wurde nichts gemessen.',
  'slo.alert.notMeasuredForHours_one':
    'In der letzten Stunde wurde nichts gemessen.',
  'slo.alert.notMeasuredForHours_other':
    'In den letzten {{count}} Stunden wurde nichts gemessen.',
  'slo.alert.notMeasuredForMinutes_one':
    'In der letzten Minute wurde nichts gemessen.',
  'slo.alert.notMeasuredForMinutes_other':
    'In den letzten {{count}} Minuten wurde nichts gemessen.',
  'slo.alert.rateForDays_one': '{{rate}}× im letzten Tag',
  'slo.alert.rateForDays_other': '{{rate}}× in den letzten {{count}} Tagen',
  'slo.alert.rateForHours_one': '{{rate}}× in der letzten Stunde',
  'slo.alert.rateForHours_other': '{{rate}}× in den letzten {{count}} Stunden',
  'slo.alert.rateForMinutes_one': '{{rate}}× in der letzten Minute',
  'slo.alert.rateForMinutes_other':
    '{{rate}}× in den letzten {{count}} Minuten',
  'slo.alert.resolved': 'Behoben: {{slo}} von {{entity}}',
  'slo.delivery.answered':
    'Das Ziel „{{target}}“ hat mit {{status}} geantwortet',
  'slo.delivery.changed':
    'Der Alert hat sich geändert, bevor er gemeldet werden konnte',
  'slo.delivery.neverAnnounced':
    'Dass der Alert aktiv war, wurde dort nicht gemeldet',
  'slo.delivery.noOwner': '„{{entity}}“ hat keinen Owner',
  'slo.delivery.noTarget':
    'Das Ziel „{{target}}“ steht nicht mehr in der Konfiguration',
  'slo.refusal.change':
    'Die SLOs von {{name}} können nur die Owner ändern. Wende dich an {{owners}}',
  'slo.refusal.exclusionNotFound':
    'Es gibt keinen Ausschluss mit der ID „{{id}}“',
  'slo.refusal.exclusionRemoved': 'Ausschluss „{{id}}“ wurde schon entfernt',
  'slo.refusal.noSlo': '„{{entityRef}}“ hat kein SLO „{{slo}}“',
  'slo.refusal.sloNotFound': 'Es gibt kein SLO mit der ID „{{id}}“',
  'slo.refusal.sources':
    'Nur Administratoren des Portals dürfen sehen, wie es den Quellen geht',
  'slo.refusal.tooManySteps':
    'Der Zeitraum hat mehr als {{steps}} Schritte; wähle einen längeren Schritt',
  'slo.refusal.until':
    'Das Ende muss in der Zukunft liegen, höchstens 31 Tage von jetzt an',
  'slo.sentence': '{{text}}.',
} satisfies Translated<typeof en>;
