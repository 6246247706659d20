import type { SloForm } from '../../../form/sloForm';

/** What every part of the form is given. */
export interface FieldsProps {
  form: SloForm;
  change(changes: Partial<SloForm>): void;
  /** What is wrong with a field, once somebody asked for it to be checked. */
  problemOf(path: string): string | undefined;
}
