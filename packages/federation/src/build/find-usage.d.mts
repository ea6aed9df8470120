interface Place {
  name: string;
  line: number;
}

export interface Usage {
  /** Procedures that are called or whose answers are looked for, by path: `catalog.product`. */
  procedures: (Place & { kind: 'query' | 'mutation' | 'subscription' })[];
  /** First parts of the paths that are used in any way. */
  domains: Place[];
  events: Place[];
  /** `<frontend>/<slot>`. */
  slots: Place[];
  /** What cannot be followed. */
  problems: { text: string; line: number }[];
}

export declare function findUsage(code: string): Usage;
