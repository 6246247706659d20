import { useState } from 'react';
import type {
  FieldExtensionComponentProps,
  FieldExtensionOptions,
} from '@backstage/plugin-scaffolder-react';
import { suggestedRepository } from './suggestedRepository';

/** Props of {@link RepositoryField}. */
export interface RepositoryFieldProps
  extends FieldExtensionComponentProps<unknown, unknown> {
  /** The stock picker. */
  of: FieldExtensionOptions['component'];
}

/** The stock picker of repositories, filled in with the name given before. */
export function RepositoryField({
  of: Picker,
  ...props
}: RepositoryFieldProps) {
  const [suggested, setSuggested] = useState<string>();
  const { formData, formContext, onChange } = props;
  return (
    <Picker
      // It reads its value only once.
      key={suggested}
      {...props}
      formData={suggested ?? formData}
      onChange={value => {
        // The picker first says which host it has chosen, and no more.
        const whole =
          suggested === undefined && formData === undefined
            ? suggestedRepository(value, formContext?.formData)
            : undefined;
        if (whole) {
          setSuggested(whole);
        }
        onChange(whole ?? value);
      }}
    />
  );
}
