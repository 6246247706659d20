import { withDecimalPoint } from '@atrium/common';
import {
  type Agreement,
  type AgreementTerms,
  agreementTermsSchema,
} from '@atrium/plugin-sla-common';
import type { SloSummary } from '@atrium/plugin-slo-common';
import { t } from '../../translation';

/** An agreement while it is being written, as its fields hold it. */
export interface AgreementDraft {
  name: string;
  customer: string;
  entityRef: string;
  sloName: string;
  /** Empty where the SLO has only one. */
  objectiveId: string;
  /** Percentages, as typed, with a point or a comma. */
  target: string;
  credits: { below: string; creditPercent: string }[];
  timeZone: string;
  isMaintenanceExcluded: boolean;
  validFrom: string;
  /** Empty while it holds. */
  validTo: string;
}

/** What is wrong, by field. */
export type DraftProblems = Partial<Record<keyof AgreementDraft, string>>;

const PROBLEM_WORDS: DraftProblems = {
  get name() {
    return t('agreementDraft.giveItAName');
  },
  get sloName() {
    return t('agreementDraft.chooseAnSlo');
  },
  get target() {
    return t('agreementDraft.aPercentageAbove0And');
  },
  get credits() {
    return t('agreementDraft.percentagesALevelUpTo');
  },
  get validFrom() {
    return t('agreementDraft.chooseTheFirstDay');
  },
};

const DIGITS = 9;

/** An agreement as it stands, or the beginning of one. */
export function toDraft(
  agreement: Agreement | undefined,
  slos: SloSummary[],
): AgreementDraft {
  if (agreement) {
    return {
      ...agreement,
      customer: agreement.customer ?? '',
      objectiveId: agreement.objectiveId ?? '',
      target: toPercent(agreement.target),
      credits: agreement.credits.map(({ below, creditPercent }) => ({
        below: toPercent(below),
        creditPercent: String(creditPercent),
      })),
      validTo: agreement.validTo ?? '',
    };
  }
  const [first] = slos;
  return {
    name: '',
    customer: '',
    ...toMeasure(first),
    target: '',
    credits: [],
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    isMaintenanceExcluded: true,
    validFrom: '',
    validTo: '',
  };
}

/** The fields that name an SLO. */
export function toMeasure({
  entityRef,
  name,
  objectives,
}: SloSummary): Pick<AgreementDraft, 'entityRef' | 'sloName' | 'objectiveId'> {
  return {
    entityRef,
    sloName: name,
    objectiveId: objectives.length > 1 ? objectives[0].objectiveId : '',
  };
}

/** The terms as the backend takes them, or what is wrong with the fields. */
export function toTerms(draft: AgreementDraft): {
  terms?: AgreementTerms;
  problems: DraftProblems;
} {
  if (draft.validTo !== '' && draft.validTo < draft.validFrom) {
    return { problems: { validTo: t('agreementDraft.itHasToEndAfter') } };
  }
  const result = agreementTermsSchema.strip().safeParse({
    ...draft,
    name: draft.name.trim(),
    customer: draft.customer.trim() || undefined,
    objectiveId: draft.objectiveId || undefined,
    target: toPart(draft.target),
    credits: draft.credits.map(({ below, creditPercent }) => ({
      below: toPart(below),
      creditPercent: toNumber(creditPercent),
    })),
    validTo: draft.validTo || undefined,
  });
  if (result.success) {
    return { terms: result.data, problems: {} };
  }
  const invalid = new Set(result.error.issues.map(({ path }) => path[0]));
  return {
    problems: Object.fromEntries(
      Object.entries(PROBLEM_WORDS).filter(([field]) => invalid.has(field)),
    ),
  };
}

/** `99.9` of `0.999`, which floating point knows only nearly. */
function toPercent(part: number): string {
  return String(Number((part * 100).toFixed(DIGITS)));
}

function toPart(percent: string): number {
  return Number((toNumber(percent) / 100).toFixed(DIGITS));
}

function toNumber(text: string): number {
  const typed = withDecimalPoint(text.trim().replace(/%$/, ''));
  return typed === '' ? NaN : Number(typed);
}
