import { Button, ButtonLink } from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EmptyState } from '@atrium/ui';
import { createRouteRef } from '../routes';
import { catalogKind } from './catalogKinds';
import { type CatalogState, isNarrowed, MINE } from './catalogState';

const HOW_TO_ADD_ANY =
  'Describe it in the catalog-info.yaml of a repository. It appears here within seconds of the push.';

const HOW_TO_ADD: Partial<Record<string, string>> = {
  component:
    'Create one from a template, or push a catalog-info.yaml to a repository that exists: it appears here within seconds.',
  group:
    'Teams and people come from the file of the organisation or from the identity provider. The platform team keeps both.',
  user: 'Teams and people come from the file of the organisation or from the identity provider. The platform team keeps both.',
  template:
    'Templates lie in the repository of the portal. The platform team adds them.',
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
        title={`No ${many} match`}
        description={whyNothing(state, many)}
        action={
          <Button variant="secondary" onPress={onClear}>
            Clear filters
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      title={`No ${many} yet`}
      description={HOW_TO_ADD[kind] ?? HOW_TO_ADD_ANY}
      action={
        kind === 'component' &&
        createHref && (
          <ButtonLink variant="primary" href={createHref}>
            Create a service
          </ButtonLink>
        )
      }
    />
  );
}

function whyNothing(state: CatalogState, many: string): string {
  if (state.starred) {
    return `You have starred no ${many} that match. Star one by the star at the end of its row.`;
  }
  if (state.owner === MINE) {
    return `Neither you nor your teams own ${many} that match. Your teams and what they own come from the catalog.`;
  }
  return 'Try fewer words, or take a filter away. The tabs say how many of each kind match.';
}
