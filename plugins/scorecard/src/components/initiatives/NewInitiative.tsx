import { useNavigate } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { BackLink, EmptyState, QueryState, ViewSkeleton } from '@atrium/ui';
import { useManagedScorecards } from '../../hooks/useInitiatives';
import { useScorecards } from '../../hooks/useScorecards';
import { initiativesRouteRef } from '../../routes';
import { t } from '../../translation';
import { InitiativeForm } from './InitiativeForm';

/** The form that starts an initiative. */
export function NewInitiative() {
  const navigate = useNavigate();
  const listHref = useRouteRef(initiativesRouteRef)?.() ?? '/';
  const { managed, isPending } = useManagedScorecards();
  const scorecards = useScorecards();
  // Nobody is refused, and no form begun, before both are known.
  const query = isPending ? { ...scorecards, data: undefined } : scorecards;
  return (
    <>
      <BackLink href={listHref}>{t('newInitiative.allInitiatives')}</BackLink>
      <QueryState
        query={query}
        isEmpty={() => managed.length === 0}
        empty={
          <EmptyState
            title={t('newInitiative.youCannotStartAnInitiative')}
            description={t('newInitiative.whoOwnsAScorecardStarts')}
          />
        }
        loading={<ViewSkeleton height={400} />}
      >
        {() => (
          <InitiativeForm
            onDone={initiative =>
              navigate(
                initiative ? `../${encodeURIComponent(initiative.id)}` : '..',
              )
            }
          />
        )}
      </QueryState>
    </>
  );
}
