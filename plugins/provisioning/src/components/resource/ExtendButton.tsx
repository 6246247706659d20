import { Button } from '@backstage/ui';
import type { ResourceDetails } from '@atrium/plugin-provisioning-common';
import { errorMessage, textStyles } from '@atrium/ui';
import { useExtendLease } from '../../hooks/useResources';
import { t } from '../../translation';

/** Lends a resource anew, in one click. */
export function ExtendButton({ resource }: { resource: ResourceDetails }) {
  const extend = useExtendLease(resource.id);
  return (
    <>
      <Button
        variant="secondary"
        size="small"
        isPending={extend.isPending}
        onPress={() => extend.mutate()}
      >
        {t('extendButton.extend')}
      </Button>
      {extend.error && (
        <p role="alert" className={textStyles.bad}>
          {t('extendButton.notExtended', { error: errorMessage(extend.error) })}
        </p>
      )}
    </>
  );
}
