import { createPermission } from '@backstage/plugin-permission-common';

/** Allows to see the scheduled tasks of a plugin, and how their runs went. */
export const schedulerTaskReadPermission = createPermission({
  name: 'scheduler.task.read',
  attributes: { action: 'read' },
});

/** Allows to start and stop the scheduled tasks of a plugin. */
export const schedulerTaskControlPermission = createPermission({
  name: 'scheduler.task.control',
  attributes: { action: 'update' },
});

/** The permissions that guard what the framework adds to plugins with tasks. */
export const schedulerPermissions = [
  schedulerTaskReadPermission,
  schedulerTaskControlPermission,
];
