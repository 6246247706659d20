import { parseStrictEntityRef } from '@atrium/backend-common';
import { type Environment } from '@atrium/plugin-provisioning-common';
import { nameSchema } from '@atrium/common/yaml';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { readScoreTargets, type ScoreTarget } from './readScoreTargets';

/** Who may be asked for what, and where: `provisioning` of the configuration. */
export interface ProvisioningConfig {
  /** Of this portal, where it is not the one that its database has. */
  installationId?: string;
  /** In the order of the configuration. */
  environments: Environment[];
  /** Who decides where a definition names nobody: groups and people. */
  approverRefs: string[];
  /** Where workloads are applied to. */
  scoreTargets: ScoreTarget[];
}

const DEFAULT_ENVIRONMENTS: Environment[] = [
  { name: 'dev', type: 'development', title: 'Development' },
  { name: 'staging', type: 'staging', title: 'Staging' },
  { name: 'production', type: 'production', title: 'Production' },
];

/** Reads and checks who decides, and which environments there are. */
export function readProvisioningConfig(
  root: RootConfigService,
): ProvisioningConfig {
  const config = root.getOptionalConfig('provisioning');
  const approvers =
    config?.getOptionalStringArray('approvers') ??
    root.getOptionalStringArray('permission.atrium.adminGroups') ??
    [];
  const environments = readEnvironments(root);
  const installationId = config?.getOptionalString('installationId');
  return {
    ...(installationId !== undefined && {
      installationId: checkName(installationId, 'provisioning.installationId'),
    }),
    environments,
    approverRefs: [...new Set(approvers.map(readApprover))],
    scoreTargets: readScoreTargets(root, environments),
  };
}

function readEnvironments(root: RootConfigService): Environment[] {
  const config = root.getOptionalConfig('provisioning.environments');
  if (!config) {
    return DEFAULT_ENVIRONMENTS;
  }
  const environments = config.keys().map(name => {
    const environment = config.getConfig(name);
    return {
      name: checkName(name, `provisioning.environments.${name}`),
      type: checkName(
        environment.getString('type'),
        `provisioning.environments.${name}.type`,
      ),
      title: environment.getOptionalString('title') ?? name,
    };
  });
  if (environments.length === 0) {
    throw new InputError(
      "'provisioning.environments' must name at least one environment",
    );
  }
  return environments;
}

function checkName(name: string, key: string): string {
  const result = nameSchema.safeParse(name);
  if (!result.success) {
    throw new InputError(`'${key}' ${result.error.issues[0].message}`);
  }
  return name;
}

function readApprover(approver: string): string {
  const ref = stringifyEntityRef(
    parseStrictEntityRef(approver, { defaultKind: 'group' }),
  );
  if (!/^(?:group|user):/.test(ref)) {
    throw new InputError(
      `'provisioning.approvers' may only name groups and people, got '${approver}'`,
    );
  }
  return ref;
}
