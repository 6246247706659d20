import {
  RELATION_CONSUMES_API,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { relationTargets } from '@atrium/common';
import {
  DataTable,
  formatNumber,
  guideHref,
  QueryState,
  Section,
  textStyles,
} from '@atrium/ui';
import { useApisByRef } from '../../hooks/useApisByRef';
import { t } from '../../translation';
import styles from './ComponentApis.module.css';
import { componentApiColumns } from './componentApiColumns';

/** The APIs that a component provides, and those that it consumes. */
export function ComponentApis() {
  const { entity } = useEntity();
  return (
    <div className={styles.content}>
      <ApiSection
        title={t('componentApis.provides')}
        none={t('componentApis.providesNone')}
        entityRefs={relationTargets(entity, RELATION_PROVIDES_API)}
        isProvider
      />
      <ApiSection
        title={t('componentApis.consumes')}
        none={t('componentApis.consumesNone')}
        entityRefs={relationTargets(entity, RELATION_CONSUMES_API)}
        isProvider={false}
      />
    </div>
  );
}

interface ApiSectionProps {
  title: string;
  /** What is said where there is none. */
  none: string;
  entityRefs: string[];
  isProvider: boolean;
}

function ApiSection(props: ApiSectionProps) {
  const { title, none, entityRefs, isProvider } = props;
  const linkTo = useEntityRefLink();
  const query = useApisByRef(entityRefs);
  const count = entityRefs.length;
  return (
    <Section title={count > 0 ? `${title} (${formatNumber(count)})` : title}>
      <QueryState
        query={query}
        isEmpty={apis => apis.length === 0}
        empty={
          <p className={textStyles.muted}>
            {none}{' '}
            <Link href={guideHref('catalog-info')}>
              {t('componentApis.howToDeclareOne')}
            </Link>
          </p>
        }
      >
        {apis => (
          <DataTable
            label={title}
            columns={componentApiColumns({ linkTo, isProvider })}
            items={apis}
            keyOf={({ id }) => id}
          />
        )}
      </QueryState>
    </Section>
  );
}
