/** An entity, as far as its links are read. */
interface LinkedEntity {
  metadata: { links?: EntityLink[] };
}

interface EntityLink {
  url: string;
  title?: string;
  icon?: string;
}

const ICONS = ['chat', 'slack', 'teams'];
const TITLE = /^#|\bchat\b/i;

/**
 * Finds where people write to whoever answers for an entity: by the icon that a link
 * names, or else by its title.
 */
export function findChatLink({
  metadata: { links = [] },
}: LinkedEntity): EntityLink | undefined {
  return (
    links.find(({ icon = '' }) => ICONS.includes(icon)) ??
    links.find(({ title = '' }) => TITLE.test(title))
  );
}
