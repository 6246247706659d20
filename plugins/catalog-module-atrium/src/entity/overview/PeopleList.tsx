import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Avatar, Link } from '@backstage/ui';
import { Section, textStyles } from '@atrium/ui';
import { isRecord } from '@atrium/common';
import { t } from '../../translation';
import type { RelatedEntity } from '../hooks/useOwnersAndParents';
import styles from './PeopleList.module.css';

/** Props of {@link PeopleList}. */
export interface PeopleListProps {
  people: RelatedEntity[];
}

/** Who is in a team, and what they do there. */
export function PeopleList({ people }: PeopleListProps) {
  const hrefOf = useEntityRefLink();
  return (
    <Section
      title={
        people.length > 0
          ? t('peopleList.people', { peopleCount: people.length })
          : t('peopleList.people2')
      }
    >
      {people.length === 0 ? (
        <p className={textStyles.muted}>
          {t('peopleList.nobodyIsInItDirectly')}
        </p>
      ) : (
        <ul className={styles.list}>
          {people.map(({ entityRef, title, entity }) => (
            <li key={entityRef} className={styles.person}>
              <Avatar
                name={title}
                src={pictureOf(entity?.spec?.profile)}
                size="small"
                purpose="decoration"
              />
              <span className={styles.words}>
                <Link href={hrefOf(entityRef)}>{title}</Link>
                <span className={styles.role}>
                  {entity?.metadata.description}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function pictureOf(profile: unknown): string {
  return isRecord(profile) && typeof profile.picture === 'string'
    ? profile.picture
    : '';
}
