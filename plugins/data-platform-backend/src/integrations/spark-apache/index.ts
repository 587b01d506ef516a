export { sparkApacheIntegration } from './sparkApacheIntegration';
export { buildSparkManifest } from './manifest/buildSparkManifest';
export { preflightSpark } from './manifest/preflightSpark';
export { runFromDefinition } from './manifest/runFromDefinition';
export { runName } from './manifest/runName';
export { validateSparkManifest } from './manifest/validateSparkManifest';
export { APACHE_GROUP } from './names';
