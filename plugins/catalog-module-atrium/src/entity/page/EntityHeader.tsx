import type { ReactNode } from 'react';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  useEntityRefLink,
  useStarredEntity,
} from '@backstage/plugin-catalog-react';
import { ButtonIcon, Link } from '@backstage/ui';
import {
  RiChat3Line,
  RiGitRepositoryLine,
  RiMailLine,
  RiPhoneLine,
  RiStarFill,
  RiStarLine,
} from '@remixicon/react';
import { entityTitle, kindAndType, SafeLink } from '@atrium/ui';
import { isRecord } from '@atrium/common';
import { t } from '../../translation';
import { readText } from '../facts/readText';
import { repositoryUrl } from '../facts/repositoryUrl';
import { toContacts } from '../facts/toContacts';
import {
  type RelatedEntity,
  useOwnersAndParents,
} from '../hooks/useOwnersAndParents';
import styles from './EntityHeader.module.css';
import { EntityMenu } from './EntityMenu';
import type { EntityMenuEntry } from './EntityMenuEntry';

/** Says how much depends on an entity, as the graph of dependencies reads it. */
const TIER_LABEL = 'atrium.dev/tier';

/** Props of {@link EntityHeader}. */
export interface EntityHeaderProps {
  entity: Entity;
  menu: EntityMenuEntry[];
}

/** Who an entity is, whose, and how to reach them. */
export function EntityHeader({ entity, menu }: EntityHeaderProps) {
  const { owners, parents } = useOwnersAndParents(entity);
  const { description } = entity.metadata;
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <div className={styles.names}>
          <p className={styles.kind}>
            {kindAndType(entity.kind, readText(entity, 'type'))}
          </p>
          <h1 className={styles.title}>
            {entityTitle(entity, stringifyEntityRef(entity))}
          </h1>
          {description && <p className={styles.description}>{description}</p>}
        </div>
        <div className={styles.actions}>
          <StarButton entity={entity} />
          <EntityMenu entries={menu} />
        </div>
      </div>
      <ul className={styles.facts} aria-label={t('entityHeader.about')}>
        <RelatedFact term={t('entityHeader.owner')} related={owners} />
        <RelatedFact
          term={parentWord(entity.kind)}
          related={entity.kind.toLowerCase() === 'user' ? [] : parents}
        />
        <Fact term={t('entityHeader.lifecycle')}>
          {readText(entity, 'lifecycle')}
        </Fact>
        <Fact term={t('entityHeader.tier')}>
          {entity.metadata.labels?.[TIER_LABEL]}
        </Fact>
        <ContactFacts entity={entity} owner={owners.at(0)?.entity} />
      </ul>
    </header>
  );
}

function StarButton({ entity }: { entity: Entity }) {
  const { isStarredEntity, toggleStarredEntity } = useStarredEntity(entity);
  return (
    <ButtonIcon
      variant="secondary"
      aria-label={
        isStarredEntity ? t('entityHeader.removeStar') : t('entityHeader.star')
      }
      aria-pressed={isStarredEntity}
      icon={isStarredEntity ? <RiStarFill /> : <RiStarLine />}
      onPress={toggleStarredEntity}
    />
  );
}

interface ContactFactsProps {
  entity: Entity;
  owner?: Entity;
}

function ContactFacts({ entity, owner }: ContactFactsProps) {
  const { chat, onCall } = toContacts(entity, owner);
  const repository = repositoryUrl(entity);
  const profile = entity.spec?.profile;
  const email = isRecord(profile) ? profile.email : undefined;
  const isOrganization = ['group', 'user'].includes(entity.kind.toLowerCase());
  return (
    <>
      {chat && (
        <Contact icon={<RiChat3Line />} href={chat.url}>
          {chat.title ?? t('entityHeader.chat')}
        </Contact>
      )}
      {onCall && (
        <Contact icon={<RiPhoneLine />} href={onCall.url}>
          {onCall.title ?? t('entityHeader.onCall')}
        </Contact>
      )}
      {typeof email === 'string' && (
        <li className={styles.contact}>
          <span className={styles.icon} aria-hidden="true">
            <RiMailLine />
          </span>
          <Link href={`mailto:${email}`}>{email}</Link>
        </li>
      )}
      {repository && !isOrganization && (
        <Contact icon={<RiGitRepositoryLine />} href={repository}>
          {t('entityHeader.repository')}
        </Contact>
      )}
    </>
  );
}

interface ContactProps {
  icon: ReactNode;
  href: string;
  children: ReactNode;
}

function Contact({ icon, href, children }: ContactProps) {
  return (
    <li className={styles.contact}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <SafeLink href={href}>{children}</SafeLink>
    </li>
  );
}

function RelatedFact(props: { term: string; related: RelatedEntity[] }) {
  const hrefOf = useEntityRefLink();
  const { term, related } = props;
  return (
    <Fact term={term}>
      {related.length > 0 &&
        related.map(({ entityRef, title }, index) => (
          <span key={entityRef}>
            {index > 0 && ', '}
            <Link href={hrefOf(entityRef)}>{title}</Link>
          </span>
        ))}
    </Fact>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return children ? (
    <li className={styles.fact}>
      <span className={styles.term}>{term}</span> {children}
    </li>
  ) : null;
}

function parentWord(kind: string): string {
  switch (kind.toLowerCase()) {
    case 'system':
      return t('entityHeader.domain');
    case 'domain':
      return t('entityHeader.partOf');
    default:
      return t('entityHeader.system');
  }
}
