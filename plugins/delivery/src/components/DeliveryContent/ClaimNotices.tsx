import { Alert } from '@backstage/ui';
import { EntityRefLink, EntityRefLinks } from '@backstage/plugin-catalog-react';
import type {
  LostService,
  RefusedRepository,
  RivalClaim,
} from '@atrium/plugin-delivery-common';
import { useRefusedClaims } from '../../hooks/useDelivery';

const MAX_NAMES = 5;

/**
 * Says what is not shown here although the annotations name it, and who claims
 * what is shown, and what to do. A page whose claims all count, or cannot be asked about, says nothing.
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
          description={<RepositoryNotice {...claim} />}
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
      {[...Map.groupBy(data?.rivals ?? [], rival => rival.repository)].map(
        ([repository, rivals]) => (
          <Alert
            key={repository}
            status="info"
            icon
            title={`Others claim ${repository}`}
            description={<RivalNotice rivals={rivals} />}
          />
        ),
      )}
    </>
  );
}

function RepositoryNotice(claim: RefusedRepository) {
  const { annotation, repository, origin, heldBy } = claim;
  const place = origin
    ? `comes from ${origin}`
    : 'does not come from a repository';
  return (
    <>
      {`The annotation ${annotation} names ${repository}, but this component ${place}. Move its catalog-info.yaml to ${repository}, or ask the platform team for a rule that lets it name that repository.`}
      {heldBy.length > 0 && (
        <>
          {' '}
          It belongs to <EntityRefLinks entityRefs={heldBy} />.
        </>
      )}
    </>
  );
}

function RivalNotice({ rivals }: { rivals: RivalClaim[] }) {
  const refs = rivals.map(({ entityRef }) => entityRef);
  const annotations = new Set(rivals.flatMap(one => one.annotations));
  const more = refs.length - MAX_NAMES;
  return (
    <>
      <EntityRefLinks entityRefs={refs.slice(0, MAX_NAMES)} />
      {more > 0 && ` and ${more} more`}
      {` ${refs.length === 1 ? 'names' : 'name'} it by ${[...annotations].join(
        ' and ',
      )}. The claim does not count: the runs stay here. If it is a mistake, ask the owners to remove the annotation; if it is meant, ask the platform team for a rule.`}
    </>
  );
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
