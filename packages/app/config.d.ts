export interface Config {
  /** The demo portal of this repository. */
  millrace?: {
    /**
     * People that one can sign in as, without a password. Refused unless the backend listens on loopback alone.
     * @deepVisibility frontend
     */
    people?: {
      /** Name of a User entity in the default namespace. */
      name: string;
      title: string;
      /** What this person is for, one sentence. */
      description: string;
    }[];
    /** Groups whose members may create domains, products and jobs, beside the administrators. */
    creators?: string[];
    /** Group whose members may do everything that the portal itself decides. */
    administrators?: string;
  };
}
