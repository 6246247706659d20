import { Alert } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type {
  LostService,
  UnprovenClaim,
} from '@atrium/plugin-delivery-common';
import { useRefusedClaims } from '../../hooks/useDelivery';

/**
 * Says what is not shown here although the annotations name it, and what to do.
 * A page whose claims all count, or cannot be asked about, says nothing.
 */
export function ClaimNotices({ entityRef }: { entityRef: string }) {
  const { data } = useRefusedClaims(entityRef);
  return (
    <>
      {data?.repositories.map(claim => (
        <Alert
          key={claim.annotation}
          status="info"
          icon
          title={`Runs of ${claim.repository} are not shown`}
          description={describeClaim(claim)}
        />
      ))}
      {data?.services.map(lost => (
        <Alert
          key={lost.service}
          status="info"
          icon
          title={`Events of the service ${lost.service} are not shown`}
          description={<ServiceNotice {...lost} />}
        />
      ))}
    </>
  );
}

function describeClaim({ annotation, repository, origin }: UnprovenClaim) {
  const place = origin
    ? `comes from ${origin}`
    : 'does not come from a repository';
  return `The annotation ${annotation} names ${repository}, but this component ${place}. Move its catalog-info.yaml to ${repository}, or ask the platform team for a rule that lets it name that repository.`;
}

function ServiceNotice({ wonBy }: LostService) {
  return (
    <>
      The annotation atrium.dev/delivery-service names it, but{' '}
      {wonBy ? (
        <>
          <EntityRefLink entityRef={wonBy} /> has it
        </>
      ) : (
        'other components claim it as well'
      )}
      . Remove it here or there, or send the repository with the events.
    </>
  );
}
