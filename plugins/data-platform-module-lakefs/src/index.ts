/**
 * Screens of lakeFS for the data platform: branches of a repository, diffs, merges.
 *
 * @packageDocumentation
 */
export { lakefsModule as default } from './module';
