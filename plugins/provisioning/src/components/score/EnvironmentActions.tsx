import { useState } from 'react';
import { Button } from '@backstage/ui';
import {
  RiAddLine,
  RiArrowRightLine,
  RiDownloadLine,
  RiPlayLine,
} from '@remixicon/react';
import type {
  Environment,
  ScoreDeployment,
  ScoreNeedStatus,
} from '@atrium/plugin-provisioning-common';
import { errorMessage, readField, textStyles } from '@atrium/ui';
import { useManifestDownload, useProvisionMissing } from '../../hooks/useScore';
import { t } from '../../translation';
import { ApplyDialog } from './ApplyDialog';
import { WorkloadState } from './WorkloadState';
import styles from './score.module.css';

/** Props of {@link EnvironmentActions}. */
export interface EnvironmentActionsProps {
  entityRef: string;
  environment: Environment;
  needs: ScoreNeedStatus[];
  mayRequest: boolean;
  mayApply: boolean;
  /** What runs there, once it is known. */
  deployment?: ScoreDeployment;
  /** The environment after it, where a workload can be promoted to. */
  next?: Environment;
}

/** A workload in one environment: what it needs, what runs, what can be done. */
export function EnvironmentActions(props: EnvironmentActionsProps) {
  const { entityRef, environment, needs, mayRequest } = props;
  const { mayApply, deployment, next } = props;
  const [isApplying, setApplying] = useState(false);
  const [isPromoting, setPromoting] = useState(false);
  const provision = useProvisionMissing(entityRef);
  const download = useManifestDownload(entityRef);
  const missing = needs.filter(({ status }) => status === 'missing').length;
  const refused = provision.data?.items.filter(({ problem }) => problem) ?? [];
  const error = provision.error ?? download.error;
  return (
    <div className={styles.environment}>
      <div>
        <span className={styles.name}>{environment.title}</span>
        <span className={textStyles.muted}> {missingWords(missing)}</span>
      </div>
      {deployment && <WorkloadState deployment={deployment} />}
      <div className={textStyles.line}>
        {mayRequest && missing > 0 && (
          <Button
            variant="secondary"
            size="small"
            iconStart={<RiAddLine />}
            isPending={provision.isPending}
            onPress={() => provision.mutate({ environment: environment.name })}
          >
            {t('environmentActions.provisionMissing')}
          </Button>
        )}
        {mayApply && deployment?.place && (
          <Button
            variant="secondary"
            size="small"
            iconStart={<RiPlayLine />}
            onPress={() => setApplying(true)}
          >
            {t('environmentActions.apply')}
          </Button>
        )}
        {mayApply && deployment?.workload && next && (
          <Button
            variant="secondary"
            size="small"
            iconStart={<RiArrowRightLine />}
            onPress={() => setPromoting(true)}
          >
            {t('environmentActions.promoteTo', { title: next.title })}
          </Button>
        )}
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiDownloadLine />}
          isPending={download.isPending}
          onPress={() => download.mutate(environment.name)}
        >
          {t('environmentActions.manifests')}
        </Button>
      </div>
      {(error || refused.length > 0) && (
        <div role="alert" className={textStyles.bad}>
          {error && errorMessage(error)}
          {refused.map(need => (
            <div key={need.name}>
              {need.name}: {readField(need, 'problem')}
            </div>
          ))}
        </div>
      )}
      {isApplying && (
        <ApplyDialog
          entityRef={entityRef}
          environment={environment}
          onClose={() => setApplying(false)}
        />
      )}
      {isPromoting && next && (
        <ApplyDialog
          entityRef={entityRef}
          environment={next}
          promoteFrom={environment}
          onClose={() => setPromoting(false)}
        />
      )}
    </div>
  );
}

function missingWords(missing: number): string {
  return missing === 0
    ? t('environmentActions.nothingIsMissing')
    : t('environmentActions.missing', { count: missing });
}
