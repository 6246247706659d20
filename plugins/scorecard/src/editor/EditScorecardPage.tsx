import { z } from 'zod';
import { useParams } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EmptyState, useAddressState } from '@atrium/ui';
import { scorecardRouteRef, scorecardsRouteRef } from '../routes';
import { t } from '../translation';
import { ScorecardEditor } from './ScorecardEditor';

const addressSchema = z.object({ entity: z.string().optional() });

/** Writes the scorecard of the address, or a new one. */
export function EditScorecardPage() {
  const { scorecard } = useParams();
  const [{ entity }] = useAddressState(addressSchema);
  const listHref = useRouteRef(scorecardsRouteRef)?.() ?? '/scorecards';
  const toScorecard = useRouteRef(scorecardRouteRef);
  if (scorecard === undefined && entity === undefined) {
    return (
      <EmptyState
        title={t('editScorecardPage.inWhoseRepository')}
        description={t('editScorecardPage.aScorecardLiesBesideA')}
      />
    );
  }
  return (
    <ScorecardEditor
      subject={scorecard === undefined ? { entityRef: entity } : { scorecard }}
      backHref={
        scorecard === undefined
          ? listHref
          : toScorecard?.({ scorecard }) ?? listHref
      }
    />
  );
}
