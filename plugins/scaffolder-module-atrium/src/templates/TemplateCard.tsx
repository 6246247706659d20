import { useStarredEntity } from '@backstage/plugin-catalog-react';
import { ButtonIcon, Link, Tag, TagGroup } from '@backstage/ui';
import { textStyles } from '@atrium/ui';
import { RiStarFill, RiStarLine } from '@remixicon/react';
import { templateHref } from '../createLinks';
import { t } from '../translation';
import { createdThings } from './createdThings';
import styles from './TemplateCard.module.css';
import { createsWords, usedByWords } from './templateWords';
import type { Template } from './useTemplates';

/** Props of {@link TemplateCard}. */
export interface TemplateCardProps {
  template: Template;
  /** Absent where nobody owns it. */
  ownerTitle?: string;
}

/** One template: what it is, what comes of it, who keeps it, who uses it. */
export function TemplateCard({ template, ownerTitle }: TemplateCardProps) {
  const { entity, entityRef, title, useCount } = template;
  const { description, tags = [] } = entity.metadata;
  const { type } = entity.spec;
  const { isStarredEntity, toggleStarredEntity } = useStarredEntity(entityRef);
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <Link
            href={templateHref(entityRef)}
            standalone
            className={styles.open}
          >
            {title}
          </Link>
        </h2>
        <span className={styles.star}>
          <ButtonIcon
            aria-label={
              isStarredEntity
                ? t('templateCard.unstar', { title })
                : t('templateCard.star', { title })
            }
            aria-pressed={isStarredEntity}
            variant="tertiary"
            size="small"
            icon={isStarredEntity ? <RiStarFill /> : <RiStarLine />}
            onPress={toggleStarredEntity}
          />
        </span>
      </div>
      {description && <p className={styles.description}>{description}</p>}
      <p className={textStyles.muted}>{createsWords(createdThings(entity))}</p>
      {tags.length > 0 && (
        <TagGroup aria-label={t('templateCard.tagsOf', { title })}>
          {tags.map(tag => (
            <Tag key={tag} id={tag} size="small">
              {tag}
            </Tag>
          ))}
        </TagGroup>
      )}
      <div className={styles.foot}>
        <span>{ownerTitle ?? t('templateCard.nobodyOwnsIt')}</span>
        <span>{usedByWords(useCount, type)}</span>
      </div>
    </li>
  );
}
