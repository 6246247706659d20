import { RESOURCE_TYPE_PROVISIONING_OWNER } from '@atrium/plugin-provisioning-common';
import {
  createProvisioningOwnerDecision,
  provisioningOwnerConditions,
} from '@atrium/plugin-provisioning-node';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import type {
  Permission,
  PolicyDecision as PermissionDecision,
} from '@backstage/plugin-permission-common';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createScaffolderTaskConditionalDecision,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import { RESOURCE_TYPE_SCAFFOLDER_TASK } from '@backstage/plugin-scaffolder-common/alpha';
import type { PolicyRow } from './PolicyRow';

/** What {@link AtriumPermissionPolicy} decides by. */
interface AtriumPermissionPolicyOptions {
  table: PolicyRow[];
  /** Entity references of the groups whose members may do everything. */
  adminGroups: string[];
  /** Entity references of the groups whose members see every bill. */
  financeGroups: string[];
  /** Whether everybody may read what others cost. */
  hasOpenCostTotals: boolean;
}

/**
 * Answers each permission question by the first matching row of the table.
 */
export class AtriumPermissionPolicy implements PermissionPolicy {
  readonly #table: PolicyRow[];
  readonly #adminGroups: Set<string>;
  readonly #financeGroups: Set<string>;
  readonly #hasOpenCostTotals: boolean;

  constructor(options: AtriumPermissionPolicyOptions) {
    this.#table = options.table;
    this.#adminGroups = new Set(options.adminGroups);
    this.#financeGroups = new Set(options.financeGroups);
    this.#hasOpenCostTotals = options.hasOpenCostTotals;
  }

  async handle(
    request: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PermissionDecision> {
    const row = this.#table.find(candidate =>
      matches(candidate, request.permission),
    );
    if (!user || !row) {
      return { result: AuthorizeResult.DENY };
    }
    if (isMember(user, this.#adminGroups) || this.#isOpened(row)) {
      return { result: AuthorizeResult.ALLOW };
    }
    const isFinance = isMember(user, this.#financeGroups);
    switch (row.decision) {
      case 'signed-in':
        return { result: AuthorizeResult.ALLOW };
      case 'owner':
        return decideByOwnership(request.permission, user);
      case 'finance':
        return {
          result: isFinance ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
        };
      case 'owner-or-finance':
        return isFinance
          ? { result: AuthorizeResult.ALLOW }
          : decideByOwnership(request.permission, user);
      case 'admin':
        return { result: AuthorizeResult.DENY };
      default:
        return assertNever(row.decision);
    }
  }

  #isOpened({ openedBy }: PolicyRow): boolean {
    return openedBy === 'cost-totals' && this.#hasOpenCostTotals;
  }
}

function isMember(
  { info: { ownershipEntityRefs } }: PolicyQueryUser,
  groups: ReadonlySet<string>,
): boolean {
  return ownershipEntityRefs.some(ref => groups.has(ref));
}

function matches(row: PolicyRow, permission: Permission): boolean {
  const isNamed = row.permission === '*' || row.permission === permission.name;
  return (
    isNamed &&
    (row.action === undefined || row.action === permission.attributes.action)
  );
}

function decideByOwnership(
  permission: Permission,
  user: PolicyQueryUser,
): PermissionDecision {
  if (isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY)) {
    return createCatalogConditionalDecision(
      permission,
      catalogConditions.isEntityOwner({
        claims: user.info.ownershipEntityRefs,
      }),
    );
  }
  if (isResourcePermission(permission, RESOURCE_TYPE_SCAFFOLDER_TASK)) {
    return createScaffolderTaskConditionalDecision(
      permission,
      scaffolderTaskConditions.isTaskOwner({
        createdBy: [user.info.userEntityRef],
      }),
    );
  }
  if (isResourcePermission(permission, RESOURCE_TYPE_PROVISIONING_OWNER)) {
    return createProvisioningOwnerDecision(
      permission,
      provisioningOwnerConditions.isOwner({
        claims: user.info.ownershipEntityRefs,
      }),
    );
  }
  // The caller chooses the resource type of the question, so a type without an
  // owner is a question to refuse rather than an error.
  return { result: AuthorizeResult.DENY };
}

function assertNever(decision: never): never {
  throw new Error(`The policy table has an unknown decision '${decision}'`);
}
