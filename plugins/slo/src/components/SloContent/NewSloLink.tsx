import { ButtonLink, type ButtonLinkProps } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { useProposalRight } from '../../hooks/useSloProposal';
import { useTabHref } from '../../hooks/useTabHref';
import { t } from '../../translation';

/** Props of {@link NewSloLink}. */
export interface NewSloLinkProps extends Pick<ButtonLinkProps, 'variant'> {
  entityRef: string;
}

/** Opens the form of a new SLO, for those who may write it. */
export function NewSloLink({ entityRef, variant }: NewSloLinkProps) {
  const href = useTabHref()({ new: '' });
  const { isAllowed } = useProposalRight(entityRef);
  return isAllowed ? (
    <ButtonLink
      variant={variant}
      size="small"
      iconStart={<RiAddLine />}
      href={href}
    >
      {t('newSloLink.newSlo')}
    </ButtonLink>
  ) : null;
}
