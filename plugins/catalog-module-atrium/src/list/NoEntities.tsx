import { Button, ButtonLink } from '@backstage/ui';
import { RiApps2Line } from '@remixicon/react';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EmptyState } from '@atrium/ui';
import { createRouteRef } from '../routes';
import { t } from '../translation';
import { catalogKind } from './catalogKinds';
import { type CatalogState, isNarrowed, MINE } from './catalogState';

const HOW_TO_ADD: Partial<Record<string, string>> = {
  get component() {
    return t('noEntities.createOneFromATemplate');
  },
  get group() {
    return t('noEntities.teamsAndPeopleComeFrom');
  },
  get user() {
    return t('noEntities.teamsAndPeopleComeFrom');
  },
  get template() {
    return t('noEntities.templatesLieInTheRepository');
  },
};

/** Props of {@link NoEntities}. */
export interface NoEntitiesProps {
  state: CatalogState;
  onClear(): void;
}

/** Says why the list is empty, and what to do so that it is not. */
export function NoEntities({ state, onClear }: NoEntitiesProps) {
  const createHref = useRouteRef(createRouteRef)?.();
  const { kind, many } = catalogKind(state.kind);
  if (isNarrowed(state)) {
    return (
      <EmptyState
        title={t('noEntities.noMatch', { many })}
        description={whyNothing(state, many)}
        action={
          <Button variant="secondary" onPress={onClear}>
            {t('noEntities.clearFilters')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={<RiApps2Line />}
      title={t('noEntities.noYet', { many })}
      description={HOW_TO_ADD[kind] ?? t('noEntities.howToAddAny')}
      action={
        kind === 'component' &&
        createHref && (
          <ButtonLink variant="primary" href={createHref}>
            {t('noEntities.createAService')}
          </ButtonLink>
        )
      }
    />
  );
}

function whyNothing(state: CatalogState, many: string): string {
  if (state.starred) {
    return t('noEntities.youHaveStarredNoThat', { many });
  }
  if (state.owner === MINE) {
    return t('noEntities.neitherYouNorYourTeams', { many });
  }
  return t('noEntities.tryFewerWordsOrTake');
}
