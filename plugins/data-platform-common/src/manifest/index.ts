export * from './parseManifest';
export * from './secrets';
export * from './unsafeKeys';
