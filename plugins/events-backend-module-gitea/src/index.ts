/**
 * Takes signed webhooks from Gitea at `/api/events/http/gitea` and routes them
 * to topics of their own by the type of the event.
 *
 * @packageDocumentation
 */

export { eventsModuleGitea as default } from './module';
