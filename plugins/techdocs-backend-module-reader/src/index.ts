/**
 * What readers say of documentation, and pages that are written in the portal.
 *
 * @packageDocumentation
 */

export { techdocsModuleReader as default } from './module';
