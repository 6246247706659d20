import type { Translated } from '@atrium/common';
import type en from './en';

export default {
  'provisioning.progress.applyObject': '{{object}} wird angelegt oder geändert',
  'provisioning.progress.askAutomation': '{{title}} wird beauftragt',
  'provisioning.progress.askForCredentials':
    'Neue Zugangsdaten werden bei {{title}} angefordert',
  'provisioning.progress.askToRemove':
    '{{title}} wird beauftragt, die Ressource zu entfernen',
  'provisioning.progress.askToStop': '{{title}} wird angehalten',
  'provisioning.progress.changeConsumer': 'Der Consumer wird geändert',
  'provisioning.progress.closeDatabase':
    'Die Datenbank wird für andere geschlossen',
  'provisioning.progress.copyDatabase': 'Die Datenbank wird kopiert',
  'provisioning.progress.endConnections': 'Offene Verbindungen werden beendet',
  'provisioning.progress.endItsConnections': 'Ihre Verbindungen werden beendet',
  'provisioning.progress.endOldConnections':
    'Verbindungen mit den alten Zugangsdaten werden beendet',
  'provisioning.progress.findQueueDatabase':
    'Die Datenbank der Queues wird gesucht',
  'provisioning.progress.giveLoginsBack':
    'Die Rollen dürfen sich wieder anmelden',
  'provisioning.progress.giveNameBack': 'Der Name wird wieder freigegeben',
  'provisioning.progress.handOverSnapshot':
    'Was im Snapshot ist, geht an das Konto des Portals über',
  'provisioning.progress.lockUsers': 'Die Benutzer werden gesperrt',
  'provisioning.progress.makeConsumer': 'Der Consumer wird angelegt',
  'provisioning.progress.makeDatabase': 'Die Datenbank wird angelegt',
  'provisioning.progress.makeQueue': 'Die Queue wird angelegt',
  'provisioning.progress.makeQueues': 'Die Queues werden angelegt',
  'provisioning.progress.makeRole': 'Die Rolle wird angelegt',
  'provisioning.progress.makeRoles': 'Die Rollen werden angelegt',
  'provisioning.progress.makeStream': 'Der Stream wird angelegt',
  'provisioning.progress.makeUser': 'Der Benutzer wird angelegt',
  'provisioning.progress.makeUserNamed': 'Der Benutzer {{name}} wird angelegt',
  'provisioning.progress.makeVirtualHost': 'Der virtuelle Host wird angelegt',
  'provisioning.progress.markFinished': 'Es wird als fertig markiert',
  'provisioning.progress.markName': 'Der Name wird als vergeben markiert',
  'provisioning.progress.prepareSchema':
    'Schema und Erweiterungen werden vorbereitet',
  'provisioning.progress.removeDatabase': 'Die Datenbank wird entfernt',
  'provisioning.progress.removeKeys': 'Die Schlüssel werden entfernt',
  'provisioning.progress.removeObject': '{{object}} wird entfernt',
  'provisioning.progress.removeQueueAndRole':
    'Die Queue und ihre Rolle werden entfernt',
  'provisioning.progress.removeRoles': 'Die Rollen werden entfernt',
  'provisioning.progress.removeStream': 'Der Stream wird entfernt',
  'provisioning.progress.removeUser': 'Der Benutzer wird entfernt',
  'provisioning.progress.removeUserNamed':
    'Der Benutzer {{name}} wird entfernt',
  'provisioning.progress.removeVirtualHost':
    'Der virtuelle Host wird mit seinen Queues entfernt',
  'provisioning.progress.revokeUser': 'Der Benutzer wird widerrufen',
  'provisioning.progress.revokeUserAndConnections':
    'Der Benutzer wird widerrufen, seine Verbindungen enden',
  'provisioning.progress.setAccess': 'Es wird gesetzt, wer hineinkommt',
  'provisioning.progress.setLimits': 'Limits und Aufbewahrung werden gesetzt',
  'provisioning.progress.setOtherPassword': 'Ein neues Passwort wird gesetzt',
  'provisioning.progress.setOtherPasswords': 'Neue Passwörter werden gesetzt',
  'provisioning.progress.setPassword': 'Passwort und Zugriff werden gesetzt',
  'provisioning.progress.setPasswords': 'Passwörter und Zugriff werden gesetzt',
  'provisioning.progress.setPolicy': 'Policy und Limits werden gesetzt',
  'provisioning.progress.setRights': 'Rechte und Passwort werden gesetzt',
  'provisioning.progress.takeLogin': 'Der Rolle wird die Anmeldung entzogen',
  'provisioning.progress.takeLogins': 'Den Rollen wird die Anmeldung entzogen',
  'provisioning.progress.takePermissions':
    'Dem Benutzer werden die Rechte entzogen',
  'provisioning.progress.turnOffUser': 'Der Benutzer wird abgeschaltet',
} satisfies Translated<typeof en>;
