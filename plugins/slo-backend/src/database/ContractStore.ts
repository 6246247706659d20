import type {
  SlaContract,
  SlaContractInput,
  SlaReport,
} from '@atrium/plugin-slo-common';

/** Whether an agreement was deleted. */
export type ContractState = 'current' | 'removed';

/** Keeps agreements, and the months of them that are closed. */
export interface ContractStore {
  /** Those of some entities, by name. */
  list(
    entityRefs: string[],
    /** Without a state, deleted ones as well. */
    options: { state?: ContractState },
  ): Promise<SlaContract[]>;
  /** One of them, if wanted also when it was removed. */
  get(
    id: string,
    options: { withRemoved: boolean },
  ): Promise<SlaContract | undefined>;
  create(terms: SlaContractInput, createdBy: string): Promise<SlaContract>;
  /** Says nothing where there is none any more. */
  update(id: string, terms: SlaContractInput): Promise<SlaContract | undefined>;
  /** Says whether there was one. */
  remove(id: string): Promise<boolean>;
  /** The closed months of agreements. */
  listClosed(contractIds: string[]): Promise<SlaReport[]>;
  /** Says whether the month was still open. */
  close(report: SlaReport): Promise<boolean>;
}
