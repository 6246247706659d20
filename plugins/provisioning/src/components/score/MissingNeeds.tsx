import { Button } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import type { ProvisionMissing } from '@atrium/plugin-provisioning-common';
import { errorMessage, readField, textStyles } from '@atrium/ui';
import { useProvisionMissing } from '../../hooks/useScore';
import { t } from '../../translation';

/** Props of {@link MissingNeeds}. */
export interface MissingNeedsProps {
  entityRef: string;
  input: Pick<ProvisionMissing, 'environment' | 'promoteFrom'>;
  missing: string[];
}

/** What is missing in an environment, and one button that asks for all of it. */
export function MissingNeeds({ entityRef, input, missing }: MissingNeedsProps) {
  const provision = useProvisionMissing(entityRef);
  const refused = provision.data?.items.filter(({ problem }) => problem) ?? [];
  return (
    <div>
      <p className={textStyles.text}>
        {t('missingNeeds.missingThere', { missing: missing.join(', ') })}
      </p>
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiAddLine />}
        isPending={provision.isPending}
        onPress={() => provision.mutate(input)}
      >
        {t('missingNeeds.provisionMissing')}
      </Button>
      {(provision.error || refused.length > 0) && (
        <div role="alert" className={textStyles.bad}>
          {provision.error && errorMessage(provision.error)}
          {refused.map(need => (
            <div key={need.name}>
              {need.name}: {readField(need, 'problem')}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
