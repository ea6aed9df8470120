/** Documents that are kept, about 100 kB each at most. */
const MAX_DOCUMENTS = 300;

/**
 * Rendered documents of public pages, by address and combination of releases, each for as long as its data stays the same:
 * the data is asked for every time, so that nobody sees what is not so any more; drawing and compressing it is not done
 * again.
 */
export class DocumentCache<Document> {
  readonly #kept = new Map<string, { data: string; document: Document }>();

  /** @param data what the document was made of, as text */
  find(key: string, data: string): Document | undefined {
    const kept = this.#kept.get(key);
    if (kept?.data !== data) return undefined;
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept.document;
  }

  /** The one that was not asked for longest gives way. */
  keep(key: string, data: string, document: Document): void {
    this.#kept.delete(key);
    this.#kept.set(key, { data, document });
    for (const oldest of [...this.#kept.keys()].slice(0, -MAX_DOCUMENTS)) this.#kept.delete(oldest);
  }
}
