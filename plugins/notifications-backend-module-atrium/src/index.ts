/**
 * E-mail for notifications, switched on by config alone.
 *
 * @packageDocumentation
 */

export { emailWhenConfigured as default } from './emailWhenConfigured';
