import type { FieldExtensionOptions } from '@backstage/plugin-scaffolder-react';
import { isRecord } from '@atrium/common';
import {
  EntityChoiceField,
  type EntityChoiceFieldProps,
} from './EntityChoiceField';

/** Props of {@link ExistingEntityField}. */
export interface ExistingEntityFieldProps extends EntityChoiceFieldProps {
  /** The stock picker. */
  of: FieldExtensionOptions['component'];
}

/**
 * Takes an entity that is there; any text too, by the stock picker, only where
 * the template says so.
 *
 * @remarks The stock picker takes any text by itself, and the title of what was
 * chosen for text when it is left: `Payments` would become
 * `group:default/payments`, which is not the team of that title.
 */
export function ExistingEntityField(props: ExistingEntityFieldProps) {
  const { of: Picker, ...rest } = props;
  const options = rest.uiSchema['ui:options'];
  return isRecord(options) && options.allowArbitraryValues === true ? (
    <Picker {...rest} />
  ) : (
    <EntityChoiceField {...rest} />
  );
}
