import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { ButtonLink, Link } from '@backstage/ui';
import { QueryState, Section, textStyles } from '@atrium/ui';
import { isRecord } from '@atrium/common';
import { t } from '../../translation';
import { useOwnersAndParents } from '../hooks/useOwnersAndParents';
import { useTemplateUse } from '../hooks/useTemplateUse';
import { AboutSection } from './AboutSection';
import { OverviewFrame } from './OverviewFrame';
import styles from './TemplateOverview.module.css';

/** The overview of a template: what it asks, what it does, and what came of it. */
export function TemplateOverview({ cards }: EntityContentLayoutProps) {
  const { entity } = useEntity();
  const { owners } = useOwnersAndParents(entity);
  const { namespace = 'default', name } = entity.metadata;
  const questions = titlesOf(entity.spec?.parameters, 'title');
  // Steps of which only one will run bear the same name.
  const steps = titlesOf(entity.spec?.steps, 'name').filter(
    (step, index, all) => step !== all[index - 1],
  );
  return (
    <OverviewFrame
      cards={cards}
      top={
        <div>
          <ButtonLink
            variant="primary"
            href={`/create/templates/${namespace}/${name}`}
          >
            {t('templateOverview.createFromThisTemplate')}
          </ButtonLink>
        </div>
      }
      aside={<AboutSection entity={entity} owner={owners.at(0)?.entity} />}
    >
      {steps.length > 0 && (
        <Section title={t('templateOverview.whatItDoes')}>
          <ol className={styles.steps}>
            {steps.map((step, index) => (
              <li key={`${index} ${step}`}>{step}</li>
            ))}
          </ol>
        </Section>
      )}
      {questions.length > 0 && (
        <Section title={t('templateOverview.parameters')}>
          <ul className={styles.steps}>
            {questions.map((question, index) => (
              <li key={`${index} ${question}`}>{question}</li>
            ))}
          </ul>
        </Section>
      )}
      <MadeByIt templateRef={stringifyEntityRef(entity)} />
    </OverviewFrame>
  );
}

function MadeByIt({ templateRef }: { templateRef: string }) {
  const hrefOf = useEntityRefLink();
  return (
    <Section title={t('templateOverview.usedBy')}>
      <QueryState
        query={useTemplateUse(templateRef)}
        isEmpty={({ totalItems }) => totalItems === 0}
        empty={
          <p className={textStyles.muted}>
            {t('templateOverview.nothingInTheCatalogSays')}
          </p>
        }
      >
        {({ items, totalItems }) => (
          <>
            <p className={textStyles.muted}>
              {t('templateOverview.entitiesInTheCatalog', {
                count: totalItems,
              })}
              {totalItems > items.length &&
                t('templateOverview.theFirstHere', {
                  itemsCount: items.length,
                })}
            </p>
            <ul className={styles.made}>
              {items.map(made => (
                <li key={stringifyEntityRef(made)}>
                  <Link href={hrefOf(made)}>
                    {made.metadata.title ?? made.metadata.name}
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </QueryState>
    </Section>
  );
}

/** What the pages or steps of a template are called, as far as they say it. */
function titlesOf(parts: unknown, field: 'title' | 'name'): string[] {
  return [parts]
    .flat()
    .map(part => (isRecord(part) ? part[field] : undefined))
    .filter((title): title is string => typeof title === 'string');
}
