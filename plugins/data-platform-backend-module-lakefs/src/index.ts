/**
 * lakeFS in the data platform: data branches with their verdicts, and what people do with them.
 *
 * @packageDocumentation
 */
export { lakefsModule as default } from './module';
