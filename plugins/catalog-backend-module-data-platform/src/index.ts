/**
 * Brings what is registered on the data platform into the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleDataPlatform as default } from './module';
export { REGISTERED_LOCATION } from './DataPlatformEntityProvider';
