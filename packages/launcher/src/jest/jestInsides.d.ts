// Parts of jsdom and of Backstage's test set-up that have no types, as far as they are used here.

declare module 'jsdom/lib/jsdom/living/generated/utils.js' {
  /** What jsdom keeps behind an object of the page. */
  export function implForWrapper(wrapper: object): unknown;
}

declare module '@backstage/cli-module-test-jest/config/jest-environment-jsdom/index.js' {
  class BackstageEnvironment {
    constructor(config: object, context: object);
    readonly dom: { readonly window: Window };
    readonly global: Window & { process: NodeJS.Process };
    readonly fakeTimersModern: { useRealTimers(): void } | null;
    teardown(): Promise<void>;
  }
  export = BackstageEnvironment;
}
