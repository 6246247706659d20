/** An entity, as far as its links are read. */
interface LinkedEntity {
  metadata: { links?: EntityLink[] };
}

interface EntityLink {
  url: string;
  title?: string;
  icon?: string;
  type?: string;
}

/** What a link is there for. */
export type LinkPurpose = 'chat' | 'dashboard' | 'logs' | 'on-call' | 'runbook';

const SIGNS: Record<LinkPurpose, { names: string[]; title: RegExp }> = {
  chat: { names: ['chat', 'slack', 'teams'], title: /^#|\bchat\b/i },
  dashboard: { names: ['dashboard'], title: /\bdashboard\b/i },
  logs: { names: ['logs'], title: /\blogs?\b/i },
  'on-call': { names: ['alert', 'on-call'], title: /\bon-?call\b/i },
  runbook: { names: ['runbook'], title: /\brunbook\b/i },
};

const PURPOSES = Object.keys(SIGNS) as LinkPurpose[];

/**
 * Finds the link of an entity that is there for something: by the type that it says,
 * by the icon that it names, or else by its title.
 */
export function findLink(
  { metadata: { links = [] } }: LinkedEntity,
  purpose: LinkPurpose,
): EntityLink | undefined {
  const { names, title } = SIGNS[purpose];
  return (
    links.find(link => names.includes(link.type ?? '')) ??
    links.find(link => names.includes(link.icon ?? '')) ??
    links.find(link => title.test(link.title ?? ''))
  );
}

/** What the links of an entity are there for: the types that they say, and all else found. */
export function linkTypes(entity: LinkedEntity): string[] {
  const { links = [] } = entity.metadata;
  return [
    ...new Set([
      ...links.flatMap(({ type }) => type ?? []),
      ...PURPOSES.filter(purpose => findLink(entity, purpose)),
    ]),
  ].sort();
}
