import { Button } from '@backstage/ui';
import { RiAddLine, RiDownloadLine } from '@remixicon/react';
import type {
  Environment,
  ScoreNeedStatus,
} from '@atrium/plugin-provisioning-common';
import { errorMessage, textStyles } from '@atrium/ui';
import { useManifestDownload, useProvisionMissing } from '../../hooks/useScore';
import styles from './score.module.css';

/** Props of {@link EnvironmentActions}. */
export interface EnvironmentActionsProps {
  entityRef: string;
  environment: Environment;
  needs: ScoreNeedStatus[];
  mayRequest: boolean;
}

/** What can be done about the needs of a workload in one environment. */
export function EnvironmentActions(props: EnvironmentActionsProps) {
  const { entityRef, environment, needs, mayRequest } = props;
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
      <div className={textStyles.line}>
        {mayRequest && missing > 0 && (
          <Button
            variant="primary"
            size="small"
            iconStart={<RiAddLine />}
            isPending={provision.isPending}
            onPress={() => provision.mutate(environment.name)}
          >
            Provision missing
          </Button>
        )}
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiDownloadLine />}
          isPending={download.isPending}
          onPress={() => download.mutate(environment.name)}
        >
          Manifests
        </Button>
      </div>
      {(error || refused.length > 0) && (
        <div role="alert" className={textStyles.bad}>
          {error && errorMessage(error)}
          {refused.map(({ name, problem }) => (
            <div key={name}>
              {name}: {problem}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function missingWords(missing: number): string {
  return missing === 0 ? 'nothing is missing' : `${missing} missing`;
}
