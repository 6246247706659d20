import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { t } from '../../translation';
import type { LeaveGuard } from './useLeaveGuard';

/** Asks whether what was written may be lost. */
export function LeaveDialog({ guard }: { guard: LeaveGuard }) {
  return (
    <Dialog
      isOpen={guard.isAsking}
      onOpenChange={isOpen => !isOpen && guard.stay()}
      width={440}
    >
      <DialogHeader>
        {t('leaveDialog.leaveWithoutProposingTheChange')}
      </DialogHeader>
      <DialogBody>{t('leaveDialog.whatYouWroteIsLost')}</DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={guard.leave}>
          {t('leaveDialog.leave')}
        </Button>
        <Button variant="primary" onPress={guard.stay}>
          {t('leaveDialog.stay')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
