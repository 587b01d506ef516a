/**
 * Screens of the data platform: what runs everywhere, the pages of jobs,
 * products and domains, and the form fields of templates.
 *
 * @packageDocumentation
 */
export { dataPlatformPlugin as default } from './plugin';
