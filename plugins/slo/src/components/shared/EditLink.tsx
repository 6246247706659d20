import { Link } from '@backstage/ui';
import type { SloSummary } from '@atrium/plugin-slo-common';
import { useProposalRight } from '../../hooks/useSloProposal';
import { useTabHref } from '../../hooks/useTabHref';
import { t } from '../../translation';

/** Opens the form of an SLO, for those who may write it. */
export function EditLink({ slo }: { slo: SloSummary }) {
  const { name, displayName = name, entityRef } = slo;
  const href = useTabHref()({ edit: name });
  const { isAllowed } = useProposalRight(entityRef);
  return isAllowed ? (
    <Link href={href} aria-label={t('editLink.edit', { displayName })}>
      {t('editLink.edit2')}
    </Link>
  ) : null;
}
