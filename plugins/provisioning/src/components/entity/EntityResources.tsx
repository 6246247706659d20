import { z } from 'zod';
import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  EntityRefLink,
  getEntityRelations,
  useEntity,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { ButtonLink } from '@backstage/ui';
import { RiAddLine, RiDatabase2Line } from '@remixicon/react';
import {
  type ProvisionedResource,
  provisioningRequestCreatePermission,
  SCORE_ANNOTATION,
} from '@atrium/plugin-provisioning-common';
import {
  BackLink,
  DataTable,
  EmptyState,
  QueryState,
  Section,
  textStyles,
  useAddressState,
  ViewSkeleton,
} from '@atrium/ui';
import { useProvisioningSignals } from '../../hooks/provisioningHooks';
import { useDefinitions } from '../../hooks/useDefinitions';
import {
  useEntityApprovals,
  useEntityResources,
} from '../../hooks/useEntityResources';
import { useTypes } from '../../hooks/useTypes';
import { t } from '../../translation';
import { RequestForm } from '../form/RequestForm';
import { waitingColumns } from '../requests/requestColumns';
import { resourceColumns } from '../resources/resourceColumns';
import { ScoreSection } from '../score/ScoreSection';
import styles from './entity.module.css';

const addressSchema = z.object({
  request: z.literal('new').optional(),
  environment: z.string().optional(),
});

/** What a component needs to run, by environment, and the form for more. */
export function EntityResources() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const tabHref = `${useEntityRefLink()(entityRef)}/resources`;
  const [{ request, environment }] = useAddressState(addressSchema);
  useProvisioningSignals(entityRef);
  return (
    <div className={styles.content}>
      {request ? (
        <>
          <BackLink href={tabHref}>
            {t('entityResources.allResourcesOfTheComponent')}
          </BackLink>
          <h2 className={textStyles.title}>
            {t('entityResources.requestAResource')}
          </h2>
          <RequestForm defaults={{ forRef: entityRef, environment }} />
        </>
      ) : (
        <ResourcesOfEntity entityRef={entityRef} tabHref={tabHref} />
      )}
    </div>
  );
}

function ResourcesOfEntity(props: { entityRef: string; tabHref: string }) {
  const { entityRef, tabHref } = props;
  const { entity } = useEntity();
  // Rights are about owners: a resource has one before it is an entity.
  const [owner] = getEntityRelations(entity, RELATION_OWNED_BY);
  const { allowed, loading: isAsked } = usePermission({
    permission: provisioningRequestCreatePermission,
    resourceRef: owner && stringifyEntityRef(owner),
  });
  const hasScoreFile =
    entity.metadata.annotations?.[SCORE_ANNOTATION] !== undefined;
  const types = useTypes();
  const waiting = useEntityApprovals(entityRef).data?.items ?? [];
  const requestButton = allowed && (
    <ButtonLink
      variant="primary"
      size="small"
      iconStart={<RiAddLine />}
      href={`${tabHref}?request=new`}
    >
      {t('entityResources.requestAResource')}
    </ButtonLink>
  );
  return (
    <>
      {waiting.length > 0 && (
        <Section title={t('entityResources.waitingForApproval')}>
          <DataTable
            label={t('entityResources.requestsWaitingForApproval')}
            columns={waitingColumns(types)}
            items={waiting}
            keyOf={({ id }) => id}
          />
        </Section>
      )}
      <QueryState
        query={useEntityResources(entityRef)}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            icon={<RiDatabase2Line />}
            title={t('entityResources.noResourceYet')}
            description={
              allowed || isAsked || !owner
                ? t('entityResources.askHereForADatabase')
                : t('entityResources.onlyItsOwnerRequests', {
                    owner: <EntityRefLink entityRef={owner} hideIcon />,
                  })
            }
            action={requestButton}
          />
        }
        loading={<ViewSkeleton height={240} />}
      >
        {({ items }) => (
          <>
            {requestButton && <div className={styles.bar}>{requestButton}</div>}
            <ByEnvironment resources={items} />
          </>
        )}
      </QueryState>
      {hasScoreFile && (
        <ScoreSection entityRef={entityRef} mayRequest={allowed} />
      )}
    </>
  );
}

function ByEnvironment({ resources }: { resources: ProvisionedResource[] }) {
  const known = useDefinitions().data?.environments ?? [];
  const columns = resourceColumns(useTypes()).filter(
    ({ id }) => id !== 'owner',
  );
  const titles = new Map(known.map(({ name, title }) => [name, title]));
  // In the order in which changes reach them; what is not configured comes last.
  const environments = new Set([
    ...titles.keys(),
    ...resources.map(({ environment }) => environment),
  ]);
  return (
    <>
      {[...environments].map(environment => {
        const items = resources.filter(
          resource => resource.environment === environment,
        );
        return items.length > 0 ? (
          <Section
            key={environment}
            title={titles.get(environment) ?? environment}
          >
            <DataTable
              label={t('entityResources.resourcesIn', { environment })}
              columns={columns}
              items={items}
              keyOf={({ id }) => id}
            />
          </Section>
        ) : null;
      })}
    </>
  );
}
