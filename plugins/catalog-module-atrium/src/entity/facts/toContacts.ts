import { findLink } from '@atrium/common';
import type { Entity, EntityLink } from '@backstage/catalog-model';

/** Where people reach whoever answers for an entity, and what helps at night. */
export interface Contacts {
  chat?: EntityLink;
  onCall?: EntityLink;
  runbook?: EntityLink;
  logs?: EntityLink;
  dashboard?: EntityLink;
}

/** Finds it in the links of an entity, then in those of its owner. */
export function toContacts(entity: Entity, owner?: Entity): Contacts {
  return {
    chat: findLink(entity, 'chat') ?? (owner && findLink(owner, 'chat')),
    onCall:
      findLink(entity, 'on-call') ?? (owner && findLink(owner, 'on-call')),
    // Those of a team are about all that it has, and lead astray here.
    runbook: findLink(entity, 'runbook'),
    logs: findLink(entity, 'logs'),
    dashboard: findLink(entity, 'dashboard'),
  };
}
