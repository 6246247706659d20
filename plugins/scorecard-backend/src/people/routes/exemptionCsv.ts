import type { CsvColumns } from '@atrium/backend-common';
import type { Exemption, ExemptionDebt } from '@atrium/plugin-scorecard-common';

/** The columns of `GET /exemptions.csv`. */
export const exemptionCsv: CsvColumns<Exemption> = {
  Entity: exemption => exemption.entityRef,
  Owners: exemption => exemption.ownerRefs.join(' '),
  Scorecard: exemption => exemption.scorecardTitle,
  Check: exemption => exemption.checkTitle,
  State: exemption => exemption.state,
  Reason: exemption => exemption.reason,
  Days: exemption => exemption.days,
  'Requested by': exemption => exemption.requestedBy,
  Requested: exemption => exemption.requestedAt,
  'Decided by': exemption => exemption.decidedBy,
  Decided: exemption => exemption.decidedAt,
  Note: exemption => exemption.note,
  Until: exemption => exemption.until,
  Id: exemption => exemption.id,
};

/** The columns of `GET /exemptions/debt.csv`. */
export const exemptionDebtCsv: CsvColumns<ExemptionDebt['items'][number]> = {
  Scorecard: debt => debt.scorecardTitle,
  Name: debt => debt.scorecard,
  Active: debt => debt.active,
  Waiting: debt => debt.waiting,
  'Requested again': debt => debt.renewed,
  'Ending within 14 days': debt => debt.expiringSoon,
  'Oldest since': debt => debt.oldestSince,
};
