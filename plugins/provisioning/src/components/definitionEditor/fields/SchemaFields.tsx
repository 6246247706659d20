import type { TypeSummary } from '@atrium/plugin-provisioning-common';
import { isSameValue } from '@atrium/common/yaml';
import { textStyles } from '@atrium/ui';
import type { DefinitionForm } from '../../../definitionForm/DefinitionForm';
import type { FieldPath } from '../../../definitionForm/fieldPath';
import { ParameterFields } from '../../form/ParameterFields';
import styles from './fields.module.css';

/** Props of {@link SchemaFields}. */
export interface SchemaFieldsProps {
  title: string;
  form: DefinitionForm;
  path: FieldPath;
  /** As a driver or a type describes them. */
  schema: TypeSummary['parameters'];
  isOpen?: boolean;
}

/** Fields that a JSON Schema describes, whatever they are. */
export function SchemaFields(props: SchemaFieldsProps) {
  const { title, form, path, schema, isOpen = true } = props;
  const names = Object.keys(schema.properties);
  const value = form.getObject(path);
  if (names.length === 0) {
    return null;
  }
  return (
    <details className={styles.details} open={isOpen}>
      <summary className={styles.summary}>
        {title}
        {Object.keys(value).length > 0 && (
          <span className={textStyles.muted}>
            {' '}
            {Object.keys(value).join(', ')}
          </span>
        )}
      </summary>
      <div className={styles.inner}>
        <ParameterFields
          // What is required may come from a plan, or from the requester.
          schema={{ ...schema, required: [] }}
          value={value}
          violations={form.violationsOf(path)}
          onChange={changed => {
            const fields = withoutEmpty(changed);
            if (!isSameValue(fields, value)) {
              form.set(
                path,
                Object.keys(fields).length > 0 ? fields : undefined,
              );
            }
          }}
        />
      </div>
    </details>
  );
}

function withoutEmpty<T extends object>(value: T | undefined) {
  return Object.fromEntries(
    Object.entries(value ?? {}).filter(([, field]) => field !== undefined),
  );
}
