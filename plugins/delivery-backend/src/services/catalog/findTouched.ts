/** A component of a repository, and the part of it that is its own. */
export interface ComponentFolder {
  entityRef: string;
  /** Without slashes around; '' for the whole repository. */
  folder: string;
}

/**
 * The components of a repository that some paths in it belong to: of each path
 * the one with the deepest folder around it, and those with a folder below it.
 * A path outside of all their folders belongs to every component.
 *
 * @param paths - Files or folders from the root of the repository.
 */
export function findTouched(
  components: ComponentFolder[],
  paths: string[],
): ComponentFolder[] {
  const touched = new Set<ComponentFolder>();
  for (const path of paths.map(trimPath)) {
    const around = components.filter(
      ({ folder }) => folder !== '' && isWithin(path, folder),
    );
    const depth = Math.max(...around.map(({ folder }) => folder.length));
    const met = [
      ...around.filter(({ folder }) => folder.length === depth),
      ...components.filter(({ folder }) => isWithin(folder, path)),
    ];
    if (met.length === 0) {
      return components;
    }
    met.forEach(component => touched.add(component));
  }
  return components.filter(component => touched.has(component));
}

/**
 * The components whose name, or the name of whose folder, is said by the name or
 * file of a pipeline, as whole words: `web` by `.github/workflows/web-ci.yaml`,
 * but not by `.github/workflows/webhooks.yaml`. All of them where it says none.
 */
export function findNamed(
  components: ComponentFolder[],
  pipeline: string,
): ComponentFolder[] {
  const said = toWords(pipeline);
  const named = components.flatMap(component =>
    namesOf(component)
      .filter(name => said.includes(name))
      .map(name => ({ component, name })),
  );
  // `web-admin` says `web` as well, and means the one.
  const meant = named.filter(({ name }) =>
    named.every(other => other.name === name || !other.name.includes(name)),
  );
  return meant.length > 0
    ? [...new Set(meant.map(({ component }) => component))]
    : components;
}

function namesOf({ entityRef, folder }: ComponentFolder): string[] {
  return [entityRef, folder]
    .map(text => text.slice(text.lastIndexOf('/') + 1))
    .filter(name => name !== '')
    .map(toWords);
}

/** Words with a dash around each, so that only whole ones are found. */
function toWords(text: string): string {
  const words = text.toLocaleLowerCase('en-US').split(/[^a-z0-9]+/);
  return `-${words.filter(word => word !== '').join('-')}-`;
}

function trimPath(path: string): string {
  return path
    .split('/')
    .filter(part => part !== '' && part !== '.')
    .join('/');
}

function isWithin(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
