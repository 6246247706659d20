import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { FactList, Section } from '@atrium/ui';
import { TEMPLATES_HREF } from '../createLinks';
import { createdThings } from '../templates/createdThings';
import { createsWords, usedByWords } from '../templates/templateWords';
import type { Template } from '../templates/useTemplates';
import { t } from '../translation';
import styles from './TemplateAside.module.css';

/** What comes of a template, who keeps it and who uses it. */
export function TemplateAside({ template }: { template?: Template }) {
  return (
    <aside className={styles.aside}>
      {template && (
        <Section title={t('templateAside.whatYouGet')}>
          <p className={styles.creates}>
            {createsWords(createdThings(template.entity))}.
          </p>
          <FactList
            isNarrow
            facts={[
              {
                term: t('templateAside.used'),
                value: usedByWords(
                  template.useCount,
                  template.entity.spec.type,
                ),
              },
              {
                term: t('templateAside.owner'),
                value: template.ownerRef && (
                  <EntityRefLink entityRef={template.ownerRef} hideIcon />
                ),
              },
              {
                term: t('templateAside.version'),
                value:
                  template.entity.metadata.annotations?.[
                    'atrium.dev/template-version'
                  ],
              },
            ]}
          />
        </Section>
      )}
      <Link href={TEMPLATES_HREF}>{t('templateAside.allTemplates')}</Link>
    </aside>
  );
}
