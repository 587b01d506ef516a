/** Whose a notebook server is, as far as the portal can prove it. */
export interface NotebookOwner {
  /** Its Resource entity. */
  entityRef: string;
  /** Set where the portal made the server, for this person or group. */
  ownerRef?: string;
  /** Set where its maker named a data product. */
  productRef?: string;
  title?: string;
}

/** Entities of live notebook servers. What is in it was proven; annotations of the objects are claims and are not in it. */
export interface NotebookOwners {
  of(source: string, uid: string): NotebookOwner | undefined;
  /** Told of the servers, by source and uid, of which something is another than before. Returns how to stop. */
  subscribe(listener: (source: string, uid: string) => void): () => void;
}
