import { Alert } from '@backstage/ui';
import { formatList } from '@atrium/ui';
import { EntityRefLink, EntityRefLinks } from '@backstage/plugin-catalog-react';
import type {
  LostService,
  RefusedRepository,
  RivalClaim,
} from '@atrium/plugin-delivery-common';
import { useRefusedClaims } from '../../hooks/useDelivery';
import { t } from '../../translation';

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
          title={t('claimNotices.runsOfAreNotShown', {
            repository: claim.repository,
          })}
          description={<RepositoryNotice {...claim} />}
        />
      ))}
      {data?.services.map(lost => (
        <Alert
          key={lost.service}
          status="info"
          icon
          title={t('claimNotices.eventsOfTheServiceAre', {
            service: lost.service,
          })}
          description={<ServiceNotice {...lost} />}
        />
      ))}
      {[...Map.groupBy(data?.rivals ?? [], rival => rival.repository)].map(
        ([repository, rivals]) => (
          <Alert
            key={repository}
            status="info"
            icon
            title={t('claimNotices.othersClaim', { repository })}
            description={<RivalNotice rivals={rivals} />}
          />
        ),
      )}
    </>
  );
}

function RepositoryNotice(claim: RefusedRepository) {
  const { annotation, repository, origin, heldBy } = claim;
  return (
    <>
      {origin
        ? t('claimNotices.fromOrigin', { annotation, repository, origin })
        : t('claimNotices.fromNoRepository', { annotation, repository })}
      {heldBy.length > 0 && (
        <>
          {t('claimNotices.itBelongsTo', {
            entityRefLinks: <EntityRefLinks entityRefs={heldBy} />,
          })}
        </>
      )}
    </>
  );
}

function RivalNotice({ rivals }: { rivals: RivalClaim[] }) {
  const refs = rivals.map(({ entityRef }) => entityRef);
  const annotations = new Set(rivals.flatMap(one => one.annotations));
  const more = refs.length - MAX_NAMES;
  const names = <EntityRefLinks entityRefs={refs.slice(0, MAX_NAMES)} />;
  return t('claimNotices.rival', {
    count: refs.length,
    names: more > 0 ? t('claimNotices.andMore', { names, more }) : names,
    annotations: formatList(annotations),
  });
}

function ServiceNotice({ wonBy }: LostService) {
  return wonBy ? (
    t('claimNotices.lostTo', { winner: <EntityRefLink entityRef={wonBy} /> })
  ) : (
    <>{t('claimNotices.lostToOthers')}</>
  );
}
