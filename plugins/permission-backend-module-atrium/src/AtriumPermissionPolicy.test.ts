import { catalogHealthPermissions } from '@atrium/plugin-catalog-health-common';
import { costPermissions } from '@atrium/plugin-cost-common';
import { deliveryPermissions } from '@atrium/plugin-delivery-common';
import { entityGraphPermissions } from '@atrium/plugin-entity-graph-common';
import { provisioningPermissions } from '@atrium/plugin-provisioning-common';
import {
  scorecardFindingPermissions,
  scorecardPermissions,
} from '@atrium/plugin-scorecard-common';
import { slaPermissions } from '@atrium/plugin-sla-common';
import { sloPermissions } from '@atrium/plugin-slo-common';
import { docsReaderPermissions } from '@atrium/plugin-techdocs-common';
import {
  kubernetesGuardPermissions,
  workloadsPermissions,
} from '@atrium/plugin-workloads-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import { catalogPermissions } from '@backstage/plugin-catalog-common/alpha';
import { kubernetesPermissions } from '@backstage/plugin-kubernetes-common';
import {
  AuthorizeResult,
  createPermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import type { PolicyQueryUser } from '@backstage/plugin-permission-node';
import { scaffolderPermissions } from '@backstage/plugin-scaffolder-common/alpha';
import { techdocsPermissions } from '@backstage/plugin-techdocs-common/alpha';
import { AtriumPermissionPolicy } from './AtriumPermissionPolicy';
import { policyTable } from './policyTable';
import { schedulerPermissions } from './schedulerPermissions';

const callers = {
  nobody: undefined,
  other: caller('user:default/new-hire', 'group:default/team-storefront'),
  owner: caller('user:default/payments-dev', 'group:default/team-payments'),
  finance: caller('user:default/controller', 'group:default/finance'),
  admin: caller('user:default/platform-admin', 'group:default/platform-team'),
};

/** Who the things asked about belong to. */
const ownersOf: Record<string, string> = {
  IS_ENTITY_OWNER: 'group:default/team-payments',
  IS_PROVISIONING_OWNER: 'group:default/team-payments',
  IS_TASK_OWNER: 'user:default/payments-dev',
};

const knownPermissions: Permission[] = [
  ...catalogPermissions,
  ...catalogHealthPermissions,
  ...costPermissions,
  ...scaffolderPermissions,
  ...kubernetesPermissions,
  ...techdocsPermissions,
  ...docsReaderPermissions,
  ...deliveryPermissions,
  ...entityGraphPermissions,
  ...provisioningPermissions,
  ...scorecardFindingPermissions,
  ...scorecardPermissions,
  ...slaPermissions,
  ...sloPermissions,
  ...workloadsPermissions,
  ...kubernetesGuardPermissions,
  ...schedulerPermissions,
];

const options = {
  table: policyTable,
  adminGroups: ['group:default/platform-team'],
  financeGroups: ['group:default/finance'],
  hasOpenCostTotals: false,
};
const policy = new AtriumPermissionPolicy(options);

function caller(userEntityRef: string, group: string): PolicyQueryUser {
  return {
    credentials: mockCredentials.user(userEntityRef),
    info: { userEntityRef, ownershipEntityRefs: [userEntityRef, group] },
  };
}

/** What the policy says, with conditions applied to a thing that has an owner. */
async function ask(
  permission: Permission,
  user?: PolicyQueryUser,
  by = policy,
) {
  const decision = await by.handle({ permission }, user);
  if (decision.result !== AuthorizeResult.CONDITIONAL) {
    return decision.result;
  }
  const { rule, params } = decision.conditions as {
    rule: string;
    params: Record<string, string[]>;
  };
  return Object.values(params).flat().includes(ownersOf[rule])
    ? AuthorizeResult.ALLOW
    : AuthorizeResult.DENY;
}

async function askAll(permission: Permission) {
  return {
    nobody: await ask(permission, callers.nobody),
    other: await ask(permission, callers.other),
    owner: await ask(permission, callers.owner),
    admin: await ask(permission, callers.admin),
  };
}

function permissionNamed(name: string): Permission {
  const permission = knownPermissions.find(known => known.name === name);
  if (!permission) {
    throw new Error(`No installed plugin defines '${name}'`);
  }
  return permission;
}

type Answer = 'ALLOW' | 'DENY';
type Expectation = [
  permission: string,
  nobody: Answer,
  other: Answer,
  owner: Answer,
  admin: Answer,
];

// One line for each line of the policy, worked out by hand.
// prettier-ignore
const expected: Expectation[] = [
  // permission                            nobody   other    owner    admin
  ['catalog.entity.read',                  'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['catalog.entity.create',                'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['catalog.entity.validate',              'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['catalog.entity.refresh',               'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['catalog.entity.delete',                'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['catalog.location.read',                'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['catalog.location.create',              'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['catalog.location.delete',              'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['catalog.location.analyze',             'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['catalog.ingestion.read',               'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['catalog.ingestion.manage',             'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['catalog-health.problem.read-all',      'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['catalog-health.file.validate',         'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['entity-graph.observed-edge.report',    'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['scaffolder.task.create',               'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['scaffolder.action.execute',            'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['scaffolder.template.parameter.read',   'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['scaffolder.template.step.read',        'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['scaffolder.task.read',                 'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['scaffolder.task.cancel',               'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['scaffolder.template.dry-run',          'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['scaffolder.template.management',       'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['kubernetes.clusters.read',             'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['kubernetes.resources.read',            'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['kubernetes.proxy',                     'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['kubernetes.logs.read',                 'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['kubernetes.proxy.unrestricted',        'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['workloads.read',                       'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['workloads.restart',                    'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['delivery.run.rerun',                   'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['delivery.ingest.read',                 'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['slo.exclusion.create',                 'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['slo.exclusion.delete',                 'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['slo.gate.override',                    'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['sla.agreement.update',                 'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['sla.report.close',                     'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['slo.definition.propose',               'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['slo.source.read',                      'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['provisioning.request.create',          'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['provisioning.request.decide',          'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['provisioning.resource.manage',         'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['provisioning.definition.propose',      'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['provisioning.operate',                 'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['provisioning.workload.apply',          'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['cost.total.read',                      'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['cost.entity.read',                     'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['cost.row.read',                        'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['cost.bill.read',                       'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['cost.import.create',                   'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['cost.allocation.propose',              'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['cost.budget.propose',                  'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['cost.anomaly.acknowledge',             'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['scorecard.scorecard.propose',          'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['scorecard.exemption.request',          'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['scorecard.exemption.decide',           'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['scorecard.initiative.manage',          'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['scorecard.operate',                    'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['scorecard.ownership.confirm',          'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['scorecard.finding.upload',             'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['scorecard.finding.suppress',           'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['scorecard.fix.propose',                'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['techdocs.actions.read',                'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['techdocs.feedback.give',               'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['techdocs.feedback.read',               'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['techdocs.page.propose',                'DENY', 'ALLOW', 'ALLOW', 'ALLOW'],
  ['techdocs.site.propose',                'DENY', 'DENY', 'ALLOW', 'ALLOW'],
  ['scheduler.task.read',                  'DENY', 'DENY', 'DENY', 'ALLOW'],
  ['scheduler.task.control',               'DENY', 'DENY', 'DENY', 'ALLOW'],
];

describe('AtriumPermissionPolicy', () => {
  it.each(expected)('decides %s', async (name, nobody, other, owner, admin) => {
    expect(await askAll(permissionNamed(name))).toEqual({
      nobody,
      other,
      owner,
      admin,
    });
  });

  it('has people of finance see every bill, and owners what is theirs', async () => {
    const allowed = costPermissions.map(async permission => [
      permission.name,
      await ask(permission, callers.finance),
    ]);
    expect(Object.fromEntries(await Promise.all(allowed))).toEqual({
      'cost.total.read': 'ALLOW',
      'cost.entity.read': 'ALLOW',
      'cost.row.read': 'ALLOW',
      'cost.bill.read': 'ALLOW',
      'cost.import.create': 'ALLOW',
      'cost.allocation.propose': 'ALLOW',
      'cost.budget.propose': 'ALLOW',
      'cost.anomaly.acknowledge': 'DENY',
    });
    expect(
      await ask(permissionNamed('workloads.restart'), callers.finance),
    ).toBe('DENY');
  });

  it('opens totals of cost to everybody with a token where the configuration says so', async () => {
    const open = new AtriumPermissionPolicy({
      ...options,
      hasOpenCostTotals: true,
    });
    const askOpen = (name: string, user?: PolicyQueryUser) =>
      ask(permissionNamed(name), user, open);
    expect(await askOpen('cost.total.read', callers.other)).toBe('ALLOW');
    expect(await askOpen('cost.entity.read', callers.other)).toBe('ALLOW');
    expect(await askOpen('cost.total.read', callers.nobody)).toBe('DENY');
    expect(await askOpen('cost.row.read', callers.other)).toBe('DENY');
  });

  it.each([
    ['read' as const, 'ALLOW'],
    ['create' as const, 'DENY'],
    ['update' as const, 'DENY'],
    ['delete' as const, 'DENY'],
    [undefined, 'DENY'],
  ])(
    'decides an unknown permission with action %s',
    async (action, signedIn) => {
      const permission = createPermission({
        name: 'somebody.elses.plugin',
        attributes: { action },
      });

      expect(await askAll(permission)).toEqual({
        nobody: 'DENY',
        other: signedIn,
        owner: signedIn,
        admin: 'ALLOW',
      });
    },
  );

  it('has a row of its own for every permission of the installed plugins', () => {
    const decided = policyTable.map(row => row.permission);

    expect(knownPermissions.map(known => known.name).sort()).toEqual(
      decided.filter(name => name !== '*').sort(),
    );
  });

  it('has a line in this test for every row', () => {
    expect(expected.map(([name]) => name)).toEqual(
      policyTable.map(row => row.permission).filter(name => name !== '*'),
    );
  });

  it('denies what a caller dresses up as a thing with owners', async () => {
    const permission = createPermission({
      name: 'catalog.entity.delete',
      attributes: { action: 'delete' },
      resourceType: 'made-up',
    });

    expect(await ask(permission, callers.owner)).toBe('DENY');
  });

  it('denies everything when the table has no row', async () => {
    const empty = new AtriumPermissionPolicy({ ...options, table: [] });

    await expect(
      empty.handle(
        { permission: permissionNamed('catalog.entity.read') },
        callers.admin,
      ),
    ).resolves.toEqual({ result: 'DENY' });
  });
});
