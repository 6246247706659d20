import type {
  FieldExtensionComponentProps,
  FieldExtensionOptions,
} from '@backstage/plugin-scaffolder-react';

/** Props of {@link ExistingEntityField}. */
export interface ExistingEntityFieldProps
  extends FieldExtensionComponentProps<unknown, unknown> {
  /** The stock picker. */
  of: FieldExtensionOptions['component'];
}

/**
 * The stock picker of entities, which takes only those that are there unless the
 * template says otherwise.
 *
 * @remarks Where it takes any text, it takes the title of what was chosen for text
 * when it is left: `Payments` would become `group:default/payments`, which is not
 * the team of that title.
 */
export function ExistingEntityField(props: ExistingEntityFieldProps) {
  const { of: Picker, uiSchema, ...rest } = props;
  return (
    <Picker
      {...rest}
      uiSchema={{
        ...uiSchema,
        'ui:options': {
          allowArbitraryValues: false,
          ...uiSchema['ui:options'],
        },
      }}
    />
  );
}
