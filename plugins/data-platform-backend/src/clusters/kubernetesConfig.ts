import { Config } from '@backstage/config';
import { z } from 'zod';
import { isImpersonationPrefix } from './impersonate';

const prefix = z.string().refine(isImpersonationPrefix, {
  error:
    'use lower-case letters, digits, dots and dashes that end in ":" or "/", not "system:"',
});

const bootstrap = z
  .strictObject({
    token: z.string().min(1).optional(),
    tokenFile: z.string().min(1).optional(),
  })
  .refine(({ token, tokenFile }) => !token !== !tokenFile, {
    error: 'set exactly one of token and tokenFile',
  });

const cluster = z.strictObject({
  title: z.string().min(1).optional(),
  sandbox: z.boolean().optional(),
  namespaces: z.array(z.string().min(1)).nonempty().optional(),
  bootstrap: bootstrap.optional(),
  impersonation: z.strictObject({ prefix: prefix.optional() }).optional(),
});

const kubeconfig = z.strictObject({
  path: z.string().min(1),
  contexts: z.array(z.string().min(1)).nonempty().optional(),
  bootstrapContext: z.string().min(1).optional(),
});

const kubernetes = z.strictObject({
  kubeconfigs: z.array(kubeconfig).optional(),
  clusters: z.record(z.string(), cluster).optional(),
});

/** `dataPlatform.kubernetes`, checked. */
export type KubernetesConfig = z.infer<typeof kubernetes>;
export type KubeconfigEntry = z.infer<typeof kubeconfig>;
export type ClusterOptions = z.infer<typeof cluster>;

const ROOT = 'dataPlatform.kubernetes';

/**
 * Our own part of the configuration. Its mistakes stop the start, as they would else be found when a run fails.
 * @throws an Error that names every wrong key and what would be right
 */
export function kubernetesConfig(config: Config): KubernetesConfig {
  const raw = config.getOptional(ROOT) ?? {};
  const result = kubernetes.safeParse(raw);
  if (result.success) {
    return result.data;
  }
  const problems = result.error.issues.map(issue => {
    const at = [ROOT, ...issue.path.map(String)].join('.');
    return issue.code === 'unrecognized_keys'
      ? `${at} has unknown keys: ${issue.keys.join(', ')}`
      : `${at}: ${issue.message}`;
  });
  throw new Error(
    `Invalid configuration. ${problems.join(
      '. ',
    )}. The keys are documented in config.d.ts of the data platform's backend.`,
  );
}
