import { useState } from 'react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type { FindingDetail } from '@atrium/plugin-scorecard-common';
import { errorMessage, QueryState, textStyles, ViewSkeleton } from '@atrium/ui';
import { t } from '../translation';
import { FindingDetails } from './FindingDetails';
import { SuppressDialog } from './SuppressDialog';
import {
  useEndSuppression,
  useFinding,
  useSuppressionRight,
} from './useFindings';

/** Props of {@link FindingDialog}. */
export interface FindingDialogProps {
  id: string;
  onClose(): void;
}

/** One finding: what it is, who saw it, and whether it counts. */
export function FindingDialog({ id, onClose }: FindingDialogProps) {
  const query = useFinding(id);
  const end = useEndSuppression(id);
  const [isSuppressing, setIsSuppressing] = useState(false);
  if (isSuppressing && query.data) {
    return (
      <SuppressDialog
        finding={query.data}
        onClose={() => setIsSuppressing(false)}
      />
    );
  }
  return (
    <Dialog
      isOpen
      // Whoever closed it meanwhile would not be told what has come of it.
      onOpenChange={isOpen => !isOpen && !end.isPending && onClose()}
      width={760}
    >
      <DialogHeader>
        {query.data?.title ?? t('findingDialog.securityFinding')}
      </DialogHeader>
      <DialogBody>
        <QueryState query={query} loading={<ViewSkeleton height={320} />}>
          {finding => <FindingDetails finding={finding} />}
        </QueryState>
      </DialogBody>
      <DialogFooter>
        {query.data && (
          <SuppressionButton
            finding={query.data}
            end={end}
            onSuppress={() => {
              // What ends next is the new one.
              end.reset();
              setIsSuppressing(true);
            }}
          />
        )}
        <Button
          variant="secondary"
          isDisabled={end.isPending}
          onPress={onClose}
        >
          {t('findingDialog.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

/** Has a finding not count, or count again; says who may to those who may not. */
function SuppressionButton(props: {
  finding: FindingDetail;
  end: ReturnType<typeof useEndSuppression>;
  onSuppress(): void;
}) {
  const { finding, end, onSuppress } = props;
  const { state, suppression, entityRef } = finding;
  const { isAllowed, isPending } = useSuppressionRight(entityRef);
  if (isPending || (state !== 'open' && !suppression)) {
    return null;
  }
  if (!isAllowed) {
    return (
      <span className={textStyles.muted}>
        {t('findingDialog.onlyOwnersOfTheService')}
      </span>
    );
  }
  if (!suppression) {
    return (
      <Button variant="secondary" onPress={onSuppress}>
        {t('findingDialog.suppress')}
      </Button>
    );
  }
  return (
    <>
      {end.error && (
        <span role="alert" className={textStyles.bad}>
          {t('findingDialog.itIsStillSuppressed', {
            error: errorMessage(end.error),
          })}
        </span>
      )}
      <Button
        variant="secondary"
        // Once ended it stays so until the finding is read again and says that.
        isPending={end.isPending || end.isSuccess}
        onPress={() => end.mutate()}
      >
        {t('findingDialog.endSuppression')}
      </Button>
    </>
  );
}
