const NEEDED_MAJOR = 24;

/**
 * Says in words what would come as a missing function somewhere later.
 *
 * @param version - of Node, such as `24.1.0`
 * @throws when it is too old for the backend
 */
export function refuseOldNode(version: string): void {
  if (Number(version.split('.')[0]) < NEEDED_MAJOR) {
    throw new Error(
      `The portal needs Node ${NEEDED_MAJOR} or newer, and this is Node ${version}`,
    );
  }
}

// On import, which comes before packages that an older Node cannot load.
refuseOldNode(process.versions.node);
