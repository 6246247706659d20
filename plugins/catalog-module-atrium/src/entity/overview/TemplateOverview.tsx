import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { ButtonLink, Link } from '@backstage/ui';
import { formatList, QueryState, Section, textStyles } from '@atrium/ui';
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
  const pages = pagesOf(entity.spec?.parameters);
  // Steps of which only one will run bear the same name.
  const steps = namesOf(entity.spec?.steps).filter(
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
      {pages.length > 0 && (
        <Section title={t('templateOverview.parameters')}>
          <ul className={styles.steps}>
            {pages.map(({ title, fields }, index) => (
              <li key={`${index} ${title}`}>
                {title}
                {fields.length > 0 && (
                  <div className={textStyles.muted}>{formatList(fields)}</div>
                )}
              </li>
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

/** What the steps of a template are called, as far as they say it. */
function namesOf(steps: unknown): string[] {
  return [steps]
    .flat()
    .filter(isRecord)
    .flatMap(({ name }) => (typeof name === 'string' ? name : []));
}

/** The pages of the form that have a title, each with what is asked there. */
function pagesOf(parameters: unknown): { title: string; fields: string[] }[] {
  return [parameters]
    .flat()
    .filter(isRecord)
    .flatMap(({ title, properties, required }) =>
      typeof title === 'string'
        ? { title, fields: fieldsOf(properties, [required].flat()) }
        : [],
    );
}

function fieldsOf(properties: unknown, required: unknown[]): string[] {
  return Object.entries(isRecord(properties) ? properties : {}).map(
    ([name, schema]) => {
      const title = isRecord(schema) ? schema.title : undefined;
      const field = typeof title === 'string' ? title : name;
      return required.includes(name)
        ? field
        : t('templateOverview.optional', { field });
    },
  );
}
