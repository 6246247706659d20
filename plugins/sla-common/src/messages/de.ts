import type { Translated } from '@atrium/common';
import type en from './en';

export default {
  'sla.refusal.agreementNotFound':
    'Es gibt keine Vereinbarung mit der ID „{{id}}“',
  'sla.refusal.change':
    'Die Vereinbarungen von {{name}} können nur die Owner ändern. Wende dich an {{owners}}',
  'sla.refusal.closed': '{{month}} ist schon abgeschlossen',
  'sla.refusal.lostMinutes':
    '{{month}} wurde nicht abgeschlossen. Der Monat lässt sich nicht mehr messen: Seine Zahlen je Minute sind gelöscht, und seine Tage oder Ausschlüsse beginnen und enden nicht zur vollen Stunde. Ändere die Zeitzone der Vereinbarung oder die Ausschlüsse auf volle Stunden. Wenn Minuten länger aufbewahrt werden sollen, wende dich an die Administratoren des Portals',
  'sla.refusal.noObjective': 'SLO „{{slo}}“ hat kein Ziel „{{objective}}“',
  'sla.refusal.noReport': '„{{agreement}}“ hat keinen Bericht für {{month}}',
  'sla.refusal.noSlo': '„{{entityRef}}“ hat kein SLO „{{slo}}“',
  'sla.refusal.notOver': '{{month}} ist noch nicht vorbei',
  'sla.refusal.validTo': 'Das Ende darf nicht vor dem Anfang liegen',
} satisfies Translated<typeof en>;
