import type { Definitions } from '@atrium/plugin-provisioning-common';
import type { DefinitionForm } from '../../../definitionForm/DefinitionForm';

/** What every part of the form is given. */
export interface DefinitionFieldsProps {
  form: DefinitionForm;
  definitions: Definitions;
}
