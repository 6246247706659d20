import type { ScopeOptions } from '@atrium/backend-common';
import {
  isOver,
  provisioningOperatePermission,
  provisioningResourceManagePermission,
  type RequestDetails,
  type ResourceDetails,
} from '@atrium/plugin-provisioning-common';
import type {
  BackstageUserPrincipal,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { canMove } from '@atrium/plugin-provisioning-common';
import type { StoredCredential } from '../../database/CredentialStore';
import type { StoredRequest } from '../../database/StoredRequest';
import type { StoredResource } from '../../database/StoredResource';
import { findDecisionRefusal } from '../requests/decideApproval';

type ResourceAction = ResourceDetails['allowed'][number];
type RequestAction = RequestDetails['allowed'][number];

/** Says what a reader may do with what they look at. */
export class ResourceAccess {
  readonly #permissions: PermissionsService;
  readonly #userInfo: UserInfoService;

  constructor(options: {
    permissions: PermissionsService;
    userInfo: UserInfoService;
  }) {
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
  }

  /** What the reader may do with a resource as it is now. */
  async listResourceActions(
    resource: StoredResource,
    credentials: readonly StoredCredential[],
    options: ScopeOptions,
  ): Promise<ResourceAction[]> {
    const { isManager, isOperator } = await this.#decide(resource, options);
    return [
      ...(isManager ? listManagerActions(resource, credentials) : []),
      ...(isOperator ? listOperatorActions(resource) : []),
    ];
  }

  /** What the reader may do with a request as it is now. */
  async listRequestActions(
    request: StoredRequest,
    resource: StoredResource,
    options: ScopeOptions<BackstageUserPrincipal>,
  ): Promise<RequestAction[]> {
    const isWaiting = request.state === 'awaiting-approval';
    const isStoppable =
      request.kind === 'create' && request.state === 'approved';
    if (!isWaiting && !isStoppable) {
      return [];
    }
    const account = await this.#userInfo.getUserInfo(options.credentials);
    const mayDecide =
      isWaiting &&
      findDecisionRefusal(request, {
        userRef: account.userEntityRef,
        memberRefs: account.ownershipEntityRefs,
      }) === undefined;
    const mayCancel =
      request.requesterRef === account.userEntityRef ||
      (await this.#decide(resource, options)).isManager;
    return [
      ...(mayDecide ? (['approve', 'reject'] as const) : []),
      ...(mayCancel ? (['cancel'] as const) : []),
    ];
  }

  async #decide({ ownerRef }: StoredResource, options: ScopeOptions) {
    const [manage, operate] = await this.#permissions.authorize(
      [
        {
          permission: provisioningResourceManagePermission,
          resourceRef: ownerRef,
        },
        { permission: provisioningOperatePermission },
      ],
      options,
    );
    return {
      isManager: manage.result === AuthorizeResult.ALLOW,
      isOperator: operate.result === AuthorizeResult.ALLOW,
    };
  }
}

function listManagerActions(
  resource: StoredResource,
  credentials: readonly StoredCredential[],
): ResourceAction[] {
  const { credentialGeneration, deletion, lease, state } = resource;
  const isTakeable = credentials.some(
    ({ generation, store }) =>
      generation === credentialGeneration && store === 'portal',
  );
  const isThere = state === 'ready' || state === 'expiring';
  const actions: [ResourceAction, boolean][] = [
    ['update', canMove(state, 'updating')],
    ['rotate', canMove(state, 'rotating')],
    ['extend', isThere && lease?.endsAt !== undefined],
    ['delete', deletion !== 'protect' && canMove(state, 'deleting')],
    ['take-credentials', isTakeable && state === 'ready'],
  ];
  return actions.flatMap(([action, isPossible]) => (isPossible ? action : []));
}

function listOperatorActions({ state }: StoredResource): ResourceAction[] {
  if (isOver(state)) {
    return [];
  }
  switch (state) {
    case 'failed':
      return ['retry'];
    case 'needs-attention':
      return ['adopt', 'abandon'];
    default:
      return [];
  }
}
