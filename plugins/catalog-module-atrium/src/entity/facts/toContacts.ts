import { findChatLink } from '@atrium/common';
import type { Entity, EntityLink } from '@backstage/catalog-model';

/** Where people reach whoever answers for an entity, and what helps at night. */
export interface Contacts {
  chat?: EntityLink;
  onCall?: EntityLink;
  runbook?: EntityLink;
  logs?: EntityLink;
  dashboard?: EntityLink;
}

type OtherContact = Exclude<keyof Contacts, 'chat'>;

const MEANS: Record<OtherContact, { icon: string[]; title: RegExp }> = {
  onCall: { icon: ['alert', 'on-call'], title: /\bon-?call\b/i },
  runbook: { icon: ['runbook'], title: /\brunbook\b/i },
  logs: { icon: ['logs'], title: /\blogs?\b/i },
  dashboard: { icon: ['dashboard'], title: /\bdashboard\b/i },
};

/**
 * Finds in the links of an entity, then in those of its owner, what people need
 * by meaning: by the icon that a link names, or else by its title.
 */
export function toContacts(entity: Entity, owner?: Entity): Contacts {
  const find = (name: OtherContact, { metadata }: Entity) => {
    const { icon, title } = MEANS[name];
    const links = metadata.links ?? [];
    return (
      links.find(link => icon.includes(link.icon ?? '')) ??
      links.find(link => title.test(link.title ?? ''))
    );
  };
  return {
    chat: findChatLink(entity) ?? (owner && findChatLink(owner)),
    onCall: find('onCall', entity) ?? (owner && find('onCall', owner)),
    // Those of a team are about all that it has, and lead astray here.
    runbook: find('runbook', entity),
    logs: find('logs', entity),
    dashboard: find('dashboard', entity),
  };
}
