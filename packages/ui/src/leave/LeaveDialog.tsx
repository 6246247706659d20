import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { t } from '../translation';
import type { LeaveGuard } from './useLeaveGuard';

/** Props of {@link LeaveDialog}. */
export interface LeaveDialogProps {
  guard: LeaveGuard;
  /** What would be left undone, as a question: `Leave without saving?` */
  title: string;
}

/** Asks whether what was written may be lost. */
export function LeaveDialog({ guard, title }: LeaveDialogProps) {
  return (
    <Dialog
      isOpen={guard.isAsking}
      onOpenChange={isOpen => !isOpen && guard.stay()}
      width={440}
    >
      <DialogHeader>{title}</DialogHeader>
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
