// A file of a repository, written in the portal
export { FileWorkbench, type FileWorkbenchProps } from './FileWorkbench';
export { type TextCheckOptions, useTextCheck } from './useTextCheck';
export {
  HandOverDialog,
  type HandOverDialogProps,
} from './handover/HandOverDialog';
export { HandedOver, type HandedOverProps } from './handover/HandedOver';
export {
  HandoverState,
  type HandoverStateProps,
} from './handover/HandoverState';
export {
  handedOverTitle,
  type HandoverPlace,
  type HandoverWords,
  handoverWords,
  refusalWords,
} from './handover/handoverWords';
export type {
  Completions,
  OfferedCompletions,
} from './yaml/completionExtension';

// Fields that say what is wrong with them
export { FieldGroup, type FieldGroupProps } from './fields/FieldGroup';
export { FieldRow } from './fields/FieldRow';
export { FormArea, type FormAreaProps } from './fields/FormArea';
export { FormField, type FormFieldProps } from './fields/FormField';
