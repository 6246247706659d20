import { ButtonLink } from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { RiAddLine, RiDatabase2Line } from '@remixicon/react';
import type { Definitions } from '@atrium/plugin-provisioning-common';
import {
  EmptyState,
  QueryState,
  RelativeTime,
  textStyles,
  ViewSkeleton,
} from '@atrium/ui';
import { useDefinitionRight } from '../../hooks/useDefinitionProposal';
import { useDefinitions } from '../../hooks/useDefinitions';
import { newDefinitionRouteRef } from '../../routes';
import { t } from '../../translation';
import { DefinitionCard } from './DefinitionCard';
import { ProblemTable } from './ProblemTable';
import { TypeIcon } from '../shared/TypeIcon';
import styles from './definitions.module.css';

/** What can be asked for, and under which rules. */
export function DefinitionList() {
  return (
    <QueryState
      query={useDefinitions()}
      isEmpty={({ definitions, problems }) =>
        definitions.length === 0 && problems.length === 0
      }
      empty={
        <EmptyState
          icon={<RiDatabase2Line />}
          title={t('definitionList.nothingCanBeAskedFor')}
          description={t('definitionList.typesAndDefinitionsOfResources')}
        />
      }
      loading={<ViewSkeleton height={320} />}
    >
      {definitions => <Catalogue definitions={definitions} />}
    </QueryState>
  );
}

function Catalogue({ definitions: all }: { definitions: Definitions }) {
  const { definitions, drivers, files, problems, checkedAt } = all;
  const isOffered = ({ name }: { name: string }) =>
    definitions.some(({ type }) => type === name);
  // What can be had comes first.
  const types = [...all.types].sort(
    (a, b) => Number(isOffered(b)) - Number(isOffered(a)),
  );
  const { isAllowed } = useDefinitionRight();
  const newHref = useRouteRef(newDefinitionRouteRef)?.();
  const written = new Set(
    isAllowed
      ? files
          .filter(
            ({ origin, isRefused }) => origin === 'repository' && !isRefused,
          )
          .map(({ source }) => source)
      : [],
  );
  return (
    <>
      <div className={textStyles.ends}>
        <p className={textStyles.muted}>
          {checkedAt && (
            <>
              {t('definitionList.filesRead', {
                relativeTime: <RelativeTime instant={checkedAt} />,
              })}
            </>
          )}
        </p>
        {written.size > 0 && newHref && (
          <ButtonLink
            variant="primary"
            size="small"
            iconStart={<RiAddLine />}
            href={newHref}
          >
            {t('definitionList.newDefinition')}
          </ButtonLink>
        )}
      </div>
      {problems.length > 0 && <ProblemTable problems={problems} />}
      {types.map(type => (
        <section key={type.name} aria-labelledby={`type-${type.name}`}>
          <header className={styles.type}>
            <TypeIcon icon={type.icon} size={24} />
            <div>
              <h2 id={`type-${type.name}`} className={textStyles.title}>
                {type.title}
              </h2>
              <p className={textStyles.muted}>
                {type.description ?? type.name}
              </p>
            </div>
          </header>
          <div className={styles.cards}>
            {!isOffered(type) && (
              <p className={textStyles.muted}>
                {t('definitionList.nobodyOffersItHereYet')}
              </p>
            )}
            {definitions
              .filter(definition => definition.type === type.name)
              .map(definition => (
                <DefinitionCard
                  key={definition.name}
                  definition={definition}
                  isWritten={written.has(definition.source)}
                  driverTitle={
                    drivers.find(({ id }) => id === definition.driver)?.title
                  }
                />
              ))}
          </div>
        </section>
      ))}
    </>
  );
}
