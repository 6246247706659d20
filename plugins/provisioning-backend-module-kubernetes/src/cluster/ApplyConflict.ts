import {
  type AppliedFieldConflict,
  ProviderRefusal,
} from '@atrium/plugin-provisioning-node';

/** Others keep fields at other values than were to be applied. */
export class ApplyConflict extends ProviderRefusal {
  readonly conflicts: AppliedFieldConflict[];

  constructor(message: string, conflicts: AppliedFieldConflict[]) {
    super(message, { isTemporary: false });
    this.conflicts = conflicts;
  }
}
