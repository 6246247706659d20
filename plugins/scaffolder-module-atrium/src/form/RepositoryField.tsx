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

interface Filled {
  /** How often it was filled in: the picker reads its value only once. */
  count: number;
  name: string;
  value: string;
}

/**
 * The stock picker of repositories, which suggests what a person can reach by their
 * own token, filled in with the name of what is created, and
 * following that name until somebody chooses another repository.
 */
export function RepositoryField({
  of: Picker,
  ...props
}: RepositoryFieldProps) {
  const { formData, formContext, onChange } = props;
  const name = useDebounced(nameIn(formContext?.formData));
  const [filled, setFilled] = useState<Filled>();
  // The picker says which host and owner it has chosen before it has the name.
  const isShown = useRef(false);
  const isChosen = useRef(false);
  const value = isChosen.current
    ? undefined
    : suggestedRepository(formData, { name, before: filled?.name });
  const change = useRef(onChange);
  change.current = onChange;
  useEffect(() => {
    if (value && name) {
      isShown.current = false;
      setFilled(before => ({ count: (before?.count ?? 0) + 1, name, value }));
      change.current(value);
    }
  }, [name, value]);
  return (
    <Picker
      key={filled?.count}
      {...props}
      formData={filled?.value ?? formData}
      onChange={changed => {
        if (filled && repositoryIn(changed) === filled.name) {
          isShown.current = true;
        } else if (isShown.current) {
          isChosen.current = true;
        }
        onChange(changed);
      }}
    />
  );
}
