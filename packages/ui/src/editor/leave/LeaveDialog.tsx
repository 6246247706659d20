import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type { LeaveGuard } from './useLeaveGuard';

/** Asks whether what was written may be lost. */
export function LeaveDialog({ guard }: { guard: LeaveGuard }) {
  return (
    <Dialog
      isOpen={guard.isAsking}
      onOpenChange={isOpen => !isOpen && guard.stay()}
      width={440}
    >
      <DialogHeader>Leave without proposing the change?</DialogHeader>
      <DialogBody>What you wrote is lost then.</DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={guard.leave}>
          Leave
        </Button>
        <Button variant="primary" onPress={guard.stay}>
          Stay
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
