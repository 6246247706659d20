/**
 * The delivery backend: what is built, what runs where, and how well we ship.
 *
 * @packageDocumentation
 */

export { deliveryPlugin as default } from './plugin';
