import type { Entity } from '@backstage/catalog-model';
import { iconsApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import { SafeLink, Section } from '@atrium/ui';
import { t } from '../../translation';
import { findGaps } from '../facts/findGaps';
import { toContacts } from '../facts/toContacts';
import styles from './AboutSection.module.css';

/** Props of {@link AboutSection}. */
export interface AboutSectionProps {
  entity: Entity;
  owner?: Entity;
}

/** Where an entity is found elsewhere, its tags, and what it does not say yet. */
export function AboutSection({ entity, owner }: AboutSectionProps) {
  const icons = useApi(iconsApiRef);
  const { tags = [] } = entity.metadata;
  const { chat, onCall } = toContacts(entity, owner);
  const links = (entity.metadata.links ?? []).filter(
    // The header has them.
    ({ url }) => url !== chat?.url && url !== onCall?.url,
  );
  const gaps = findGaps(entity, owner);
  return (
    <>
      {links.length > 0 && (
        <Section title={t('aboutSection.links')}>
          <ul className={styles.links}>
            {links.map(({ url, title, icon }) => (
              <li key={`${url} ${title}`} className={styles.link}>
                <span className={styles.icon} aria-hidden="true">
                  {(icon && icons.icon(icon)) ?? <RiExternalLinkLine />}
                </span>
                <SafeLink href={url}>{title ?? url}</SafeLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {tags.length > 0 && (
        <Section title={t('aboutSection.tags')}>
          <ul className={styles.tags}>
            {tags.map(tag => (
              <li key={tag} className={styles.tag}>
                {tag}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {gaps.length > 0 && (
        <Section title={t('aboutSection.worthAdding')}>
          <ul className={styles.gaps}>
            {gaps.map(({ title, action, href }) => (
              <li key={title}>
                {title}: <Link href={href}>{action}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
