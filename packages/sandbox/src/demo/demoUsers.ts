import type { Principal } from '../types';

/** Who may talk to the sandbox by a credential of its own. People have none: they are impersonated by the portal. */
export interface DemoUsers {
  /** For `kubectl` and the launcher; may do everything. */
  admin: Principal;
  /** Reads what the index is made of, and acts as people. */
  portal: Principal;
  /** Makes the first objects of a domain. */
  bootstrap: Principal;
}

const serviceAccount = (name: string): Principal => ({
  user: `system:serviceaccount:millrace:${name}`,
  groups: [
    'system:serviceaccounts',
    'system:serviceaccounts:millrace',
    'system:authenticated',
  ],
});

/** The identities of the demo; what the last two may do is in examples/rbac. */
export function demoUsers(): DemoUsers {
  return {
    admin: {
      user: 'sandbox-admin',
      groups: ['system:masters', 'system:authenticated'],
    },
    portal: serviceAccount('portal'),
    bootstrap: serviceAccount('bootstrap'),
  };
}
