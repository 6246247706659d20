/**
 * Who passes a row besides the members of the admin groups, who pass every
 * row:
 * - `signed-in`: every person with a valid token
 * - `owner`: whoever owns the thing asked about, themselves or by their group
 * - `finance`: the members of the finance groups
 * - `owner-or-finance`: either of them
 * - `admin`: nobody else
 */
type PolicyDecision =
  | 'signed-in'
  | 'owner'
  | 'finance'
  | 'owner-or-finance'
  | 'admin';

/** One line of the policy. */
export interface PolicyRow {
  /** The name of a permission, or `*` for any that no row above names. */
  permission: string;
  /** Narrows the row to permissions with this action. */
  action?: 'read';
  decision: PolicyDecision;
  /**
   * Every person with a valid token passes as well where the configuration says
   * so: `cost-totals` is `everyone` for `cost.access.totals`.
   */
  openedBy?: 'cost-totals';
  /** Why the decision is what it is, in one line. */
  reason: string;
}
