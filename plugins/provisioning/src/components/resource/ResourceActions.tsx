import { type ComponentType, useState } from 'react';
import { Button } from '@backstage/ui';
import type { ResourceDetails } from '@atrium/plugin-provisioning-common';
import { textStyles } from '@atrium/ui';
import { t } from '../../translation';
import { DeleteDialog } from './DeleteDialog';
import type { ResourceDialogProps } from './ResourceDialogProps';
import { RotateDialog } from './RotateDialog';
import { UpdateDialog } from './UpdateDialog';

type Action = 'update' | 'rotate' | 'delete';

const ACTIONS: {
  action: Action;
  label: string;
  Dialog: ComponentType<ResourceDialogProps>;
}[] = [
  {
    action: 'update',
    get label() {
      return t('resourceActions.change');
    },
    Dialog: UpdateDialog,
  },
  {
    action: 'rotate',
    get label() {
      return t('resourceActions.rotateCredentials');
    },
    Dialog: RotateDialog,
  },
  {
    action: 'delete',
    get label() {
      return t('resourceActions.delete');
    },
    Dialog: DeleteDialog,
  },
];

/** What the reader may do with a resource. */
export function ResourceActions({ resource }: { resource: ResourceDetails }) {
  const [open, setOpen] = useState<Action>();
  const actions = ACTIONS.filter(({ action }) =>
    resource.allowed.includes(action),
  );
  return (
    <div className={textStyles.line}>
      {actions.map(({ action, label }) => (
        <Button
          key={action}
          variant="secondary"
          size="small"
          onPress={() => setOpen(action)}
        >
          {label}
        </Button>
      ))}
      {actions.map(
        ({ action, Dialog }) =>
          action === open && (
            <Dialog
              key={action}
              resource={resource}
              onClose={() => setOpen(undefined)}
            />
          ),
      )}
    </div>
  );
}
