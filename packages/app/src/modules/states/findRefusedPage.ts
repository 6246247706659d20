import {
  type AppNode,
  type AppNodeSpec,
  type AppTree,
  coreExtensionData,
} from '@backstage/frontend-plugin-api';

/** A page within that of a plugin. */
export interface InnerPage extends Pick<AppNodeSpec, 'id' | 'if'> {
  /** Of the page around it: `/provisioning`. */
  parentPath: string;
}

/** A page that there is, but not for the person who asks for it. */
export interface RefusedPage {
  /** The permission that it takes, where it takes one: `provisioning.operate`. */
  permission?: string;
}

const ID = /^sub-page:[^/]+\/(?<name>.+)$/;

/** The inner pages of all plugins that were not made for this person. */
export function listPagesForOthers({
  nodes,
}: Pick<AppTree, 'nodes'>): InnerPage[] {
  return [...nodes.values()].flatMap(({ edges, instance, spec }) => {
    const parentPath = pathOf(edges.attachedTo?.node);
    return !instance && spec.if && !spec.disabled && parentPath
      ? [{ id: spec.id, if: spec.if, parentPath }]
      : [];
  });
}

/**
 * The page that stands at a path for those who may see it.
 *
 * @remarks Only its name says where it would be, since it was not made: inner pages,
 * ours and those of Backstage, are named as their path.
 */
export function findRefusedPage(
  pages: readonly InnerPage[],
  pathname: string,
): RefusedPage | undefined {
  const page = pages.find(({ id, parentPath }) => {
    const path = `${parentPath}/${ID.exec(id)?.groups?.name}`;
    return pathname === path || pathname.startsWith(`${path}/`);
  });
  return page && { permission: readPermission(page.if) };
}

function pathOf(node: AppNode | undefined): string | undefined {
  return node?.instance?.getData(coreExtensionData.routePath);
}

function readPermission(predicate: unknown): string | undefined {
  const { permissions } = Object(predicate);
  const name: unknown = Object(permissions).$contains;
  // A name may have the action behind it.
  return typeof name === 'string' ? name.replace(/#.*$/, '') : undefined;
}
