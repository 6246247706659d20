import type { AgreementDraft, DraftProblems } from './AgreementDraft';

/** Props of each group of fields of an agreement. */
export interface AgreementFieldsProps {
  draft: AgreementDraft;
  /** What is wrong, once somebody tried to save. */
  problems: DraftProblems;
  onChange(changes: Partial<AgreementDraft>): void;
}
