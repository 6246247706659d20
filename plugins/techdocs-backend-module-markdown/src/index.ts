/**
 * Renders TechDocs in process from Markdown, without Python or Docker.
 *
 * @packageDocumentation
 */

export { techdocsModuleMarkdown as default } from './module';
