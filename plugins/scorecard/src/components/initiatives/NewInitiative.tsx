import { useNavigate } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { BackLink, EmptyState, QueryState } from '@atrium/ui';
import { useManagedScorecards } from '../../hooks/useInitiatives';
import { useScorecards } from '../../hooks/useScorecards';
import { initiativesRouteRef } from '../../routes';
import { InitiativeForm } from './InitiativeForm';

/** The form that starts an initiative. */
export function NewInitiative() {
  const navigate = useNavigate();
  const listHref = useRouteRef(initiativesRouteRef)?.() ?? '/';
  const managed = useManagedScorecards();
  return (
    <>
      <BackLink href={listHref}>All initiatives</BackLink>
      <QueryState
        query={useScorecards()}
        isEmpty={() => managed.length === 0}
        empty={
          <EmptyState
            title="You cannot start an initiative"
            description="Who owns a scorecard starts initiatives for it, and so does who runs the portal."
          />
        }
        loading={<Skeleton width="100%" height={400} />}
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
