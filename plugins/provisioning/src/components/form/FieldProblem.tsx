import { readField, textStyles } from '@atrium/ui';
import type { RequestFormState } from './RequestFormProps';

/** Props of {@link FieldProblem}. */
export interface FieldProblemProps {
  form: RequestFormState;
  field: string;
}

/** What is wrong with a field, as the form or the backend says. */
export function FieldProblem({ form, field }: FieldProblemProps) {
  const problem = findProblem(form, field);
  return problem ? (
    <p role="alert" className={textStyles.bad}>
      {problem}
    </p>
  ) : null;
}

/** What is wrong with a field, if anything is. */
export function findProblem(
  { problems, preview }: RequestFormState,
  field: string,
): string | undefined {
  const { definition, violations = [] } = preview.data ?? {};
  // Without a definition the preview says what there is to say.
  const violation = definition && violations.find(item => item.field === field);
  return problems[field] ?? (violation && readField(violation, 'message'));
}
