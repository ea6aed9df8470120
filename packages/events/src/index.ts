export * from './clickstream.ts';
export * from './sales.ts';
