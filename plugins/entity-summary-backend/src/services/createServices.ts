import {
  EntityScope,
  Ownership,
  VisibleEntities,
} from '@atrium/backend-common';
import type {
  AuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Stores } from '../database/createStores';
import { KEPT_KINDS } from '../entities/toKeptEntity';
import { CostVisibility } from './CostVisibility';
import { EntityLists } from './EntityLists';

interface CreateServicesOptions {
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
  stores: Stores;
  userInfo: UserInfoService;
}

/** Makes what the routes and actions ask. */
export function createServices(options: CreateServicesOptions) {
  const { stores } = options;
  const ownership = new Ownership(options);
  const visible = new VisibleEntities(options);
  const scope = new EntityScope({
    ...options,
    ownership,
    visible,
    members: { kind: KEPT_KINDS },
    listOwnRefs: () => stores.lists.listRefs(),
  });
  const costs = new CostVisibility({ ...options, ownership });
  return {
    lists: new EntityLists({ ...stores, costs, ownership, scope, visible }),
  };
}
