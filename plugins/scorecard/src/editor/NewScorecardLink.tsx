import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { textStyles } from '@atrium/ui';
import { newScorecardRouteRef } from '../routes';
import { t } from '../translation';
import { useProposalRight } from './useScorecardDraft';

/** Props of {@link NewScorecardLink}. */
export interface NewScorecardLinkProps {
  entityRef: string;
}

/** Where owners begin a scorecard of their own, in this repository. */
export function NewScorecardLink({ entityRef }: NewScorecardLinkProps) {
  const href = useRouteRef(newScorecardRouteRef)?.();
  const { isAllowed } = useProposalRight(entityRef);
  return href && isAllowed ? (
    <p className={textStyles.muted}>
      {t('newScorecardLink.yourTeamHasRulesOf', {
        link: (
          <Link href={`${href}?entity=${encodeURIComponent(entityRef)}`}>
            {t('newScorecardLink.writeAScorecardInThis')}
          </Link>
        ),
      })}
    </p>
  ) : null;
}
