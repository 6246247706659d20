import { parseEntityRef } from '@backstage/catalog-model';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import type { EntityResult } from '@atrium/plugin-scorecard-common';
import { urlPath } from '@atrium/ui';
import { useScorecards } from '../../hooks/useScorecards';
import { t } from '../../translation';
import { CopyField } from '../shared/CopyField';

/** The badge of an entity as Markdown, for a README, where the portal shows badges. */
export function BadgeSnippet({ result }: { result: EntityResult }) {
  const { scorecard, scorecardTitle, entityRef } = result;
  const { data } = useScorecards();
  const config = useApi(configApiRef);
  const page = useEntityRefLink()(entityRef);
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const backend = config.getOptionalString('backend.baseUrl') ?? '';
  const app = config.getOptionalString('app.baseUrl') ?? '';
  const image = `${backend}/api/scorecard${urlPath`/badge/${scorecard}/${kind.toLocaleLowerCase(
    'en-US',
  )}/${namespace}/${name}`}`;
  if (!data?.hasPublicBadges) {
    return null;
  }
  return (
    <CopyField
      label={t('badgeSnippet.badgeForTheReadme')}
      value={`[![${scorecardTitle}](${image})](${app}${page}/scorecards?scorecard=${scorecard})`}
    />
  );
}
