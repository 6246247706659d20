/**
 * Security findings and bills of materials for scorecards.
 *
 * @packageDocumentation
 */

export { scorecardModuleFindings as default } from './module';
