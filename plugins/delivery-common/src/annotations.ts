/**
 * Names what emitters call a service: the `subject.id` of its `service`
 * events, or several of them separated by commas.
 *
 * @remarks Needed only when events name neither the entity nor a repository
 * that belongs to one component alone.
 */
export const DELIVERY_SERVICE_ANNOTATION = 'atrium.dev/delivery-service';

/** The stock annotation that names a GitHub repository as `owner/name`. */
export const GITHUB_PROJECT_SLUG_ANNOTATION = 'github.com/project-slug';

/** The stock annotation that names where the source of an entity lives. */
export const SOURCE_LOCATION_ANNOTATION = 'backstage.io/source-location';
