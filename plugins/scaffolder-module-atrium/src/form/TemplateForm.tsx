import { useMemo, useRef, useState } from 'react';
import {
  Stepper,
  useFilteredSchemaProperties,
  useTemplateParameterSchema,
} from '@backstage/plugin-scaffolder-react/alpha';
import { Alert } from '@backstage/ui';
import {
  ErrorState,
  LeaveDialog,
  LoadingState,
  useLeaveGuard,
} from '@atrium/ui';
import { t } from '../translation';
import { FORM_TEMPLATES } from './formTemplates';
import { nameListItems } from './nameListItems';
import { refusalMessage } from './refusalMessage';
import { ReviewInWords } from './ReviewInWords';
import { FormSteps } from './StepRegion';
import styles from './TemplateForm.module.css';
import { useAnswerChanges } from './useAnswerChanges';
import { useCreate } from './useCreate';
import { useFieldExtensions } from './useFieldExtensions';
import type { Suggestions } from './useSuggestion';
import { useVisitedFields } from './useVisitedFields';
import { FORM_WIDGETS } from './widgets/formWidgets';

// The stepper hands these to the form engine, without having them in its types.
const FORM_PARTS = {
  templates: FORM_TEMPLATES,
  widgets: FORM_WIDGETS,
};

const COMPONENTS = { ReviewStateComponent: ReviewInWords };

/** The form of a template, step by step, and what was answered at its end. */
export function TemplateForm({ templateRef }: { templateRef: string }) {
  const [attempt, setAttempt] = useState(1);
  return (
    <LoadedForm
      // What reads the template reads it once, and again only where it is new.
      key={attempt}
      templateRef={templateRef}
      onRetry={() => setAttempt(attempt + 1)}
    />
  );
}

interface LoadedFormProps {
  templateRef: string;
  onRetry(): void;
}

function LoadedForm({ templateRef, onRetry }: LoadedFormProps) {
  const { manifest, error } = useTemplateParameterSchema(templateRef);
  const filteredManifest = useFilteredSchemaProperties(manifest);
  const shownManifest = useMemo(
    () =>
      filteredManifest && {
        ...filteredManifest,
        steps: filteredManifest.steps.map(step => ({
          ...step,
          // The stepper takes the title out of the schema, not this one.
          schema: { ...nameListItems(step.schema), 'ui:title': step.title },
        })),
      },
    [filteredManifest],
  );
  const fields = useFieldExtensions();
  const { isChanged, watch, onTouch } = useAnswerChanges();
  const suggestions = useRef<Suggestions>(new Map());
  const guard = useLeaveGuard(isChanged);
  const create = useCreate(templateRef, guard.release);
  const { formProps, onSubmitCapture } = useVisitedFields();
  const failure = error ?? fields.error;
  if (failure) {
    return (
      <div className={styles.card}>
        <ErrorState error={failure} onRetry={onRetry} />
      </div>
    );
  }
  if (!shownManifest || !fields.data) {
    return <LoadingState height={560} />;
  }
  const { title, description } = shownManifest;
  return (
    <>
      <div
        className={styles.card}
        onSubmitCapture={onSubmitCapture}
        onKeyDownCapture={onTouch}
        onPointerDownCapture={onTouch}
      >
        <h2 className={styles.title}>{title}</h2>
        {description && <p className={styles.description}>{description}</p>}
        {create.error && (
          <Alert
            status="danger"
            icon
            title={t('templateForm.nothingWasCreated')}
            description={t('templateForm.yourAnswersAreKept', {
              error: refusalMessage(create.error),
            })}
          />
        )}
        <FormSteps>
          <Stepper
            manifest={shownManifest}
            extensions={fields.data}
            components={COMPONENTS}
            formProps={{
              ...formProps,
              ...FORM_PARTS,
              formContext: {
                ...formProps.formContext,
                suggestions: suggestions.current,
                watch,
              },
              EXPERIMENTAL_theme: 'bui',
            }}
            onCreate={async values => {
              // What went wrong is shown above; the stepper would lose it.
              await create.mutateAsync(values).catch(() => undefined);
            }}
          />
        </FormSteps>
      </div>
      <LeaveDialog
        guard={guard}
        title={t('templateForm.leaveWithoutCreating')}
      />
    </>
  );
}
