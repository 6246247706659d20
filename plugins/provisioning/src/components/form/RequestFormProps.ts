import type { Definitions } from '@atrium/plugin-provisioning-common';
import type { useRequestForm } from '../../hooks/useRequestForm';

/** What the form holds, for its parts. */
export type RequestFormState = ReturnType<typeof useRequestForm>;

/** Props of the parts of the form. */
export interface RequestFieldsProps {
  form: RequestFormState;
  definitions: Definitions;
}
