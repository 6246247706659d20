import { Button } from '@backstage/ui';
import type { ResourceDetails } from '@atrium/plugin-provisioning-common';
import { errorMessage, textStyles } from '@atrium/ui';
import { useExtendLease } from '../../hooks/useResources';

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
        Extend
      </Button>
      {extend.error && (
        <p role="alert" className={textStyles.bad}>
          Not extended: {errorMessage(extend.error)}
        </p>
      )}
    </>
  );
}
