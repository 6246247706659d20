/**
 * The permission policy of Atrium: who may do what.
 *
 * @packageDocumentation
 */

export { permissionModuleAtrium as default } from './module';
export * from './schedulerPermissions';
