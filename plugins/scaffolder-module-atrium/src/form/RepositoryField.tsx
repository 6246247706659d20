import { useEffect, useRef, useState } from 'react';
import { useDebounced } from '@atrium/ui';
import type {
  FieldExtensionComponentProps,
  FieldExtensionOptions,
} from '@backstage/plugin-scaffolder-react';
import {
  nameIn,
  repositoryIn,
  suggestedRepository,
} from './suggestedRepository';

/** Props of {@link RepositoryField}. */
export interface RepositoryFieldProps
  extends FieldExtensionComponentProps<unknown, unknown> {
  /** The stock picker. */
  of: FieldExtensionOptions['component'];
}

/**
 * The stock picker of repositories, filled in with the name of what is created, and
 * following that name until somebody chooses another repository.
 */
export function RepositoryField({
  of: Picker,
  ...props
}: RepositoryFieldProps) {
  const { formData, formContext, onChange } = props;
  const name = useDebounced(nameIn(formContext?.formData));
  const [suggested, setSuggested] = useState<string>();
  const isChosen = useRef(false);
  const value = isChosen.current
    ? undefined
    : suggestedRepository(formData, { name, before: suggested });
  const change = useRef(onChange);
  change.current = onChange;
  useEffect(() => {
    if (value) {
      setSuggested(name);
      change.current(value);
    }
  }, [name, value]);
  return (
    <Picker
      // It reads its value only once.
      key={suggested}
      {...props}
      onChange={changed => {
        const repository = repositoryIn(changed);
        if (suggested !== undefined && repository !== suggested) {
          isChosen.current = true;
        }
        onChange(changed);
      }}
    />
  );
}
