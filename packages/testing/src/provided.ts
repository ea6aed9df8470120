declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of a superuser of the run's PostgreSQL. */
    postgresUrl: string;
    /** Address of the run's ClickHouse engine. */
    clickhouseUrl: string;
  }
}

export {};
