import { type ReactElement, useEffect } from 'react';
import { Button } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { textStyles } from '@atrium/ui';
import { t } from '../translation';
import styles from './ObjectField.module.css';
import { StepRegion } from './StepRegion';
import type { AnswerWatch } from './useAnswerChanges';

interface ObjectSchema {
  description?: string;
  additionalProperties?: unknown;
  patternProperties?: unknown;
  maxProperties?: number;
}

/** Props of {@link ObjectField}, as the form engine gives them. */
export interface ObjectFieldProps {
  title?: string;
  description?: string;
  idSchema: { $id: string };
  schema: ObjectSchema;
  uiSchema?: { 'ui:options'?: Record<string, unknown> };
  properties: { name: string; content: ReactElement }[];
  formData?: object;
  /** What is around the form is told of its answers. */
  formContext?: { watch?: AnswerWatch };
  disabled?: boolean;
  readonly?: boolean;
  onAddClick(schema: ObjectSchema): () => void;
}

/** Questions that belong together, under what they are about. */
export function ObjectField(props: ObjectFieldProps) {
  const { idSchema, properties, schema, onAddClick } = props;
  const { title, description = schema.description } = props;
  const isRoot = idSchema.$id === 'root';
  useAnswerWatch(isRoot ? props.formContext?.watch : undefined, props.formData);
  const content = (
    <>
      {properties.map(property => property.content)}
      {canGrow(props) && (
        <div>
          <Button
            variant="secondary"
            iconStart={<RiAddLine />}
            isDisabled={props.disabled || props.readonly}
            onPress={() => onAddClick(schema)()}
          >
            {t('listField.add')}
          </Button>
        </div>
      )}
    </>
  );
  if (isRoot) {
    // A step has a title above its form.
    return <StepRegion label={title}>{content}</StepRegion>;
  }
  // What is in a list is called after it.
  return /_\d+$/.test(idSchema.$id) || !title ? (
    content
  ) : (
    <fieldset className={styles.object}>
      <legend className={styles.title}>{title}</legend>
      {description && <p className={textStyles.muted}>{description}</p>}
      {content}
    </fieldset>
  );
}

/** Tells what the step begins with, and what its answers are from then on. */
function useAnswerWatch(watch: AnswerWatch | undefined, answers: unknown) {
  useEffect(() => watch?.onStep(), [watch]);
  useEffect(() => watch?.onAnswers(answers), [watch, answers]);
}

/** Whether somebody may add answers by names of their own. */
function canGrow({ formData = {}, schema, uiSchema }: ObjectFieldProps) {
  const { additionalProperties, maxProperties, patternProperties } = schema;
  return (
    Boolean(additionalProperties || patternProperties) &&
    uiSchema?.['ui:options']?.expandable !== false &&
    Object.keys(formData).length < (maxProperties ?? Infinity)
  );
}
