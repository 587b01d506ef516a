/**
 * Template actions of the data platform.
 *
 * @packageDocumentation
 */
export { scaffolderModuleDataPlatform as default } from './module';
