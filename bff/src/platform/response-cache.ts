/** Answers of public queries, kept by URL ahead of tRPC. Bounded; forgotten by tag after a write. */
export interface ResponseCache {
  get(key: string): Promise<string | undefined>;
  set(key: string, body: string, options: { ttlMs: number; tags: readonly string[] }): Promise<void>;
  forget(tags: readonly string[]): Promise<void>;
}
