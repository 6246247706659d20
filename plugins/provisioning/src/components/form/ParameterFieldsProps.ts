import type {
  ResourceInput,
  TypeSummary,
  Violation,
} from '@atrium/plugin-provisioning-common';

/** Props of the fields for the parameters of a resource. */
export interface ParameterFieldsProps {
  /** What the type of the resource takes. */
  schema: TypeSummary['parameters'];
  /** What holds where nothing is said, before what the schema says. */
  defaults?: ResourceInput['parameters'];
  value: ResourceInput['parameters'];
  violations?: readonly Violation[];
  onChange(value: ResourceInput['parameters']): void;
}
