import { code, plain } from '../values/plain';

/** Why a pod was refused. */
export interface Refusal {
  reason: string;
  /** Clause: "service account `spark` does not exist in namespace `sales`". */
  clause: string;
  nextStep: string;
}

/** Who was refused, and where a person changes what led to it. */
export interface RefusedPod {
  namespace: string;
  /** `the driver` */
  who: string;
  /** What may hold what it lacks: `other runs`. */
  others: string;
  settings: {
    serviceAccount: string;
    cpu: string;
    cpuLimit: string;
    whole: string;
    securityContext: string;
  };
}

const QUOTA = /exceeded quota|must specify/i;
const BOUNDS = /(maximum|minimum) (cpu|memory) usage/i;

/**
 * Why admission refused a pod, from its own text; undefined where it says nothing known. The text only chooses the words and
 * the remedy. Source of the phrases: kubernetes plugin/pkg/admission (resourcequota, limitranger, serviceaccount, podsecurity).
 */
export function podRefusal(text: string, pod: RefusedPod): Refusal | undefined {
  const { settings, who, others, namespace } = pod;
  if (/service ?account/i.test(text) && /not found/i.test(text)) {
    const account =
      /service ?account\s+"?([\w./-]{1,120})"?[^"]{0,20}(?::|not found)/i.exec(
        text,
      )?.[1];
    const name = account?.split('/').pop();
    return {
      reason: 'ServiceAccountMissing',
      clause: name
        ? `service account ${code(name)} does not exist in namespace ${code(
            namespace,
          )}`
        : 'its service account does not exist in the namespace',
      nextStep: `Correct \`${settings.serviceAccount}\`, or ask the platform team to create that account.`,
    };
  }
  if (QUOTA.test(text)) {
    return {
      reason: 'QuotaExceeded',
      clause: `the namespace's quota does not allow ${who} pod, ${said(
        text,
        QUOTA,
      )}`,
      nextStep: `Free what ${others} hold, make ${who} smaller, or ask for more quota.`,
    };
  }
  if (/must be less than or equal to (cpu|memory) limit/i.test(text)) {
    return {
      reason: 'LimitRangeConflict',
      clause: `the default limit of the namespace is lower than what ${who} asks for`,
      nextStep: `Set \`${settings.cpuLimit}\` to at least \`${settings.cpu}\`, or ask the platform team to drop the default CPU limit of the LimitRange.`,
    };
  }
  if (/(maximum|minimum) (cpu|memory) usage per (container|pod)/i.test(text)) {
    return {
      reason: 'LimitRangeExceeded',
      clause: `${who} is outside of what the namespace's LimitRange allows, ${said(
        text,
        BOUNDS,
      )}`,
      nextStep: `Change the size in \`${settings.whole}\`.`,
    };
  }
  if (/violates PodSecurity/i.test(text)) {
    return {
      reason: 'PodSecurityViolation',
      clause: `${who} pod breaks the Pod Security rules of the namespace`,
      nextStep: `Set the security context that the rules ask for in \`${settings.securityContext}\`.`,
    };
  }
  return undefined;
}

/** The text from the phrase that tells, as a quote. */
export function said(text: string, phrase: RegExp): string {
  const found = phrase.exec(text);
  return `it says: ${plain(text.slice(found?.index ?? 0), 140)}`;
}
