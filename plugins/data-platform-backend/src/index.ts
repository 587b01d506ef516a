/**
 * The data platform's backend: reads clusters, judges what runs on them, and acts on them as the person who asks.
 *
 * @packageDocumentation
 */
export { dataPlatformPlugin as default } from './plugin';
export {
  createDataPlatformConditionalDecision,
  dataPlatformConditions,
} from './permissions/rules';
